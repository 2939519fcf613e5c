package org.openwash.statistics;

import java.util.ArrayList;
import java.util.List;
import org.openwash.domain.DataFile;
import org.openwash.domain.SetupException;

/// How well sentences with open-washing were flagged on one set of articles that people marked, at one threshold.
///
/// @param set      name of the folder in src/test/resources/gold
/// @param right    flagged sentences that a person marked too
/// @param wrong    flagged sentences that nobody marked
/// @param missed   marked sentences without a flag
public record MeasuredFlags(
        String set, int articles, double threshold, int right, int wrong, int missed, Range precision, Range recall) {

    /// Written by MeasuredFlagsIT, which also says how it is measured.
    public static final String FILE = "statistics/measured-flags.tsv";

    /// The set on which nothing was tried.
    public static final String SET = "apart";

    private static final int COLUMNS = 10;

    /// A figure with its 95 % interval.
    public record Range(double figure, double low, double high) {

        public Range {
            if (!(0 <= low && low <= figure && figure <= high && high <= 1)) {
                throw new IllegalArgumentException(low + " <= " + figure + " <= " + high);
            }
        }
    }

    /// The figures for the highest threshold measured that is no higher than this one.
    ///
    /// @throws SetupException if a row cannot be read
    public static MeasuredFlags at(double threshold) {
        return ofSet().stream()
                .filter(m -> m.threshold <= threshold)
                .reduce((lower, higher) -> higher)
                .orElseThrow(() -> new SetupException(FILE + " has no figures of " + SET + " for the threshold " + threshold
                        + ". Build again."));
    }

    /// The figures of the set on which nothing was tried, by rising threshold.
    public static List<MeasuredFlags> ofSet() {
        return all().stream().filter(m -> m.set.equals(SET)).toList();
    }

    /// All rows, by set and rising threshold.
    static List<MeasuredFlags> all() {
        var all = new ArrayList<MeasuredFlags>();
        for (DataFile.Row row : DataFile.rowsBelowHeader(FILE, COLUMNS)) {
            try {
                int right = count(row, 3);
                int wrong = count(row, 4);
                int missed = count(row, 5);
                all.add(new MeasuredFlags(row.cell(0), count(row, 1), Double.parseDouble(row.cell(2)), right, wrong, missed,
                        range(share(right, wrong), row, 6), range(share(right, missed), row, 8)));
            } catch (IllegalArgumentException e) {
                throw row.wrong(e.getMessage() + ". Write the file again with MeasuredFlagsIT.");
            }
        }
        return all;
    }

    private static int count(DataFile.Row row, int column) {
        int count = Integer.parseInt(row.cell(column));
        if (count < 0) {
            throw new IllegalArgumentException("a count below 0: " + count);
        }
        return count;
    }

    private static double share(int right, int others) {
        return right + others == 0 ? 0 : (double) right / (right + others);
    }

    /// The file rounds the bounds, which must not push them past the figure.
    private static Range range(double figure, DataFile.Row row, int column) {
        double low = Double.parseDouble(row.cell(column));
        double high = Double.parseDouble(row.cell(column + 1));
        return new Range(figure, Math.min(low, figure), Math.max(high, figure));
    }
}
