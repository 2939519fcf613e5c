package org.openwash.nlp;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.DataIndexer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.GenericModelWriter;
import opennlp.tools.ml.model.OnePassDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/// Trains [Maxent] classifiers with OpenNLP's quasi-Newton trainer. The same events give the same bytes.
public final class MaxentTrainer {

    /// Features seen in fewer events tell too little.
    private static final int CUTOFF = 3;
    private static final int ITERATIONS = 45;
    /// A weight below this moves no decision; features with none above it are left out of the file.
    private static final double LEAST_WEIGHT = 0.02;

    private MaxentTrainer() {}

    /// What was seen, and what was right.
    public record Example(String outcome, List<String> features) {}

    /// A trained model and its file.
    public record Trained(Maxent model, byte[] bytes, int features) {}

    /// @param outcomes in the order in which the model gives probabilities
    /// @param cost     of the square of a weight, which keeps weights small
    public static Trained train(List<Example> examples, List<String> outcomes, double cost) {
        try {
            List<Event> events = new ArrayList<>(examples.size());
            for (Example example : examples) {
                events.add(new Event(example.outcome(), example.features().stream().distinct().toArray(String[]::new)));
            }
            var parameters = new TrainingParameters();
            parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
            parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
            parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
            parameters.put(QNTrainer.L1COST_PARAM, 0.0);
            parameters.put(QNTrainer.L2COST_PARAM, cost);
            parameters.put(QNTrainer.THREADS_PARAM, 1);
            parameters.put(TrainingParameters.TRAINER_TYPE_PARAM, "Event");
            DataIndexer indexer = new OnePassDataIndexer();
            indexer.init(parameters, new HashMap<>());
            indexer.index(ObjectStreamUtils.createObjectStream(events));
            var trainer = new QNTrainer(parameters);
            trainer.init(parameters, new HashMap<>());
            AbstractModel model = pruned((AbstractModel) trainer.trainModel(ITERATIONS, indexer));
            var out = new ByteArrayOutputStream();
            var writer = new GenericModelWriter(model, new DataOutputStream(out));
            writer.persist();
            return new Trained(Maxent.of(model, outcomes), out.toByteArray(),
                    ((Map<?, ?>) model.getDataStructures()[1]).size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The model without features whose weights are next to nothing, in alphabetical order.
    private static AbstractModel pruned(AbstractModel model) {
        Object[] data = model.getDataStructures();
        @SuppressWarnings("unchecked")
        Map<String, Context> contexts = (Map<String, Context>) data[1];
        String[] outcomes = (String[]) data[2];
        Map<String, Context> kept = new TreeMap<>();
        contexts.forEach((name, context) -> {
            for (double weight : context.getParameters()) {
                if (Math.abs(weight) >= LEAST_WEIGHT) {
                    kept.put(name, context);
                    return;
                }
            }
        });
        return new QNModel(kept.values().toArray(Context[]::new), kept.keySet().toArray(String[]::new), outcomes);
    }
}
