package org.openwash.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.tokenize.TokenizerME;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the project's own decoding of OpenNLP's models says must be what OpenNLP says: on every text that the tests have,
/// and on words put together at random.
class DecodingTest {

    private static final Models MODELS = Models.load();

    private final TokenizerME stockTokens = new TokenizerME(MODELS.tokens());
    private final WordTokenizer tokens = new WordTokenizer(new TokenizerME(MODELS.tokens()));
    private final POSTaggerME stockTags = new POSTaggerME(MODELS.tags());
    private final WordTagger tags = new WordTagger(MODELS.tags());
    private final LemmatizerME stockLemmas = new LemmatizerME(MODELS.lemmas());
    private final WordLemmatizer lemmas = new WordLemmatizer(MODELS.lemmas());
    private final NameFinderME stockNames = new NameFinderME(MODELS.names());
    private final WordNameFinder names = new WordNameFinder(MODELS.names());
    /// In turn every so many lemmas: OpenNLP takes a tenth of a millisecond for each.
    private int lemmatised;

    @ParameterizedTest
    @ValueSource(strings = {"corpus", "src/test/resources/gold/apart/articles", "src/test/resources/gold/articles",
        "src/test/resources/gold/coverage/articles", "src/test/resources/golden", "src/test/resources/samples",
        "docs"})
    void saysTheSameOfEverySentence(String folder) throws IOException {
        var detector = new SentenceDetectorME(MODELS.sentences());
        int sentences = 0;
        for (String line : lines(folder)) {
            for (String sentence : detector.sentDetect(line)) {
                compare(sentence);
                sentences++;
            }
        }
        assertThat(sentences).isGreaterThan(20);
    }

    /// Sentences that nobody writes: known words in any order, words cut and run together, marks between them.
    @Test
    void saysTheSameOfWordsInAnyOrder() throws IOException {
        var random = new Random(20260101);
        List<String> words = lines("corpus").stream().flatMap(l -> Arrays.stream(l.split("\\s+"))).filter(w -> !w.isEmpty())
                .toList();
        for (int i = 0; i < 300; i++) {
            var sentence = new StringBuilder();
            for (int k = random.nextInt(25); k >= 0; k--) {
                String word = words.get(random.nextInt(words.size()));
                int cut = random.nextInt(word.length() + 1);
                sentence.append(random.nextInt(8) == 0 ? word.substring(cut) : word)
                        .append(random.nextInt(10) == 0 ? "" : " ")
                        .append(random.nextInt(15) == 0 ? "“İǅﬀ\u00ad’ 😀" : "");
            }
            compare(sentence.toString());
        }
    }

    private void compare(String sentence) {
        if (sentence.length() > Annotator.LONGEST_SENTENCE) {
            return; // none is longer when articles are read
        }
        assertThat(tokens.tokenizePos(sentence)).as(sentence).isEqualTo(stockTokens.tokenizePos(sentence));
        String[] words = tokens.tokenize(sentence);
        if (words.length == 0) {
            return;
        }
        String[] tagged = stockTags.tag(words);
        assertThat(tags.tag(words)).as(sentence).isEqualTo(tagged);
        stockNames.clearAdaptiveData();
        assertThat(names.find(words)).as(sentence).isEqualTo(stockNames.find(words));
        assertThat(names.probs()).as(sentence).isEqualTo(stockNames.probs());
        for (int i = 0; i < words.length; i++) {
            if (lemmatised++ % 13 == 0) {
                String[] word = {words[i].toLowerCase(java.util.Locale.ROOT)};
                String[] tag = {tagged[i]};
                assertThat(lemmas.lemmatize(word, tag)).as(word[0]).isEqualTo(stockLemmas.lemmatize(word, tag));
            }
        }
    }

    /// The lines of all text files below a folder, mark-up and all.
    private static List<String> lines(String folder) throws IOException {
        var lines = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.(md|txt|html|jsonl|csv)")).sorted().toList()) {
                lines.addAll(Files.readAllLines(file, java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return lines;
    }
}
