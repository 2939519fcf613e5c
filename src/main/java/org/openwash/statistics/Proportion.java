package org.openwash.statistics;

import java.util.Collection;
import java.util.List;

/// A share with the 95 % interval of Wilson (1927), which stays between 0 and 1 and holds for small counts too.
///
/// Copies of one story, and claims of one article, are no independent draws. Counts that come in groups therefore weigh
/// as much as the independent draws that would spread as far: the count over its design effect (Dean and Pagano 2015,
/// Journal of Survey Statistics and Methodology 3).
///
/// @param low  0 where there is nothing to count
/// @param high 1 where there is nothing to count
public record Proportion(int part, int whole, double low, double high) {

    /// The normal quantile that leaves 2.5 % above it.
    static final double Z = 1.959963984540054;

    /// Part and whole in one group of counts that belong together.
    public record Group(int part, int whole) {}

    /// Of draws that are independent of each other.
    public static Proportion of(int part, int whole) {
        return wilson(part, whole, whole);
    }

    /// Of draws in groups; the order of the groups must be fixed for the last digit to be.
    public static Proportion of(Collection<Group> groups) {
        List<Group> counted = groups.stream().filter(g -> g.whole() > 0).toList();
        int part = counted.stream().mapToInt(Group::part).sum();
        int whole = counted.stream().mapToInt(Group::whole).sum();
        return wilson(part, whole, effective(counted, part, whole));
    }

    /// How many independent draws the groups are worth: at least one, at most all.
    private static double effective(List<Group> groups, int part, int whole) {
        if (groups.size() == whole) {
            return whole; // each alone
        }
        if (part == 0 || part == whole || groups.size() == 1) {
            return groups.size(); // no spread to measure: count each group as one draw
        }
        double share = (double) part / whole;
        double squares = 0;
        for (Group group : groups) {
            double rest = group.part() - share * group.whole();
            squares += rest * rest;
        }
        double between = squares / ((double) whole * whole) * groups.size() / (groups.size() - 1);
        double alone = share * (1 - share) / (whole - 1);
        return Math.max(1, whole / Math.max(1, between / alone));
    }

    private static Proportion wilson(int part, int whole, double draws) {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(part + " of " + whole);
        }
        if (whole == 0) {
            return new Proportion(0, 0, 0, 1);
        }
        double share = (double) part / whole;
        double z2 = Z * Z / draws;
        double middle = (share + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(share * (1 - share) / draws + z2 / (4 * draws));
        // the bounds at none and all are exactly 0 and 1, but for rounding
        return new Proportion(part, whole,
                part == 0 ? 0 : Math.max(0, middle - half), part == whole ? 1 : Math.min(1, middle + half));
    }

    /// Whether there was anything to count.
    public boolean known() {
        return whole > 0;
    }

    /// 0 where there was nothing to count.
    public double share() {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
