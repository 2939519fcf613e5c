package org.openwash.evaluation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// Compares collections in which the same thing may occur twice: two claims found for one in the gold set are one hit
/// and one too many.
final class Bag<T> {

    private final Map<T, Integer> counts = new LinkedHashMap<>();
    private final int size;

    private Bag(Collection<? extends T> things) {
        things.forEach(thing -> counts.merge(thing, 1, Integer::sum));
        size = things.size();
    }

    static <T> Bag<T> of(Collection<? extends T> things) {
        return new Bag<>(things);
    }

    int size() {
        return size;
    }

    /// How many things can be paired off with things of the other bag.
    int shared(Bag<T> other) {
        int shared = 0;
        for (Map.Entry<T, Integer> entry : counts.entrySet()) {
            shared += Math.min(entry.getValue(), other.counts.getOrDefault(entry.getKey(), 0));
        }
        return shared;
    }

    /// Whether and how often a thing is left when each of `taken` has been paired off, summed over what `wanted` has.
    int sharedAfter(Bag<T> taken, Bag<T> wanted) {
        int shared = 0;
        for (Map.Entry<T, Integer> entry : counts.entrySet()) {
            int left = Math.max(0, entry.getValue() - taken.counts.getOrDefault(entry.getKey(), 0));
            shared += Math.min(left, wanted.counts.getOrDefault(entry.getKey(), 0));
        }
        return shared;
    }
}
