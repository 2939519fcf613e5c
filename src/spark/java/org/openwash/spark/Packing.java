package org.openwash.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// The files of a run in as many heaps as there are to be tasks, of about the same size. A file is never parted, since its
/// records are named by their place in it, and lies in one heap however often it is given.
///
/// @param heaps none is empty
record Packing(List<List<InputUnit>> heaps) {

    /// A file costs as much as so many bytes, however small it is.
    private static final long FOR_OPENING = 4_096;
    /// A heap that is so many times the average keeps the others waiting.
    private static final double UNEVEN = 1.5;

    private static final class Heap {
        private final int number;
        private final List<InputUnit> units = new ArrayList<>();
        private long weight;

        Heap(int number) {
            this.number = number;
        }
    }

    /// @param tasks the most heaps
    static Packing of(List<InputUnit> units, int tasks) {
        Map<String, List<InputUnit>> bySource = new LinkedHashMap<>();
        units.forEach(unit -> bySource.computeIfAbsent(unit.source(), source -> new ArrayList<>()).add(unit));
        var heaps = new PriorityQueue<Heap>(Comparator.comparingLong((Heap h) -> h.weight).thenComparingInt(h -> h.number));
        for (int i = 0; i < Math.min(tasks, bySource.size()); i++) {
            heaps.add(new Heap(i));
        }
        // the largest first, each onto the lightest heap
        bySource.values().stream()
                .sorted(Comparator.comparingLong((List<InputUnit> same) -> -weight(same)).thenComparing(same -> same.getFirst().source()))
                .forEach(same -> {
                    Heap lightest = heaps.remove();
                    lightest.units.addAll(same);
                    lightest.weight += weight(same);
                    heaps.add(lightest);
                });
        return new Packing(heaps.stream().sorted(Comparator.comparingInt(h -> h.number)).map(h -> List.copyOf(h.units)).toList());
    }

    private static long weight(List<InputUnit> units) {
        return units.stream().mapToLong(unit -> unit.size() + FOR_OPENING).sum();
    }

    /// Whether the articles must be spread anew, since a few large files hold most of them.
    boolean isUneven(int tasks) {
        long all = heaps.stream().mapToLong(Packing::weight).sum();
        long most = heaps.stream().mapToLong(Packing::weight).max().orElse(0);
        return most * (double) tasks > UNEVEN * all;
    }
}
