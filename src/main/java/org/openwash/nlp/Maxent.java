package org.openwash.nlp;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
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

    private final FeatureTable features;
    /// By the place of a feature, then by outcome.
    private final double[][] weights;
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
        features = new FeatureTable(contexts.keySet());
        weights = new double[contexts.size()][order.length];
        contexts.forEach((feature, context) -> {
            double[] own = weights[features.place(feature)];
            for (int i = 0; i < context.getOutcomes().length; i++) {
                own[order[context.getOutcomes()[i]]] = context.getParameters()[i];
            }
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
    public List<String> reasons(List<String> seen, int outcome) {
        double[] probabilities = probabilities(seen);
        int other = outcome == 0 ? 1 : 0;
        for (int i = 0; i < probabilities.length; i++) {
            other = i != outcome && probabilities[i] > probabilities[other] ? i : other;
        }
        int against = other;
        return seen.stream()
                .filter(f -> features.place(f) >= 0)
                .distinct()
                .map(f -> Map.entry(f, weights[features.place(f)][outcome] - weights[features.place(f)][against]))
                .filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    public double[] probabilities(List<String> seen) {
        int[] places = new int[seen.size()];
        int known = 0;
        for (String feature : seen) {
            int place = features.place(feature);
            if (place >= 0) {
                places[known++] = place;
            }
        }
        Arrays.sort(places, 0, known);
        double[] sums = new double[outcomes];
        for (int i = 0; i < known; i++) {
            if (i == 0 || places[i] != places[i - 1]) {
                double[] own = weights[places[i]];
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
