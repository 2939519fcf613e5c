package org.openwash.nlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.SequenceCodec;
import opennlp.tools.util.Span;
import opennlp.tools.util.StringUtil;
import opennlp.tools.util.featuregen.FeatureGeneratorUtil;
import opennlp.tools.util.featuregen.WordClusterDictionary;

/// Finds names as OpenNLP's `NameFinderME` does with the model that `scripts/train` makes, many times faster: what the
/// model knows of a word is looked up once and remembered, and only the outcomes before a word are weighed anew.
///
/// The features are those of models/names/generator.xml, in its order, so that sums are the same to the last bit. Not
/// thread-safe.
final class WordNameFinder implements TokenNameFinder {

    private static final int KEPT = 20_000;
    private static final int AFFIX = 4;
    private static final int WINDOW = 2;
    /// The places around a word in the order in which the model's features name them.
    private static final int[] NEAR = {-1, -2, 1, 2};
    private static final String LEXICON = "lexicon.wordcluster";

    private final Weights weights;
    private final WordClusterDictionary lexicon;
    private final int other;
    private final Context[] byLast;
    private final Context[] byLastButOne;
    private final boolean[][] allowed;
    private final Context begin;
    private final Beam beam;
    private final double[] fixed;
    private final SequenceCodec<String> codec;
    private final Map<String, Word> words = new HashMap<>();
    private double[] probabilities = {};

    /// @param shapes  by place in the window, as the model's first group of features wants them; two for each place
    /// @param forms   its second
    /// @param classes its third, nothing where the lexicon does not have the word
    /// @param last    for each outcome before: that outcome, with the word, with its shape
    private record Word(String text, String shape, Context[][] shapes, Context[] forms, Context[] classes, Context[] own,
            Context[][] last) {}

    WordNameFinder(TokenNameFinderModel model) {
        weights = Weights.of(model.<AbstractModel>getArtifact("nameFinder.model"));
        codec = model.getFactory().createSequenceCodec();
        lexicon = model.getArtifact(LEXICON);
        String[] outcomes = weights.outcomes();
        other = weights.outcome(NameFinderME.OTHER);
        byLast = Arrays.stream(outcomes).map(o -> weights.of("po=" + o)).toArray(Context[]::new);
        byLastButOne = Arrays.stream(outcomes).map(o -> weights.of("ppo=" + o)).toArray(Context[]::new);
        begin = weights.of("S=begin");
        beam = new Beam(outcomes.length);
        fixed = new double[outcomes.length];
        allowed = new boolean[outcomes.length][outcomes.length + 1];
        for (int o = 0; o < outcomes.length; o++) {
            for (int before = 0; before <= outcomes.length; before++) { // the last stands for the beginning
                String[] so = before == outcomes.length ? new String[0] : new String[] {outcomes[before]};
                allowed[o][before] = codec.createSequenceValidator().validSequence(so.length, so, so, outcomes[o]);
            }
        }
    }

    @Override
    public Span[] find(String[] tokens) {
        if (words.size() > KEPT) {
            words.clear();
        }
        Word[] known = new Word[tokens.length];
        for (int i = 0; i < known.length; i++) {
            known[i] = words.computeIfAbsent(tokens[i], this::word);
        }
        beam.decide(tokens.length, new Beam.Scorer() {
            private int at = Beam.NONE;

            @Override
            public void probabilities(int step, int last, int lastButOne, double[] sums) {
                if (step != at) {
                    at = step;
                    sumFixed(known, step);
                }
                System.arraycopy(fixed, 0, sums, 0, fixed.length);
                Weights.add(known[step].last[last == Beam.NONE ? other : last], sums);
                Weights.add(byLastButOne[lastButOne == Beam.NONE ? other : lastButOne], sums);
                Beam.normalise(sums);
            }

            @Override
            public boolean allows(int outcome, int last) {
                return allowed[outcome][last == Beam.NONE ? allowed.length : last];
            }
        });
        probabilities = beam.probabilities();
        return codec.decode(Arrays.stream(beam.outcomes()).mapToObj(o -> weights.outcomes()[o]).toList());
    }

    /// How likely the outcome of each token is that [#find] found last.
    double[] probs() {
        return probabilities;
    }

    /// What does not depend on the outcomes before.
    private void sumFixed(Word[] known, int i) {
        Arrays.fill(fixed, 0);
        Word word = known[i];
        Weights.add(word.shapes[WINDOW], fixed);
        for (int d : NEAR) {
            if (i + d >= 0 && i + d < known.length) {
                Weights.add(known[i + d].shapes[WINDOW + d], fixed);
            }
        }
        Weights.add(word.forms[WINDOW], fixed);
        for (int d : NEAR) {
            if (i + d >= 0 && i + d < known.length) {
                Weights.add(known[i + d].forms[WINDOW + d], fixed);
            }
        }
        Weights.add(word.classes[WINDOW], fixed);
        for (int d : NEAR) {
            if (i + d >= 0 && i + d < known.length) {
                Weights.add(known[i + d].classes[WINDOW + d], fixed);
            }
        }
        Weights.add(word.own, fixed);
        if (i > 0) {
            Word before = known[i - 1];
            Weights.add(weights.of("pw,w=" + before.text + "," + word.text), fixed);
            Weights.add(weights.of("pwc,wc=" + before.shape + "," + word.shape), fixed);
        }
        if (i + 1 < known.length) {
            Word next = known[i + 1];
            Weights.add(weights.of("w,nw=" + word.text + "," + next.text), fixed);
            Weights.add(weights.of("wc,nc=" + word.shape + "," + next.shape), fixed);
        }
        if (i == 0) {
            Weights.add(begin, fixed);
        }
    }

    private Word word(String word) {
        String shape = FeatureGeneratorUtil.tokenFeature(word);
        String lower = StringUtil.toLowerCase(word);
        String cluster = lexicon.lookupToken(word);
        var shapes = new Context[2 * WINDOW + 1][];
        var forms = new Context[2 * WINDOW + 1];
        var classes = new Context[2 * WINDOW + 1];
        for (int d = -WINDOW; d <= WINDOW; d++) {
            String place = d < 0 ? "p" + -d : d > 0 ? "n" + d : "";
            shapes[WINDOW + d] = contexts(List.of(place + "wc=" + shape, place + "w&c=" + lower + "," + shape));
            forms[WINDOW + d] = weights.of(place + "w=" + lower);
            classes[WINDOW + d] = cluster == null ? Weights.NONE : weights.of(place + LEXICON + cluster);
        }
        var own = new ArrayList<String>();
        for (int n = 1; n <= Math.min(AFFIX, word.length()); n++) {
            own.add("pre=" + word.substring(0, n));
        }
        for (int n = 1; n <= Math.min(AFFIX, word.length()); n++) {
            own.add("suf=" + word.substring(word.length() - n));
        }
        own.add("def");
        String[] outcomes = weights.outcomes();
        var last = new Context[outcomes.length][];
        for (int o = 0; o < outcomes.length; o++) {
            last[o] = new Context[] {byLast[o], weights.of("pow=" + outcomes[o] + "," + word),
                weights.of("powf=" + outcomes[o] + "," + shape)};
        }
        return new Word(word, shape, shapes, forms, classes, contexts(own), last);
    }

    private Context[] contexts(List<String> features) {
        return features.stream().map(weights::of).toArray(Context[]::new);
    }

    /// Nothing is remembered from one sentence to the next.
    @Override
    public void clearAdaptiveData() {}
}
