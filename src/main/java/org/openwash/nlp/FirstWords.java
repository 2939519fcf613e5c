package org.openwash.nlp;

import java.util.BitSet;
import java.util.Collection;
import java.util.function.IntPredicate;

/// Finds the places of a text where one of many phrases may begin: one walk over the characters that makes no objects. It
/// compares hashes of first words, as [Pieces] cuts them, so whoever asks must look closer.
final class FirstWords {

    /// Bits of a hash that are looked at first; few words of a text pass by chance.
    private static final int BITS = 1 << 16;

    private final BitSet hashes = new BitSet(BITS);

    /// @param words in lower case
    FirstWords(Collection<String> words) {
        words.forEach(word -> hashes.set(slot(word.hashCode())));
    }

    private static int slot(int hash) {
        return (hash * 0x9E3779B1) >>> 16;
    }

    /// Whether the test holds for one of the places where a phrase may begin.
    boolean any(String text, IntPredicate test) {
        boolean joined = false; // whether the piece before ends where this one begins
        for (int i = 0; i < text.length(); ) {
            int start = i;
            char c = text.charAt(i);
            int hash = 0;
            if (isLetter(c)) {
                while (i < text.length() && isLetter(text.charAt(i))) {
                    hash = 31 * hash + lower(text.charAt(i++));
                }
            } else if (Character.isDigit(c)) {
                while (i < text.length() && (Character.isDigit(text.charAt(i)) || text.charAt(i) == '.'
                        && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1)))) {
                    hash = 31 * hash + text.charAt(i++);
                }
            } else if (c == '+' || c == '#') {
                hash = c;
                i++;
            }
            if (i == start) {
                joined = false;
                i++;
            } else {
                if (!joined && hashes.get(slot(hash)) && test.test(start)) {
                    return true;
                }
                joined = true;
            }
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return c < 128 ? (c | 32) >= 'a' && (c | 32) <= 'z' : Character.isLetter(c);
    }

    private static int lower(char c) {
        return c < 128 ? c | 32 : Character.toLowerCase(c);
    }
}
