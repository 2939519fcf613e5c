package org.openwash.statistics;

/// How much larger one share is than another, with the 95 % interval of Newcombe (1998, method 10), which is made from
/// the Wilson intervals of the two.
public record Difference(double points, double low, double high) {

    public static Difference between(Proportion before, Proportion after) {
        double points = after.share() - before.share();
        double down = Math.hypot(after.share() - after.low(), before.high() - before.share());
        double up = Math.hypot(after.high() - after.share(), before.share() - before.low());
        return new Difference(points, Math.max(-1, points - down), Math.min(1, points + up));
    }

    /// Whether chance alone is no good explanation: the interval leaves 0 out.
    public boolean clear() {
        return low > 0 || high < 0;
    }
}
