package org.openwash.nlp;

import java.util.Collection;
import org.openwash.domain.PartedText;

/// The names of a model's features, numbered in their order. A feature is looked up by its fingerprint alone: one read
/// of memory tells its number, or that it is none of the model, as most are. That two names have one fingerprint is so
/// improbable (once in 10^18 pairs) that names are not compared.
final class FeatureTable {

    /// bits of a slot that hold a number; the others hold those of the fingerprint that do not tell the slot
    private static final int NUMBER = 20;
    private static final long NUMBERS = (1L << NUMBER) - 1;

    private final String[] names;
    /// 0 for none. Half as many again as names, or more: they are to fit into the processor's caches.
    private final long[] slots;

    /// @param features each once
    FeatureTable(Collection<String> features) {
        names = features.toArray(String[]::new);
        slots = new long[2 * Integer.highestOneBit(Math.max(1, names.length * 3 / 2))];
        if (slots.length > NUMBERS) {
            throw new IllegalArgumentException("too many features: " + names.length);
        }
        for (int i = 0; i < names.length; i++) {
            long fingerprint = PartedText.fingerprint(names[i]);
            int slot = slot(fingerprint);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = fingerprint & ~NUMBERS | i + 1;
        }
    }

    private int slot(long fingerprint) {
        return (int) fingerprint & slots.length - 1;
    }

    /// -1 for a feature that is none.
    int place(PartedText name) {
        long fingerprint = name.fingerprint();
        int slot = slot(fingerprint);
        while (slots[slot] != 0) {
            if (((slots[slot] ^ fingerprint) & ~NUMBERS) == 0) {
                return (int) (slots[slot] & NUMBERS) - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return -1;
    }

    String name(int place) {
        return names[place];
    }

    int size() {
        return names.length;
    }
}
