package org.openwash.statistics;

import org.jspecify.annotations.Nullable;

/// How many instances of open-washing a number of flags stands for, by the precision and recall that were measured on
/// other articles (the correction of Rogan and Gladen, 1978, for counts): of the flags a share of precision is right, and
/// the right ones are a share of recall of all. It is only as good as the corpus is like the articles measured.
///
/// The bounds take the worst of both intervals and so are wider than 95 %.
///
/// @param right how many of the flags are right
/// @param all   how many instances there are, flagged or not; null where recall may be 0 and nothing can be said
public record Corrected(MeasuredFlags by, int flags, Estimate right, @Nullable Estimate all) {

    /// A number with its bounds.
    public record Estimate(double number, double low, double high) {}

    public static Corrected of(int flags, MeasuredFlags by) {
        var precision = by.precision();
        var recall = by.recall();
        var right = new Estimate(flags * precision.figure(), flags * precision.low(), flags * precision.high());
        Estimate all = recall.low() <= 0 ? null : new Estimate(
                right.number / recall.figure(), right.low / recall.high(), right.high / recall.low());
        return new Corrected(by, flags, right, all);
    }
}
