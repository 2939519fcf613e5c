package org.openwash.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openwash.claims.Confidence;
import org.openwash.claims.Question;
import org.openwash.claims.Teacher;
import org.openwash.nlp.MaxentTrainer;

/// What classifiers made of articles that they did not learn from.
final class CrossValidation {

    /// groups of claims of equal size from which confidence is calibrated
    private static final int GROUPS = 20;
    private static final int RELIABILITY = 10;

    private final Map<Question, int[][]> confusion = new EnumMap<>(Question.class);
    private final List<Confidence.Outcome> outcomes = new ArrayList<>();
    private final List<Teacher.Lesson> lessons = new ArrayList<>();
    private int marked;
    private MaxentTrainer.@Nullable Trained right;

    /// Takes down an answer to a question whose right answer is known.
    void answered(Teacher.Lesson lesson, double[] probabilities) {
        int outcomes = probabilities.length;
        int best = 0;
        for (int i = 1; i < outcomes; i++) {
            best = probabilities[i] > probabilities[best] ? i : best;
        }
        int right = lesson.question().outcomes().indexOf(lesson.answer());
        confusion.computeIfAbsent(lesson.question(), q -> new int[outcomes][outcomes])[right][best]++;
    }

    /// Takes down the claims read in an article. Those that a second reader might not mark count neither way.
    ///
    /// @param read what was seen of each, and whether it was right
    void read(Study study, List<Teacher.Lesson> read) {
        Map<String, Boolean> optional = new HashMap<>();
        for (Teacher.Label l : study.labels()) {
            optional.merge(l.sentence() + " " + l.subject() + " " + l.aspect() + " " + l.polarity(), l.optional(),
                    Boolean::logicalAnd);
        }
        marked += (int) optional.values().stream().filter(o -> !o).count();
        lessons.addAll(read);
    }

    /// Learns from all that was read which claims are right; to be called when all articles were read.
    void close() {
        right = MaxentTrainer.train(lessons.stream().map(l -> new MaxentTrainer.Example(l.answer(), l.features()))
                .toList(), Question.RIGHT.outcomes(), ClaimTrainer.cost(Question.RIGHT));
        for (Teacher.Lesson lesson : lessons) {
            outcomes.add(new Confidence.Outcome(right.model().probabilities(lesson.features())[1],
                    lesson.answer().equals("yes")));
        }
    }

    MaxentTrainer.Trained right() {
        return Objects.requireNonNull(right);
    }

    /// By question: rows are right answers, columns given ones, in the order of [Question#outcomes()].
    Map<Question, int[][]> confusion() {
        return confusion;
    }

    /// Precision and recall of claims with at least a score.
    record Point(double score, double precision, double recall) {

        double f1() {
            return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        }
    }

    Point at(double score) {
        long kept = outcomes.stream().filter(o -> o.score() >= score).count();
        long right = outcomes.stream().filter(o -> o.score() >= score && o.right()).count();
        return new Point(score, kept == 0 ? 1 : right / (double) kept, right / (double) marked);
    }

    /// Where precision and recall balance best.
    Point best() {
        Point best = at(0);
        for (int percent = 1; percent < 100; percent++) {
            Point point = at(percent / 100.0);
            best = point.f1() > best.f1() ? point : best;
        }
        return best;
    }

    /// The file from which [Confidence] is loaded.
    String confidence() {
        var text = new StringBuilder("""
                # How probable it is that a claim was read rightly, by what the classifiers make of it. Written by
                # scripts/train --card from cross-validation; see claims-en.md. Columns: score (or "kept": below that a
                # claim is dropped), probability.
                """);
        text.append(String.format(Locale.ROOT, "kept\t%.2f%n", best().score()));
        for (Confidence.Step step : Confidence.fit(outcomes, GROUPS)) {
            text.append(String.format(Locale.ROOT, "%.4f\t%.4f%n", step.score(), step.probability()));
        }
        return text.toString().replace("\r\n", "\n");
    }

    /// Claims in groups of equal size by calibrated confidence: the mean of it, and the share that was right.
    List<double[]> reliability() {
        var confidence = new Confidence(0, Confidence.fit(outcomes, GROUPS));
        double kept = best().score();
        List<Confidence.Outcome> sorted = outcomes.stream().filter(o -> o.score() >= kept)
                .sorted(Comparator.comparingDouble(Confidence.Outcome::score)).toList();
        var rows = new ArrayList<double[]>();
        int size = Math.max(1, sorted.size() / RELIABILITY);
        for (int i = 0; i + size <= sorted.size(); i += size) {
            List<Confidence.Outcome> group = sorted.subList(i, i + size);
            rows.add(new double[] {
                group.stream().mapToDouble(o -> confidence.of(o.score())).average().orElse(0),
                group.stream().filter(Confidence.Outcome::right).count() / (double) size,
                size
            });
        }
        return rows;
    }
}
