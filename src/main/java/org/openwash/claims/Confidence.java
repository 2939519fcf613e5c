package org.openwash.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openwash.domain.DataFile;

/// Turns what classifiers make of a claim into the probability that it is right, as measured by cross-validation: of
/// claims with a confidence of 0.8, eight in ten are right.
///
/// @param kept  claims that the classifiers make less of are dropped: where precision and recall balance best
/// @param steps by what the classifiers make of it, rising
public record Confidence(double kept, List<Step> steps) {

    /// Written by `scripts/train`.
    public static final String FILE = "models/confidence-en.tsv";

    /// From this score on, up to the next step, claims are right with this probability.
    public record Step(double score, double probability) {}

    /// A claim that was read, and whether a person marked it too.
    public record Outcome(double score, boolean right) {}

    /// Takes scores as they are.
    public static final Confidence NONE = new Confidence(0, List.of());

    public Confidence {
        steps = List.copyOf(steps);
    }

    public static Confidence load() {
        double kept = 0;
        var steps = new ArrayList<Step>();
        for (DataFile.Row row : DataFile.rows(FILE, 2)) {
            if (row.cell(0).equals("kept")) {
                kept = Double.parseDouble(row.cell(1));
            } else {
                steps.add(new Step(Double.parseDouble(row.cell(0)), Double.parseDouble(row.cell(1))));
            }
        }
        return new Confidence(kept, steps);
    }

    /// The probability, between steps by a straight line.
    public double of(double score) {
        if (steps.isEmpty()) {
            return score;
        }
        Step below = new Step(0, 0);
        for (Step step : steps) {
            if (step.score() > score) {
                double share = (score - below.score()) / (step.score() - below.score());
                return below.probability() + share * (step.probability() - below.probability());
            }
            below = step;
        }
        return below.probability();
    }

    /// Fits steps to what was read in cross-validation: neighbouring groups of equal size, joined until probabilities
    /// rise (isotonic regression by pooling adjacent violators).
    public static List<Step> fit(List<Outcome> outcomes, int groups) {
        List<Outcome> sorted = outcomes.stream().sorted(Comparator.comparingDouble(Outcome::score)).toList();
        var pools = new ArrayList<double[]>(); // sum of scores, right, all
        int size = Math.max(1, sorted.size() / groups);
        for (int i = 0; i < sorted.size(); i += size) {
            double[] pool = new double[3];
            for (Outcome o : sorted.subList(i, Math.min(sorted.size(), i + size))) {
                pool[0] += o.score();
                pool[1] += o.right() ? 1 : 0;
                pool[2]++;
            }
            pools.add(pool);
            while (pools.size() > 1 && share(pools.getLast()) < share(pools.get(pools.size() - 2))) {
                double[] last = pools.removeLast();
                double[] before = pools.getLast();
                for (int k = 0; k < before.length; k++) {
                    before[k] += last[k];
                }
            }
        }
        return pools.stream().map(p -> new Step(p[0] / p[2], share(p))).toList();
    }

    private static double share(double[] pool) {
        return pool[1] / pool[2];
    }
}
