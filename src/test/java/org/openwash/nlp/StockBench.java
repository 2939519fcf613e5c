package org.openwash.nlp;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import opennlp.tools.lemmatizer.Lemmatizer;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.tokenize.TokenizerME;

/// OpenNLP's own classes, to measure against.
public final class StockBench {

    private static final Models MODELS = Models.load();
    private static final int ROUNDS = 5;

    private StockBench() {}

    /// Megabytes a second of processor time from sentences to lemmas, as OpenNLP's manual does it.
    public static double rate(String text, int characters) {
        String sample = text.substring(0, Math.min(characters, text.length()));
        var sentences = new SentenceDetectorME(MODELS.sentences());
        var tokens = new TokenizerME(MODELS.tokens());
        var tags = new POSTaggerME(MODELS.tags());
        var lemmas = new LemmatizerME(MODELS.lemmas());
        Runnable work = () -> {
            for (String sentence : sentences.sentDetect(sample)) {
                String[] words = tokens.tokenize(sentence);
                lemmas.lemmatize(words, tags.tag(words));
            }
        };
        return sample.length() * 1e3 / best(work, 2);
    }

    /// Each stage by itself: stock against the project's own.
    public static void run(List<String> texts) {
        String text = String.join("\n", texts);
        List<String> sentences = List.of(new SentenceDetectorME(MODELS.sentences()).sentDetect(text));
        var stock = new TokenizerME(MODELS.tokens());
        List<String[]> words = sentences.stream().map(stock::tokenize).filter(w -> w.length > 0).toList();
        var own = new WordTokenizer(new TokenizerME(MODELS.tokens()));
        compare("tokens", sentences, stock::tokenize, own::tokenize);
        var stockTags = new POSTaggerME(MODELS.tags());
        compare("tags", words, stockTags::tag, new WordTagger(MODELS.tags())::tag);
        compare("names", words, new NameFinderME(MODELS.names())::find, new WordNameFinder(MODELS.names())::find);
        List<String[]> few = words.subList(0, Math.min(100, words.size()));
        compare("lemmas, each word anew", few, w -> lemmatise(new LemmatizerME(MODELS.lemmas()), w, stockTags),
                w -> lemmatise(new WordLemmatizer(MODELS.lemmas()), w, stockTags));
    }

    private static void lemmatise(Lemmatizer lemmatizer, String[] words, POSTaggerME tags) {
        String[] tagged = tags.tag(words);
        for (int i = 0; i < words.length; i++) {
            lemmatizer.lemmatize(new String[] {words[i]}, new String[] {tagged[i]});
        }
    }

    private static <T> void compare(String stage, List<T> inputs, Consumer<T> stock, Consumer<T> own) {
        double stockTime = best(() -> inputs.forEach(stock), ROUNDS);
        double ownTime = best(() -> inputs.forEach(own), ROUNDS);
        System.out.printf(Locale.ROOT, "%-25s stock %8.1f ms, own %8.1f ms: %6.1f times faster%n", stage, stockTime / 1e6,
                ownTime / 1e6, stockTime / ownTime);
    }

    private static double best(Runnable work, int rounds) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.run();
            best = Math.min(best, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start);
        }
        return best;
    }
}
