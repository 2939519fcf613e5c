package org.openwash.web;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openwash.domain.Facet;

/// How the claims of a search are spread over time: months, or years where there are many months.
///
/// @param summary the same in words, for who cannot see it
/// @param width   of the drawing, in its own units
record Histogram(List<Bar> bars, String summary, int width) {

    static final int HEIGHT = 60;
    static final int STEP = 12;
    private static final int MOST_MONTHS = 36;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ENGLISH);

    /// @param value as a query for `published` takes it
    /// @param x     left edge in the drawing
    record Bar(String value, String label, int claims, int x, int height) {}

    /// @param months values such as `2024-05`, with claims
    static Histogram of(List<Facet.Value> months) {
        var counts = new TreeMap<YearMonth, Integer>();
        months.forEach(m -> counts.put(YearMonth.parse(m.value()), m.claims()));
        if (counts.isEmpty()) {
            return new Histogram(List.of(), "", 0);
        }
        long span = counts.firstKey().until(counts.lastKey(), java.time.temporal.ChronoUnit.MONTHS) + 1;
        return span <= MOST_MONTHS ? byMonth(counts) : byYear(counts);
    }

    private static Histogram byMonth(TreeMap<YearMonth, Integer> counts) {
        var all = new TreeMap<String, Integer>();
        for (YearMonth m = counts.firstKey(); !m.isAfter(counts.lastKey()); m = m.plusMonths(1)) {
            all.put(m.toString(), counts.getOrDefault(m, 0));
        }
        return drawn(all, "month");
    }

    private static Histogram byYear(TreeMap<YearMonth, Integer> counts) {
        var all = new TreeMap<String, Integer>();
        for (int year = counts.firstKey().getYear(); year <= counts.lastKey().getYear(); year++) {
            all.put(String.format(Locale.ROOT, "%04d", year), 0);
        }
        counts.forEach((month, claims) -> all.merge(month.toString().substring(0, 4), claims, Integer::sum));
        return drawn(all, "year");
    }

    private static Histogram drawn(TreeMap<String, Integer> all, String unit) {
        var most = all.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        var bars = new ArrayList<Bar>();
        all.forEach((value, claims) -> bars.add(new Bar(value, label(value), claims, bars.size() * STEP,
                claims == 0 ? 0 : Math.max(2, Math.round((float) claims * HEIGHT / most.getValue())))));
        String summary = "Claims by " + unit + " from " + bars.getFirst().label() + " to " + bars.getLast().label()
                + ", most in " + label(most.getKey()) + ": " + most.getValue();
        return new Histogram(List.copyOf(bars), summary, bars.size() * STEP);
    }

    private static String label(String value) {
        return value.length() == 7 ? MONTH.format(YearMonth.parse(value)) : value;
    }
}
