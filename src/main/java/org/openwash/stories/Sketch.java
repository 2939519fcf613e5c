package org.openwash.stories;

import java.util.Arrays;
import org.openwash.domain.FixedHash;

/// MinHash signature of a set of shingles: two signatures agree in about the share of places that the sets have in
/// common (Jaccard). A place holds 16 bits, which agree by chance once in 65,536.
///
/// Computed by "fast similarity sketching" (Dahlgaard, Knudsen, Thorup 2017), which gives what as many independent hash
/// functions would, in time near that of one: in each round every shingle falls into one place, and the first round
/// that reaches a place, and there the smallest hash, decides it.
final class Sketch {

    /// Places of a signature.
    static final int SIZE = 192;

    private Sketch() {}

    static short[] of(Shingles shingles) {
        long[] smallest = new long[SIZE];
        Arrays.fill(smallest, Long.MAX_VALUE);
        int open = SIZE;
        for (int round = 0; open > 0; round++) {
            for (int shingle : shingles.sorted()) {
                long hash = FixedHash.mix((long) round << 32 | shingle & 0xFFFFFFFFL);
                int place = round < SIZE ? (int) ((hash >>> 32) * SIZE >>> 32) : round - SIZE;
                long value = (long) round << 32 | hash & 0xFFFFFFFFL;
                open -= smallest[place] == Long.MAX_VALUE ? 1 : 0;
                smallest[place] = Math.min(smallest[place], value);
            }
        }
        short[] sketch = new short[SIZE];
        for (int i = 0; i < SIZE; i++) {
            sketch[i] = (short) FixedHash.mix(smallest[i]);
        }
        return sketch;
    }

    /// Places in which two signatures agree.
    static int agreement(short[] one, short[] other) {
        int equal = 0;
        for (int i = 0; i < SIZE; i++) {
            equal += one[i] == other[i] ? 1 : 0;
        }
        return equal;
    }
}
