package org.openwash.domain;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A name that the press uses for a subject, company or licence, and when it means that one.
///
/// @param caseSensitive true for names that are also common words ("Scout", "CLIP")
/// @param needs         words of which at least one must stand elsewhere in the article; empty if the name is clear by itself
/// @param from          the name means this thing in articles from this day on; null for always
/// @param until         the last such day; null for no end
public record Alias(
        String text, boolean caseSensitive, List<String> needs, @Nullable LocalDate from, @Nullable LocalDate until)
        implements Serializable {

    public Alias {
        needs = List.copyOf(needs);
    }

    public static Alias of(String text) {
        return new Alias(text, false, List.of(), null, null);
    }

    /// Whether the name means this thing in an article of that day; an undated article counts as any day.
    public boolean meantOn(@Nullable LocalDate day) {
        return day == null
                || (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
