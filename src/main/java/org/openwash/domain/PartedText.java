package org.openwash.domain;

import java.util.Arrays;

/// A text in parts, to be looked up without joining them: its hash is that of the whole, made of the hashes that the
/// parts remember. What names millions of features and finds most of them in no table is best not joined at all.
///
/// For one thread, to be filled again and again.
public final class PartedText {

    /// Powers of 31, by which [String#hashCode()] moves on.
    private static final int[] POWERS = new int[128];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 31 * POWERS[i - 1];
        }
    }

    /// The first stands before the others, and is often empty.
    private String[] parts = new String[16];
    private int count;
    private int hash;
    private int length;

    public PartedText() {
        clear();
    }

    public PartedText clear() {
        parts[0] = "";
        count = 1;
        hash = 0;
        length = 0;
        return this;
    }

    public PartedText add(String part) {
        if (count == parts.length) {
            parts = Arrays.copyOf(parts, 2 * count);
        }
        parts[count++] = part;
        hash = hash * power(part.length()) + part.hashCode();
        length += part.length();
        return this;
    }

    /// Sets what stands before all that was added, which must not have been set yet.
    public PartedText behind(String front) {
        parts[0] = front;
        hash += front.hashCode() * power(length);
        length += front.length();
        return this;
    }

    private static int power(int exponent) {
        return exponent < POWERS.length ? POWERS[exponent] : POWERS[POWERS.length - 1] * power(exponent - POWERS.length + 1);
    }

    /// That of the whole text.
    @Override
    public int hashCode() {
        return hash;
    }

    /// Whether the whole text is this one.
    public boolean matches(String text) {
        if (text.length() != length) {
            return false;
        }
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (!text.startsWith(parts[i], at)) {
                return false;
            }
            at += parts[i].length();
        }
        return true;
    }

    /// Whether it is the same text, however parted.
    @Override
    public boolean equals(Object other) {
        return other instanceof PartedText text && matches(text.toString());
    }

    @Override
    public String toString() {
        var whole = new StringBuilder(length);
        for (int i = 0; i < count; i++) {
            whole.append(parts[i]);
        }
        return whole.toString();
    }
}
