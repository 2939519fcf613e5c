package org.openwash.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Puts the lines of a page into the order in which they are read.
///
/// Most files draw their text in that order already, columns one after the other, and know better than any geometry
/// what belongs together. So the order of the file stays unless a reader would stumble: unless more than a tenth of
/// the steps from line to line lead upwards within a column, or across to a neighbour on the same height. Then the
/// page is cut at the gutters between its columns, above and below what spans them, and each column is read downwards.
final class PdfColumns {

    /// A gutter parts columns, if hardly more lines cross it than a headline and a summary.
    private static final double MOST_ACROSS = 0.35;
    private static final int FEWEST_LINES = 4;
    private static final float NARROWEST_GUTTER = 5;
    /// Lines of prose fill most of their column; the cells of a table do not.
    private static final double PROSE_FILLS = 0.5;
    private static final int PROSE_WORDS = 3;
    private static final int MOST_COLUMNS = 6;
    private static final double STUMBLES = 0.1;
    private static final int FEW_STUMBLES = 2;
    private static final int WIDEST_PAGE = 20_000;

    private PdfColumns() {}

    static List<PdfLine> inOrder(List<PdfLine> drawn) {
        List<Float> gutters = gutters(drawn);
        int stumbles = stumbles(drawn, gutters);
        if (stumbles <= FEW_STUMBLES || stumbles <= STUMBLES * drawn.size()) {
            return drawn;
        }
        List<PdfLine> downwards = downwards(drawn);
        var ordered = new ArrayList<PdfLine>();
        var band = new ArrayList<PdfLine>();
        for (PdfLine line : downwards) {
            if (column(line, gutters) < 0) {
                ordered.addAll(columnByColumn(band, gutters));
                band.clear();
                ordered.add(line);
            } else {
                band.add(line);
            }
        }
        ordered.addAll(columnByColumn(band, gutters));
        return ordered;
    }

    /// By height, and from left to right what stands on one height.
    private static List<PdfLine> downwards(List<PdfLine> lines) {
        var sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparingDouble(PdfLine::bottom).thenComparingDouble(PdfLine::left));
        var result = new ArrayList<PdfLine>();
        var row = new ArrayList<PdfLine>();
        for (PdfLine line : sorted) {
            if (!row.isEmpty() && !row.getFirst().isBeside(line)) {
                row.sort(Comparator.comparingDouble(PdfLine::left));
                result.addAll(row);
                row.clear();
            }
            row.add(line);
        }
        row.sort(Comparator.comparingDouble(PdfLine::left));
        result.addAll(row);
        return result;
    }

    private static List<PdfLine> columnByColumn(List<PdfLine> band, List<Float> gutters) {
        var columns = new ArrayList<>(band);
        columns.sort(Comparator.comparingInt(line -> column(line, gutters))); // stable: downwards in each
        return columns;
    }

    /// The number of the column that holds a line; -1 if it spans several.
    private static int column(PdfLine line, List<Float> gutters) {
        int column = 0;
        for (float gutter : gutters) {
            if (line.left() < gutter && line.right() > gutter) {
                return -1;
            }
            column += line.left() >= gutter ? 1 : 0;
        }
        return column;
    }

    private static int stumbles(List<PdfLine> drawn, List<Float> gutters) {
        int stumbles = 0;
        for (int i = 1; i < drawn.size(); i++) {
            PdfLine from = drawn.get(i - 1);
            PdfLine to = drawn.get(i);
            int a = column(from, gutters);
            int b = column(to, gutters);
            boolean upwards = to.bottom() < from.bottom() - 0.5f * from.size();
            boolean onward = a >= 0 && b > a; // to the top of the next column
            boolean across = a >= 0 && b >= 0 && a != b && from.isBeside(to);
            boolean backwards = a == b && from.isBeside(to) && to.left() < from.left();
            stumbles += upwards && !onward || across || backwards ? 1 : 0;
        }
        return stumbles;
    }

    /// Where to cut between columns, from left to right.
    static List<Float> gutters(List<PdfLine> lines) {
        var gutters = new ArrayList<Float>();
        if (lines.size() < 2 * FEWEST_LINES) {
            return gutters;
        }
        int width = (int) Math.min(WIDEST_PAGE, lines.stream().mapToDouble(PdfLine::right).max().orElse(0)) + 1;
        int[] crossing = crossing(lines, width);
        int most = (int) (MOST_ACROSS * lines.size());
        for (int start = 0; start < width && gutters.size() < MOST_COLUMNS - 1; ) {
            int end = start;
            while (end < width && crossing[end] <= most) {
                end++;
            }
            float middle = leastCrossed(crossing, start, end);
            if (middle > 0 && partsProse(lines, gutters, middle)) {
                gutters.add(middle);
            }
            start = Math.max(end, start + 1);
        }
        return gutters;
    }

    /// The middle of the widest stretch that the fewest lines cross; 0 if it is too narrow for a gutter.
    private static float leastCrossed(int[] crossing, int start, int end) {
        int least = Integer.MAX_VALUE;
        int from = start;
        int to = start;
        for (int i = start; i < end; ) {
            int j = i;
            while (j < end && crossing[j] == crossing[i]) {
                j++;
            }
            if (crossing[i] < least || crossing[i] == least && j - i > to - from) {
                least = crossing[i];
                from = i;
                to = j;
            }
            i = j;
        }
        return to - from >= NARROWEST_GUTTER ? (from + to) / 2f : 0;
    }

    /// How many lines run over each point of the width.
    private static int[] crossing(List<PdfLine> lines, int width) {
        int[] steps = new int[width + 1];
        for (PdfLine line : lines) {
            steps[Math.clamp((int) Math.floor(line.left()), 0, width)]++;
            steps[Math.clamp((int) Math.ceil(line.right()), 0, width)]--;
        }
        for (int i = 1; i < width; i++) {
            steps[i] += steps[i - 1];
        }
        return steps;
    }

    private static boolean partsProse(List<PdfLine> lines, List<Float> before, float gutter) {
        float from = before.isEmpty() ? Float.NEGATIVE_INFINITY : before.getLast();
        List<PdfLine> left = lines.stream().filter(l -> l.left() >= from && l.right() <= gutter).toList();
        List<PdfLine> right = lines.stream().filter(l -> l.left() >= gutter).toList();
        return isProse(left) && right.size() >= FEWEST_LINES && sideBySide(left, right)
                && median(right.stream().mapToInt(l -> l.text().split(" ").length).sorted().toArray()) >= PROSE_WORDS;
    }

    private static boolean isProse(List<PdfLine> column) {
        if (column.size() < FEWEST_LINES) {
            return false;
        }
        double left = column.stream().mapToDouble(PdfLine::left).min().orElse(0);
        double right = column.stream().mapToDouble(PdfLine::right).max().orElse(0);
        int[] words = column.stream().mapToInt(l -> l.text().split(" ").length).sorted().toArray();
        int[] widths = column.stream().mapToInt(l -> (int) l.width()).sorted().toArray();
        return median(words) >= PROSE_WORDS && median(widths) >= PROSE_FILLS * (right - left);
    }

    private static int median(int[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static boolean sideBySide(List<PdfLine> left, List<PdfLine> right) {
        double top = Math.max(top(left), top(right));
        double bottom = Math.min(bottom(left), bottom(right));
        double shorter = Math.min(bottom(left) - top(left), bottom(right) - top(right));
        return bottom - top >= 0.5 * shorter;
    }

    private static double top(List<PdfLine> lines) {
        return lines.stream().mapToDouble(PdfLine::top).min().orElse(0);
    }

    private static double bottom(List<PdfLine> lines) {
        return lines.stream().mapToDouble(PdfLine::bottom).max().orElse(0);
    }
}
