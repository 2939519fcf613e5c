package org.openwash.nlp;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.ArrayMath;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.BinaryFileDataReader;
import org.openwash.domain.SetupException;
import org.openwash.domain.Sha256;

/// A maximum entropy classifier of the project's own: from named features to the probabilities of a few outcomes.
///
/// Neither the order of the features nor how often one is named matters: weights are added up in one fixed order, so
/// that the sums are the same to the last bit in every run. Immutable, and so shared by all workers.
public final class Maxent {

    /// The weight of a feature for each outcome, and its place among all features.
    private record Weights(int place, double[] byOutcome) {}

    private final Map<String, Weights> weights = new HashMap<>();
    private final Weights[] byPlace;
    private final int outcomes;

    private Maxent(AbstractModel model, List<String> outcomes, String name) {
        int[] order = new int[model.getNumOutcomes()];
        Arrays.fill(order, -1);
        for (int i = 0; i < outcomes.size(); i++) {
            int index = model.getIndex(outcomes.get(i));
            if (index < 0) {
                throw new SetupException("The model " + name + " does not know the outcome \"" + outcomes.get(i)
                        + "\". Run scripts/train.");
            }
            order[index] = i;
        }
        if (outcomes.size() != model.getNumOutcomes() || model.getModelType() != AbstractModel.ModelType.MaxentQn) {
            throw new SetupException("The model " + name + " is none that scripts/train makes. Run scripts/train.");
        }
        this.outcomes = outcomes.size();
        @SuppressWarnings("unchecked")
        var contexts = new TreeMap<>((Map<String, Context>) model.getDataStructures()[1]);
        byPlace = new Weights[contexts.size()];
        contexts.forEach((feature, context) -> {
            var own = new Weights(weights.size(), new double[order.length]);
            for (int i = 0; i < context.getOutcomes().length; i++) {
                own.byOutcome[order[context.getOutcomes()[i]]] = context.getParameters()[i];
            }
            byPlace[own.place] = own;
            weights.put(feature, own);
        });
    }

    /// @param outcomes in the order in which [#probabilities] gives them
    static Maxent of(AbstractModel model, List<String> outcomes) {
        return new Maxent(model, outcomes, "in memory");
    }

    /// Reads a model from the class path.
    ///
    /// @param hashes takes its SHA-256
    /// @throws SetupException if there is none
    public static Maxent load(String name, List<String> outcomes, Map<String, String> hashes) {
        try (InputStream in = Maxent.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new SetupException("No model at " + name + " on the class path. Run scripts/train.");
            }
            byte[] bytes = in.readAllBytes();
            hashes.put(name, Sha256.of(bytes));
            var reader = new BinaryFileDataReader(new DataInputStream(new ByteArrayInputStream(bytes)));
            return new Maxent(new GenericModelReader(reader).getModel(), outcomes, name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the model " + name, e);
        }
    }

    /// The features that speak most for an outcome against the likeliest other, the strongest first.
    public List<String> reasons(List<String> features, int outcome) {
        double[] probabilities = probabilities(features);
        int other = outcome == 0 ? 1 : 0;
        for (int i = 0; i < probabilities.length; i++) {
            other = i != outcome && probabilities[i] > probabilities[other] ? i : other;
        }
        int against = other;
        return features.stream()
                .distinct()
                .filter(weights::containsKey)
                .map(f -> Map.entry(f, weights.get(f).byOutcome[outcome] - weights.get(f).byOutcome[against]))
                .filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    public double[] probabilities(List<String> features) {
        int[] places = new int[features.size()];
        int known = 0;
        for (String feature : features) {
            Weights found = weights.get(feature);
            if (found != null) {
                places[known++] = found.place;
            }
        }
        Arrays.sort(places, 0, known);
        double[] sums = new double[outcomes];
        for (int i = 0; i < known; i++) {
            if (i == 0 || places[i] != places[i - 1]) {
                double[] own = byPlace[places[i]].byOutcome;
                for (int k = 0; k < outcomes; k++) {
                    sums[k] += own[k];
                }
            }
        }
        double all = ArrayMath.logSumOfExps(sums);
        for (int k = 0; k < outcomes; k++) {
            sums[k] = StrictMath.exp(sums[k] - all);
        }
        return sums;
    }
}
