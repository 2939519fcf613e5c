package org.openwash.stories;

import java.util.Arrays;
import org.openwash.domain.FixedHash;

/// Finds, among the signatures put in, those that agree with another in a whole band of places.
///
/// Two rows a band find a brief: of texts that share a fifth of their shingles (Jaccard 0.2) 98 in 100 are found, of
/// those that share a tenth 62, of those that share a hundredth 1 (`1 - (1 - s²)⁹⁶`). A band that already leads to many
/// holds a phrase that everybody uses; it leads to no more, so that the cost of a look-up is bounded.
final class Bands {

    static final int ROWS = 2;
    static final int BANDS = Sketch.SIZE / ROWS;

    /// As many signatures as one band may lead to.
    private static final int CROWD = 32;

    private static final int NONE = -1;
    private static final int MOST_HEADS = 1 << 24;

    private final short[][] sketches;
    /// of chains of entries; entry `n` is band `n % BANDS` of member `n / BANDS`
    private final int[] heads;
    private int[] next = new int[BANDS * 64];
    private final int[] seen;
    private final int[] crowd = new int[CROWD];
    private int size;
    private int asked;

    Bands(int most) {
        sketches = new short[most][];
        seen = new int[most];
        heads = new int[(int) Math.clamp(Long.highestOneBit((long) most * BANDS), 1024, MOST_HEADS)];
        Arrays.fill(heads, NONE);
    }

    /// Puts in a signature; members are numbered from 0.
    void add(short[] sketch) {
        sketches[size] = sketch;
        if ((size + 1) * BANDS > next.length) {
            next = Arrays.copyOf(next, Math.min(2 * next.length, sketches.length * BANDS));
        }
        for (int band = 0; band < BANDS; band++) {
            if (members(sketch, band, crowd) < CROWD) {
                int entry = size * BANDS + band;
                int head = head(sketch, band);
                next[entry] = heads[head];
                heads[head] = entry;
            }
        }
        size++;
    }

    /// Numbers of the members that agree in a band, each once, in the order found.
    int[] like(short[] sketch) {
        asked++;
        int[] found = new int[16];
        int count = 0;
        for (int band = 0; band < BANDS; band++) {
            int inBand = members(sketch, band, crowd);
            for (int i = 0; i < inBand && inBand < CROWD; i++) {
                if (seen[crowd[i]] != asked) {
                    seen[crowd[i]] = asked;
                    found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                    found[count++] = crowd[i];
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    /// Puts into `into` the members that agree in a band, at most CROWD of them.
    private int members(short[] sketch, int band, int[] into) {
        int count = 0;
        for (int entry = heads[head(sketch, band)]; entry != NONE && count < CROWD; entry = next[entry]) {
            if (entry % BANDS == band && agree(sketch, sketches[entry / BANDS], band)) {
                into[count++] = entry / BANDS;
            }
        }
        return count;
    }

    short[] sketch(int member) {
        return sketches[member];
    }

    private int head(short[] sketch, int band) {
        long key = band;
        for (int row = 0; row < ROWS; row++) {
            key = key << 16 | sketch[band * ROWS + row] & 0xFFFF;
        }
        return (int) FixedHash.mix(key) & heads.length - 1;
    }

    private static boolean agree(short[] one, short[] other, int band) {
        for (int i = band * ROWS; i < (band + 1) * ROWS; i++) {
            if (one[i] != other[i]) {
                return false;
            }
        }
        return true;
    }
}
