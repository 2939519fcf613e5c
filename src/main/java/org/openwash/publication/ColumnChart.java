package org.openwash.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openwash.domain.Verdict;

/// Columns over time, each stacked of its claims by verdict.
final class ColumnChart {

    /// The order in which verdicts are stacked, from the ground.
    static final List<Verdict> STACKED =
            List.of(Verdict.SUPPORTED, Verdict.OVERSTATED, Verdict.CONTRADICTED, Verdict.UNVERIFIABLE);

    private static final int PLOT = 190;
    private static final int TOP = 16;
    private static final int LABELS = 20;
    private static final int MOST_LABELS = 4;
    /// of the long labels of days
    private static final int MOST_LONG_LABELS = 3;
    private static final int LONG = 8;
    /// room for the numbers of the lines, in percent
    private static final double LEFT = 7;
    private static final double GAP = 0.14;
    private static final int NO_EVENT = -1;

    /// One stretch of time.
    record Column(String label, Map<Verdict, Integer> claims) {

        int sum() {
            return claims.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private ColumnChart() {}

    static Drawing of(String id, String title, String description, List<Column> columns) {
        return of(id, title, description, columns, NO_EVENT);
    }

    /// @param event the column that begins with an event, before which a line is drawn
    static Drawing of(String id, String title, String description, List<Column> columns, int event) {
        if (columns.isEmpty()) {
            return new Drawing(id, title, description, 0, List.of());
        }
        int most = Math.max(1, columns.stream().mapToInt(Column::sum).max().orElse(1));
        var marks = new ArrayList<Drawing.Mark>();
        int ground = TOP + PLOT;
        for (int count = 0; count <= most; count += step(most)) {
            double y = ground - (double) PLOT * count / most;
            marks.add(Drawing.line(count == 0 ? "ground" : "grid", 0, y, 100, y));
            if (count > 0) {
                marks.add(Drawing.text("tick", "start", 0, y - 4, Numbers.whole(count)));
            }
        }
        double width = (100 - LEFT) / Math.max(1, columns.size());
        int labels = columns.stream().anyMatch(c -> c.label().length() > LONG) ? MOST_LONG_LABELS : MOST_LABELS;
        int every = Math.max(1, (columns.size() + labels - 1) / labels);
        for (int i = 0; i < columns.size(); i++) {
            double x = LEFT + i * width;
            double y = ground;
            for (Verdict verdict : STACKED) {
                double height = (double) PLOT * columns.get(i).claims().getOrDefault(verdict, 0) / most;
                y -= height;
                if (height > 0) {
                    marks.add(Drawing.box(verdict.label(), x + width * GAP / 2, y, width * (1 - GAP), height));
                }
            }
            if (i % every == 0) {
                double middle = x + width / 2;
                boolean atStart = i == 0 && columns.size() > labels; // a label wider than its column
                marks.add(Drawing.text("tick", atStart ? "start" : "middle", atStart ? x : middle, ground + 16,
                        columns.get(i).label()));
            }
        }
        if (event >= 0) {
            marks.add(Drawing.line("event", LEFT + event * width, 0, LEFT + event * width, ground));
        }
        return new Drawing(id, title, description, ground + LABELS, marks);
    }

    /// 1, 2 or 5 times a power of ten, so that there are two to five lines.
    private static int step(int most) {
        for (int power = 1; ; power *= 10) {
            for (int digit : new int[] {1, 2, 5}) {
                if (most / (digit * power) < 5) {
                    return digit * power;
                }
            }
        }
    }
}
