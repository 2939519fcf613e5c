package org.openwash.domain;

/// Hashes that are the same on every machine and in every version of Java, for what is stored or decides an order.
/// Not for secrets: they can be steered.
public final class FixedHash {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private FixedHash() {}

    /// Spreads the bits of a value over all of the result (the finaliser of MurmurHash3).
    public static long mix(long value) {
        long h = value;
        h = (h ^ (h >>> 33)) * 0xFF51AFD7ED558CCDL;
        h = (h ^ (h >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return h ^ (h >>> 33);
    }

    /// A hash of a sequence, given that of all but its last member.
    public static long append(long hash, long next) {
        return mix((hash + next) * MULTIPLIER + 1);
    }

    public static long of(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = append(hash, text.charAt(i));
        }
        return hash;
    }
}
