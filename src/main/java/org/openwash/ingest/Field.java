package org.openwash.ingest;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a record of an export can say of an article.
enum Field {
    TEXT,
    HTML,
    URL,
    OUTLET,
    TITLE,
    AUTHOR,
    PUBLISHED,
    /// the first paragraph, where it is kept apart from the rest of the text
    LEAD,
    /// what stands for the text where there is none
    SUMMARY;

    /// Whether it holds text of the article, and not words about it.
    boolean isProse() {
        return this == TEXT || this == HTML || this == LEAD || this == SUMMARY;
    }

    /// Whether a record is one by saying this, if it says nothing else.
    boolean makesRecord() {
        return isProse() || this == URL;
    }

    static Optional<Field> named(String name) {
        return Arrays.stream(values()).filter(f -> f.name().equals(name.toUpperCase(Locale.ROOT))).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(f -> f.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }
}
