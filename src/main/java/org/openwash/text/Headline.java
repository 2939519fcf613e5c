package org.openwash.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// A title, to be told apart from the body: pages print it again as a line of its own, and it must not be read twice.
///
/// @param key the title without what may differ: quotes, spaces, case
record Headline(String title, String key) {

    /// A line that is so much longer does not repeat the title.
    private static final int LONGER = 20;

    static Headline of(String title) {
        return new Headline(title, key(title));
    }

    /// Whether a line says the same, whatever its quotes, spaces and case.
    boolean isRepeatedBy(String line) {
        return !key.isEmpty() && line.length() >= key.length() / 2 && line.length() <= 3 * title.length() / 2 + LONGER
                && key(line).equals(key);
    }

    List<Line> removeFrom(List<Line> lines) {
        return lines.stream().map(line -> line.isKept() && isRepeatedBy(line.text()) ? line.drop("title repeated") : line).toList();
    }

    private static String key(String words) {
        String normal = Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var key = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); ) {
            int c = normal.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                key.appendCodePoint(c);
            }
        }
        return key.toString();
    }
}
