package org.openwash.nlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.lemmatizer.DefaultLemmatizerContextGenerator;
import opennlp.tools.lemmatizer.Lemmatizer;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.ml.model.AbstractModel;

/// Lemmatises single words as OpenNLP's `LemmatizerME` does, without turning the sums of 860 outcomes into probabilities
/// and sorting them: the highest sum is the likeliest outcome.
///
/// Each word by itself, as [Lemmas] asks: the lemma before it is not looked at. Not thread-safe.
final class WordLemmatizer implements Lemmatizer {

    private final Weights weights;
    private final double[] sums;
    private final DefaultLemmatizerContextGenerator features = new DefaultLemmatizerContextGenerator();

    WordLemmatizer(LemmatizerModel model) {
        weights = Weights.of(model.<AbstractModel>getArtifact("lemmatizer.model"));
        sums = new double[weights.outcomes().length];
    }

    @Override
    public String[] lemmatize(String[] words, String[] tags) {
        String[] scripts = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            scripts[i] = script(new String[] {words[i]}, new String[] {tags[i]});
        }
        return LemmatizerME.decodeLemmas(words, scripts);
    }

    /// How the word is changed into its lemma.
    private String script(String[] word, String[] tag) {
        Arrays.fill(sums, 0);
        for (String feature : features.getContext(0, word, tag, new String[0])) {
            Weights.add(weights.of(feature), sums);
        }
        int best = 0;
        for (int i = 1; i < sums.length; i++) {
            best = sums[i] > sums[best] ? i : best;
        }
        return weights.outcomes()[best];
    }

    @Override
    public List<List<String>> lemmatize(List<String> words, List<String> tags) {
        var lemmas = new ArrayList<List<String>>();
        for (String lemma : lemmatize(words.toArray(String[]::new), tags.toArray(String[]::new))) {
            lemmas.add(List.of(lemma));
        }
        return lemmas;
    }
}
