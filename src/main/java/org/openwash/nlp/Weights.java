package org.openwash.nlp;

import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import org.jspecify.annotations.Nullable;

/// The weights of an OpenNLP model as it publishes them: for each feature the outcomes that it speaks for, and how much.
///
/// @param features by the feature's name; what it speaks for is looked up once a word, not once a decision
record Weights(Map<String, Context> features, String[] outcomes) {

    /// Nothing spoken for.
    static final Context NONE = new Context(new int[0], new double[0]);

    static Weights of(AbstractModel model) {
        Object[] data = model.getDataStructures();
        @SuppressWarnings("unchecked")
        var features = (Map<String, Context>) data[1];
        return new Weights(features, (String[]) data[2]);
    }

    Context of(String feature) {
        return features.getOrDefault(feature, NONE);
    }

    /// The index of an outcome, -1 if the model has none of that name.
    int outcome(@Nullable String name) {
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    static void add(Context context, double[] sums) {
        int[] outcomes = context.getOutcomes();
        double[] weights = context.getParameters();
        for (int i = 0; i < outcomes.length; i++) {
            sums[outcomes[i]] += weights[i];
        }
    }

    static void add(Context[] contexts, double[] sums) {
        for (Context context : contexts) {
            add(context, sums);
        }
    }
}
