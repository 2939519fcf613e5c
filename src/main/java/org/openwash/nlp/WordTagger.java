package org.openwash.nlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagger;
import opennlp.tools.util.Sequence;
import opennlp.tools.util.StringUtil;
import opennlp.tools.util.featuregen.FeatureGeneratorUtil;

/// Tags as OpenNLP's `POSTaggerME` does with Apache's English model, many times faster: what the model knows of a word is
/// looked up once and remembered, and only the tags before a word are weighed anew.
///
/// Takes the likeliest tag of each word and goes on. That is what OpenNLP's beam search comes to as well: the model asks for
/// its features to be cached by the place of the word, and so all sequences of the beam are weighed by the tags of the best
/// one. The features are those of the model's own `generator.featuregen`, in its order, so that sums are the same. Not
/// thread-safe.
final class WordTagger implements POSTagger {

    /// When so many words are known all are forgotten: less work than to find the eldest.
    private static final int KEPT = 20_000;
    private static final int AFFIX = 4;
    private static final int WINDOW = 2;
    private static final int NONE = -1;

    private final Weights weights;
    private final double prior;
    private final Context begin;
    private final Context[] beginBefore = new Context[WINDOW + 1];
    private final Context[] byLast;
    private final Context[][] byLastTwo;
    private final double[] sums;
    private final Map<String, Word> words = new HashMap<>();

    /// @param own   for the word itself: its endings and beginnings
    /// @param shape its capitals and digits
    /// @param at    for the word in each place from two before to two behind, by its distance to the one before two
    private record Word(Context[] own, Context[] shape, Context[] at) {}

    WordTagger(POSModel model) {
        weights = Weights.of(model.<AbstractModel>getArtifact("pos.model"));
        String[] tags = weights.outcomes();
        prior = StrictMath.log(1.0 / tags.length);
        begin = weights.of("S=begin");
        for (int d = 1; d <= WINDOW; d++) {
            beginBefore[d] = weights.of("p" + d + "S=begin");
        }
        byLast = Arrays.stream(tags).map(t -> weights.of("t=" + t)).toArray(Context[]::new);
        byLastTwo = Arrays.stream(tags)
                .map(t2 -> Arrays.stream(tags).map(t -> weights.of("t2=" + t2 + "," + t)).toArray(Context[]::new))
                .toArray(Context[][]::new);
        sums = new double[tags.length];
    }

    @Override
    public String[] tag(String[] sentence) {
        if (words.size() > KEPT) {
            words.clear();
        }
        Word[] known = new Word[sentence.length];
        for (int i = 0; i < known.length; i++) {
            known[i] = words.computeIfAbsent(sentence[i], this::word);
        }
        String[] tags = new String[known.length];
        int last = NONE;
        int lastButOne = NONE;
        for (int i = 0; i < tags.length; i++) {
            sumFixed(known, i);
            if (last != NONE) {
                Weights.add(byLast[last], sums);
            }
            if (lastButOne != NONE) {
                Weights.add(byLastTwo[lastButOne][last], sums);
            }
            lastButOne = last;
            last = highest();
            tags[i] = weights.outcomes()[last];
        }
        return tags;
    }

    private int highest() {
        int best = 0;
        for (int i = 1; i < sums.length; i++) {
            best = sums[i] > sums[best] ? i : best;
        }
        return best;
    }

    /// What does not depend on the tags before.
    private void sumFixed(Word[] known, int i) {
        Arrays.fill(sums, prior);
        Weights.add(known[i].own, sums);
        Weights.add(known[i].at[WINDOW], sums);
        for (int d = 1; d <= WINDOW && i - d >= 0; d++) {
            Weights.add(known[i - d].at[WINDOW - d], sums);
        }
        for (int d = 1; d <= WINDOW && i + d < known.length; d++) {
            Weights.add(known[i + d].at[WINDOW + d], sums);
        }
        if (i == 0) {
            Weights.add(begin, sums);
        } else if (i <= WINDOW) {
            Weights.add(beginBefore[i], sums);
        }
        Weights.add(known[i].shape, sums);
    }

    private Word word(String word) {
        var own = new ArrayList<String>(List.of("def"));
        for (int n = 1; n <= Math.min(AFFIX, word.length()); n++) {
            own.add("suf=" + word.substring(word.length() - n));
        }
        for (int n = 1; n <= Math.min(AFFIX, word.length()); n++) {
            own.add("pre=" + word.substring(0, n));
        }
        String lower = StringUtil.toLowerCase(word);
        String shape = FeatureGeneratorUtil.tokenFeature(word);
        var at = new ArrayList<String>();
        for (int d = -WINDOW; d <= WINDOW; d++) {
            // seen from the word that is tagged this one stands d words away
            at.add((d < 0 ? "p" + -d : d > 0 ? "n" + d : "") + "w=" + lower);
        }
        return new Word(contexts(own), contexts(List.of("wc=" + shape, "w&c=" + lower + "," + shape)), contexts(at));
    }

    private Context[] contexts(List<String> features) {
        return features.stream().map(weights::of).toArray(Context[]::new);
    }

    @Override
    public String[] tag(String[] sentence, Object[] additionalContext) {
        return tag(sentence);
    }

    @Override
    public Sequence[] topKSequences(String[] sentence) {
        throw new UnsupportedOperationException("only the best tags are kept");
    }

    @Override
    public Sequence[] topKSequences(String[] sentence, Object[] additionalContext) {
        return topKSequences(sentence);
    }
}
