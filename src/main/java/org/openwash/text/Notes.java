package org.openwash.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Joins what several steps had to assume into the one note of an article.
final class Notes {

    private Notes() {}

    static String join(String... notes) {
        return Stream.of(notes).filter(n -> !n.isEmpty()).collect(Collectors.joining("; "));
    }
}
