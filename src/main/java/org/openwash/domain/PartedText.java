package org.openwash.domain;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A text in parts, to be looked up without joining them: its fingerprint is made of those of its parts, which are
/// remembered. What names millions of features and finds most of them in no table is best not joined at all.
///
/// For one thread, to be filled again and again.
public final class PartedText {

    /// Odd, so that no power of it is lost, and otherwise chosen by lot.
    private static final long BASE = 0xD6E8FEB86659FD93L;
    private static final long[] POWERS = new long[128];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = BASE * POWERS[i - 1];
        }
    }

    /// The parts seen last, by their hash. Shared by all threads without a lock: an entry does not change, and one that
    /// another thread has not seen yet, or that a later one took the place of, is only made again.
    private static final @Nullable Part[] SEEN = new Part[1 << 14];

    private record Part(String text, long fingerprint) {}

    private final String front;
    private final long frontSum;
    private boolean behindFront;
    private String[] parts = new String[16];
    private int count;
    private long sum;
    private int length;

    public PartedText() {
        this("");
    }

    /// @param front what stands before all else once [#behindFront] was called
    public PartedText(String front) {
        this.front = front;
        frontSum = sum(front);
    }

    public PartedText clear() {
        behindFront = false;
        count = 0;
        sum = 0;
        length = 0;
        return this;
    }

    public PartedText add(String part) {
        if (count == parts.length) {
            parts = Arrays.copyOf(parts, 2 * count);
        }
        parts[count++] = part;
        sum = sum * power(part.length()) + sumOf(part);
        length += part.length();
        return this;
    }

    /// Puts the front before what was added, until the next [#clear].
    public PartedText behindFront() {
        behindFront = true;
        return this;
    }

    /// 64 bits, the same for a text however it is parted, and for two texts by chance only, once in about 10^18 pairs.
    public long fingerprint() {
        return mixed(behindFront ? frontSum * power(length) + sum : sum);
    }

    public static long fingerprint(String text) {
        return mixed(sum(text));
    }

    /// Parts of ordinary length are remembered; a text made to fill memory is not.
    private static long sumOf(String part) {
        if (part.length() >= POWERS.length) {
            return sum(part);
        }
        int place = part.hashCode() & SEEN.length - 1;
        Part seen = SEEN[place];
        if (seen == null || !seen.text.equals(part)) {
            seen = new Part(part, sum(part));
            SEEN[place] = seen;
        }
        return seen.fingerprint;
    }

    private static long sum(String text) {
        long sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum = sum * BASE + text.charAt(i);
        }
        return sum;
    }

    /// So that all bits tell texts apart, not the upper ones alone.
    private static long mixed(long sum) {
        long mixed = (sum ^ sum >>> 32) * BASE;
        return mixed ^ mixed >>> 29;
    }

    private static long power(int exponent) {
        if (exponent < POWERS.length) {
            return POWERS[exponent];
        }
        long half = power(exponent / 2);
        return half * half * POWERS[exponent % 2];
    }

    /// All parts joined.
    @Override
    public String toString() {
        var whole = new StringBuilder(front.length() + length).append(behindFront ? front : "");
        for (int i = 0; i < count; i++) {
            whole.append(parts[i]);
        }
        return whole.toString();
    }
}
