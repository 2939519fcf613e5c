package org.openwash.nlp;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.BinaryFileDataReader;
import org.openwash.domain.SetupException;
import org.openwash.domain.Sha256;

/// A maximum entropy classifier of the project's own: from named features to the probabilities of a few outcomes.
///
/// Immutable, and so shared by all workers.
public final class Maxent {

    private final AbstractModel model;
    private final int[] order;

    private Maxent(AbstractModel model, List<String> outcomes, String name) {
        this.model = model;
        order = new int[outcomes.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = model.getIndex(outcomes.get(i));
            if (order[i] < 0) {
                throw new SetupException("The model " + name + " does not know the outcome \"" + outcomes.get(i)
                        + "\". Run scripts/train.");
            }
        }
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
        int against = order[other];
        @SuppressWarnings("unchecked")
        var contexts = (Map<String, Context>) model.getDataStructures()[1];
        return features.stream()
                .filter(contexts::containsKey)
                .map(f -> Map.entry(f, weight(contexts.get(f), order[outcome]) - weight(contexts.get(f), against)))
                .filter(e -> e.getValue() > 0)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double weight(Context context, int outcome) {
        for (int i = 0; i < context.getOutcomes().length; i++) {
            if (context.getOutcomes()[i] == outcome) {
                return context.getParameters()[i];
            }
        }
        return 0;
    }

    public double[] probabilities(List<String> features) {
        double[] raw = model.eval(features.toArray(String[]::new));
        return Arrays.stream(order).mapToDouble(i -> raw[i]).toArray();
    }
}
