package org.openwash.ingest;

/// Shortens words from untrusted input for a message: one line, no control characters.
final class Excerpt {

    private static final int LONGEST = 60;

    private Excerpt() {}

    static String of(String words) {
        return of(words, LONGEST);
    }

    static String of(String words, int longest) {
        String head = words.length() <= 4 * longest ? words : words.substring(0, 4 * longest);
        String line = head.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\s]+", " ").strip();
        return line.length() <= longest ? line : line.substring(0, longest) + "…";
    }
}
