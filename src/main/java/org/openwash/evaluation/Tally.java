package org.openwash.evaluation;

/// Counts what was found rightly, found wrongly and missed, and turns the counts into precision, recall and F1.
/// A share of nothing is 0, so that finding nothing never looks perfect.
public record Tally(int truePositives, int falsePositives, int falseNegatives) {

    public static final Tally NONE = new Tally(0, 0, 0);

    /// Holds what was found against the core of the gold set. What is left over is wrong unless it is optional:
    /// optional things are neither a hit when found nor a miss when not.
    static <T> Tally of(Bag<T> core, Bag<T> optional, Bag<T> found) {
        int right = core.shared(found);
        int excused = found.sharedAfter(core, optional);
        return new Tally(right, found.size() - right - excused, core.size() - right);
    }

    public Tally plus(Tally other) {
        return new Tally(
                truePositives + other.truePositives,
                falsePositives + other.falsePositives,
                falseNegatives + other.falseNegatives);
    }

    public double precision() {
        return share(truePositives, truePositives + falsePositives);
    }

    public double recall() {
        return share(truePositives, truePositives + falseNegatives);
    }

    public double f1() {
        double precision = precision();
        double recall = recall();
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
