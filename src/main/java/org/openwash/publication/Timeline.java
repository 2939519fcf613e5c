package org.openwash.publication;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Verdict;
import org.openwash.publication.ColumnChart.Column;
import org.openwash.statistics.Piece;
import org.openwash.statistics.Window.Event;

/// Parts time into stretches that can be told apart in a chart: months, quarters or years, or days around an event.
///
/// @param unit    "month", "quarter", "year"
/// @param earlier claims before the first column, where there are too many years
record Timeline(String unit, List<Column> columns, int earlier) {

    private static final int MOST_COLUMNS = 40;
    private static final int MONTHS_A_YEAR = 12;
    private static final int MONTHS_A_QUARTER = 3;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    /// The claims of all dated articles.
    static Timeline of(List<Piece> pieces) {
        List<Piece> dated = pieces.stream().filter(p -> p.published() != null && !p.claims().isEmpty()).toList();
        if (dated.isEmpty()) {
            return new Timeline("month", List.of(), 0);
        }
        var months = dated.stream().mapToInt(p -> month(p.published())).summaryStatistics();
        for (int size : new int[] {1, MONTHS_A_QUARTER, MONTHS_A_YEAR}) {
            int first = Math.floorDiv(months.getMin(), size);
            int last = Math.floorDiv(months.getMax(), size);
            if (last - first < MOST_COLUMNS || size == MONTHS_A_YEAR) {
                int from = Math.max(first, last - MOST_COLUMNS + 1);
                Map<Integer, Map<Verdict, Integer>> counts = counts(dated, p -> Math.floorDiv(month(p.published()), size));
                var columns = new ArrayList<Column>();
                for (int i = from; i <= last; i++) {
                    columns.add(new Column(label(i, size), counts.getOrDefault(i, Map.of())));
                }
                int earlier = counts.entrySet().stream().filter(e -> e.getKey() < from)
                        .flatMap(e -> e.getValue().values().stream()).mapToInt(Integer::intValue).sum();
                return new Timeline(size == 1 ? "month" : size == MONTHS_A_QUARTER ? "quarter" : "year", columns, earlier);
            }
        }
        throw new IllegalStateException("years always fit");
    }

    /// The claims of the days around an event; the first column from 0 on begins with its day.
    static Timeline of(List<Piece> pieces, Event event) {
        int size = (event.days() + MOST_COLUMNS / 2 - 1) / (MOST_COLUMNS / 2);
        int half = (event.days() + size - 1) / size;
        List<Piece> near = pieces.stream().filter(p -> p.published() != null
                && !p.published().isBefore(event.from()) && p.published().isBefore(event.until())).toList();
        Map<Integer, Map<Verdict, Integer>> counts = counts(near,
                p -> (int) Math.floorDiv(p.published().toEpochDay() - event.day().toEpochDay(), (long) size));
        var columns = new ArrayList<Column>();
        for (int i = -half; i < half; i++) {
            LocalDate day = event.day().plusDays((long) i * size);
            columns.add(new Column(day.toString(), counts.getOrDefault(i, Map.of())));
        }
        return new Timeline(size == 1 ? "day" : size + " days", columns, 0);
    }

    private static Map<Integer, Map<Verdict, Integer>> counts(List<Piece> pieces, ToIntFunction<Piece> stretch) {
        var counts = new TreeMap<Integer, Map<Verdict, Integer>>();
        for (Piece piece : pieces) {
            for (ClaimRow row : piece.claims()) {
                counts.computeIfAbsent(stretch.applyAsInt(piece), s -> new EnumMap<>(Verdict.class))
                        .merge(row.judgement().verdict(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static int month(LocalDate day) {
        return day.getYear() * MONTHS_A_YEAR + day.getMonthValue() - 1;
    }

    private static String label(int stretch, int size) {
        int month = stretch * size;
        int year = Math.floorDiv(month, MONTHS_A_YEAR);
        int ofYear = Math.floorMod(month, MONTHS_A_YEAR);
        return switch (size) {
            case 1 -> MONTH.format(YearMonth.of(year, ofYear + 1));
            case MONTHS_A_QUARTER -> year + " Q" + (ofYear / MONTHS_A_QUARTER + 1);
            default -> String.valueOf(year);
        };
    }

    /// Which column holds the most, in words; empty where none holds any.
    String peak() {
        Column most = columns.stream().reduce((a, b) -> b.sum() > a.sum() ? b : a).orElse(null);
        return most == null || most.sum() == 0 ? ""
                : "Most claims: " + most.label() + ", " + Numbers.whole(most.sum()) + ".";
    }
}
