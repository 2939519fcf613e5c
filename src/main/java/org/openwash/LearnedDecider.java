package org.openwash;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openwash.claims.Case;
import org.openwash.claims.Decider;
import org.openwash.claims.Inquiry;
import org.openwash.claims.Question;
import org.openwash.domain.PartedText;
import org.openwash.nlp.Maxent;
import org.openwash.nlp.MaxentTrainer;

/// Answers the questions of reading with the classifiers that `scripts/train` makes from labelled articles.
public record LearnedDecider(Map<Question, Maxent> models) implements Decider {

    /// more than these nobody reads
    private static final int REASONS = 3;

    public LearnedDecider {
        models = Map.copyOf(models);
    }

    /// Reads the models from the class path.
    ///
    /// @param hashes takes their SHA-256, for run.json
    /// @throws org.openwash.domain.SetupException if one is missing
    public static LearnedDecider load(Map<String, String> hashes) {
        var models = new EnumMap<Question, Maxent>(Question.class);
        for (Question question : Question.values()) {
            models.put(question, Maxent.load(file(question), question.outcomes(), hashes));
        }
        return new LearnedDecider(models);
    }

    /// With models just trained.
    public static LearnedDecider of(Map<Question, MaxentTrainer.Trained> trained) {
        var models = new EnumMap<Question, Maxent>(Question.class);
        trained.forEach((question, model) -> models.put(question, model.model()));
        return new LearnedDecider(models);
    }

    /// Where the model of a question lies, below the project and on the class path.
    public static String file(Question question) {
        return "models/" + question.label() + "-en.bin";
    }

    @Override
    public Inquiry ask(Question question) {
        return new Answer(models.get(question).nothingSeen());
    }

    private record Answer(Maxent.Seen seen) implements Inquiry {

        @Override
        public void saw(PartedText feature) {
            seen.add(feature);
        }

        @Override
        public Inquiry copy() {
            return new Answer(seen.copy());
        }

        @Override
        public double[] answer(Case asked) {
            return seen.probabilities();
        }

        @Override
        public List<String> reasons(int outcome) {
            return seen.reasons(outcome, REASONS);
        }
    }
}
