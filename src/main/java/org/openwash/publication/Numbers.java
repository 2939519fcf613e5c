package org.openwash.publication;

import java.util.Locale;
import org.openwash.statistics.Difference;
import org.openwash.statistics.MeasuredFlags;
import org.openwash.statistics.Proportion;

/// Writes numbers for people, the same in every locale.
public final class Numbers {

    /// Below this a decimal of a percentage would claim more than was counted.
    private static final int DECIMAL_FROM = 500;
    private static final double HUNDRED = 100;

    private Numbers() {}

    /// 12,345
    public static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// "1 claim", "2,345 claims"
    public static String count(long number, String noun) {
        return whole(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /// "1 story", "2 stories"
    public static String count(long number, String one, String more) {
        return whole(number) + " " + (number == 1 ? one : more);
    }

    public static String percent(Proportion share) {
        return share.known() ? percent(share.share(), digits(share)) + " %" : "–";
    }

    /// "21 to 40 %"
    public static String interval(Proportion share) {
        return share.known()
                ? percent(share.low(), digits(share)) + " to " + percent(share.high(), digits(share)) + " %" : "–";
    }

    /// "3 of 12 = 25 % (9 to 53 %)"
    public static String full(Proportion share) {
        return share.known() ? whole(share.part()) + " of " + whole(share.whole()) + " = " + percent(share) + " ("
                + interval(share) + ")" : "none to count";
    }

    /// "+12 points (-3 to +27)"
    public static String points(Difference difference) {
        return signed(difference.points()) + " points (" + signed(difference.low()) + " to "
                + signed(difference.high()) + ")";
    }

    /// "55 %"
    public static String percent(MeasuredFlags.Range range) {
        return percent(range.figure(), 0) + " %";
    }

    /// "40 to 68 %"
    public static String interval(MeasuredFlags.Range range) {
        return percent(range.low(), 0) + " to " + percent(range.high(), 0) + " %";
    }

    /// As short as it can be: "0.5".
    public static String threshold(double number) {
        return place(number);
    }

    /// Three decimals, as in the tables.
    public static String decimal(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }

    /// A place in a drawing, in hundredths at the finest.
    static String place(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    private static String signed(double share) {
        String text = String.format(Locale.ROOT, "%+.0f", HUNDRED * share);
        return text.equals("-0") || text.equals("+0") ? "0" : text.replace('-', '\u2212');
    }

    private static int digits(Proportion share) {
        return share.whole() < DECIMAL_FROM ? 0 : 1;
    }

    private static String percent(double share, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", HUNDRED * share);
    }
}
