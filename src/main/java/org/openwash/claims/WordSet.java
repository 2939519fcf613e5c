package org.openwash.claims;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;

/// A few words, asked all the time whether another is among them, which most are not. A bit for each hash says so of
/// nearly all of them before any word is looked at.
final class WordSet extends AbstractSet<String> {

    /// bits for each word: with so many one in sixteen of the other words gets past them
    private static final int SPARE = 16;

    /// In the order in which they were given.
    private final List<String> words;
    private final long[] bits;
    /// By hash; twice as many places as words, or more.
    private final String[] places;

    WordSet(Collection<String> words) {
        this.words = List.copyOf(new LinkedHashSet<>(words));
        int size = Integer.highestOneBit(Math.max(1, this.words.size()));
        bits = new long[Math.max(1, 2 * size * SPARE / Long.SIZE)];
        places = new String[4 * size];
        for (String word : this.words) {
            int hash = hash(word);
            bits[hash >>> 6 & bits.length - 1] |= 1L << hash;
            int place = hash & places.length - 1;
            while (places[place] != null) {
                place = place + 1 & places.length - 1;
            }
            places[place] = word;
        }
    }

    private static int hash(Object word) {
        int hash = word.hashCode() * 0x9E3779B1;
        return hash ^ hash >>> 15;
    }

    @Override
    public boolean contains(Object word) {
        int hash = hash(word);
        if ((bits[hash >>> 6 & bits.length - 1] >>> hash & 1) == 0) {
            return false;
        }
        for (int place = hash & places.length - 1; places[place] != null; place = place + 1 & places.length - 1) {
            if (places[place].equals(word)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Iterator<String> iterator() {
        return words.iterator();
    }

    @Override
    public int size() {
        return words.size();
    }
}
