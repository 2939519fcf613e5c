package org.openwash.nlp;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.ArrayMath;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.BinaryFileDataReader;
import org.openwash.domain.PartedText;
import org.openwash.domain.SetupException;
import org.openwash.domain.Sha256;

/// A maximum entropy classifier of the project's own: from named features to the probabilities of a few outcomes.
///
/// Neither the order of the features nor how often one is named matters: weights are added up in one fixed order, so
/// that the sums are the same to the last bit in every run. Immutable, and so shared by all workers.
public final class Maxent {

    private final FeatureTable features;
    /// For each feature, in their order, one for each outcome.
    private final double[] weights;
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
        weights = new double[contexts.size() * order.length];
        int row = 0;
        for (Context context : contexts.values()) {
            for (int i = 0; i < context.getOutcomes().length; i++) {
                weights[row + order[context.getOutcomes()[i]]] = context.getParameters()[i];
            }
            row += order.length;
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

    /// Nothing seen yet.
    public Seen nothingSeen() {
        return new Seen(new BitSet(features.size()));
    }

    /// The same for features by their names.
    public double[] probabilities(List<String> names) {
        var seen = nothingSeen();
        var text = new PartedText();
        names.forEach(name -> seen.add(text.clear().add(name)));
        return seen.probabilities();
    }

    /// What is seen of a case: those features that the model knows, each once and in their order.
    public final class Seen {

        private final BitSet places;

        private Seen(BitSet places) {
            this.places = places;
        }

        public void add(PartedText feature) {
            int place = features.place(feature);
            if (place >= 0) {
                places.set(place);
            }
        }

        public Seen copy() {
            return new Seen((BitSet) places.clone());
        }

        /// Of the outcomes, in their order.
        public double[] probabilities() {
            double[] sums = new double[outcomes];
            for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
                for (int k = 0; k < outcomes; k++) {
                    sums[k] += weights[place * outcomes + k];
                }
            }
            double all = ArrayMath.logSumOfExps(sums);
            for (int k = 0; k < outcomes; k++) {
                sums[k] = StrictMath.exp(sums[k] - all);
            }
            return sums;
        }

        /// The features that speak most for an outcome against the likeliest other, the strongest first.
        ///
        /// @param most so many at most
        public List<String> reasons(int outcome, int most) {
            double[] probabilities = probabilities();
            int other = outcome == 0 ? 1 : 0;
            for (int i = 0; i < probabilities.length; i++) {
                other = i != outcome && probabilities[i] > probabilities[other] ? i : other;
            }
            var strongest = new ArrayList<Integer>();
            for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
                double difference = difference(place, outcome, other);
                int rank = strongest.size();
                while (rank > 0 && difference > difference(strongest.get(rank - 1), outcome, other)) {
                    rank--;
                }
                if (difference > 0 && rank < most) {
                    strongest.add(rank, place);
                    if (strongest.size() > most) {
                        strongest.removeLast();
                    }
                }
            }
            return strongest.stream().map(features::name).toList();
        }

        private double difference(int place, int outcome, int other) {
            return weights[place * outcomes + outcome] - weights[place * outcomes + other];
        }
    }
}
