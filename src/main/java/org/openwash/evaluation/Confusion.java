package org.openwash.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Shows what is mistaken for what: how often each value of the gold set (rows) was read as each value (columns).
public record Confusion(List<String> labels, List<List<Integer>> counts) {

    public Confusion {
        labels = List.copyOf(labels);
        counts = counts.stream().map(List::copyOf).toList();
    }

    /// What one claim should be and what it was read as.
    record Reading<E>(E gold, E found) {

        /// Where several values are accepted, a right one stands in its own row and a wrong one in that of the first,
        /// so that the diagonal counts what is right.
        static <E> Stream<Reading<E>> of(List<E> accepted, E found) {
            return accepted.contains(found)
                    ? Stream.of(new Reading<>(found, found))
                    : accepted.stream().limit(1).map(first -> new Reading<>(first, found));
        }
    }

    static <E extends Enum<E>> Confusion of(E[] values, Function<E, String> label, List<Reading<E>> readings) {
        int[][] cells = new int[values.length][values.length];
        readings.forEach(reading -> cells[reading.gold().ordinal()][reading.found().ordinal()]++);
        List<List<Integer>> counts = new ArrayList<>();
        for (int[] row : cells) {
            counts.add(Arrays.stream(row).boxed().toList());
        }
        return new Confusion(Stream.of(values).map(label).toList(), counts);
    }

    public int count(String gold, String found) {
        return counts.get(labels.indexOf(gold)).get(labels.indexOf(found));
    }
}
