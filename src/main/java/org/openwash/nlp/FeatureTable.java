package org.openwash.nlp;

import java.util.Collection;
import org.openwash.domain.PartedText;

/// The names of a model's features, numbered in their order. Most of what is asked for is not among them, and that shows
/// by the hash alone: a few bytes side by side instead of an object to be fetched.
final class FeatureTable {

    private final String[] names;
    /// Slots by hash: the hash of a name, 0 for none. Twice as many as names, or more.
    private final int[] hashes;
    private final int[] places;

    /// @param features each once
    FeatureTable(Collection<String> features) {
        names = features.toArray(String[]::new);
        hashes = new int[Integer.highestOneBit(Math.max(1, names.length)) * 4];
        places = new int[hashes.length];
        for (int i = 0; i < names.length; i++) {
            int hash = hash(names[i]);
            int slot = slot(hash);
            while (hashes[slot] != 0) {
                slot = slot + 1 & hashes.length - 1;
            }
            hashes[slot] = hash;
            places[slot] = i;
        }
    }

    /// The same for a text and its parts.
    private static int hash(Object name) {
        int hash = name.hashCode();
        return hash == 0 ? 1 : hash;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) * 0x9E3779B1 >>> 7 & hashes.length - 1;
    }

    /// -1 for a feature that is none.
    int place(PartedText name) {
        int hash = hash(name);
        for (int slot = slot(hash); hashes[slot] != 0; slot = slot + 1 & hashes.length - 1) {
            if (hashes[slot] == hash && name.matches(names[places[slot]])) {
                return places[slot];
            }
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
