package org.openwash.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// A title, to be told apart from the body: pages print it again as a line of its own, and it must not be read twice.
record Headline(String title) {

    static Headline of(String title) {
        return new Headline(title);
    }

    /// Whether a line says the same, whatever its quotes, spaces and case.
    boolean isRepeatedBy(String line) {
        String key = key(title);
        return !key.isEmpty() && line.length() <= 3 * title.length() + 20 && key(line).equals(key);
    }

    List<Line> removeFrom(List<Line> lines) {
        return lines.stream().map(line -> line.isKept() && isRepeatedBy(line.text()) ? line.drop("title repeated") : line).toList();
    }

    private static String key(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
