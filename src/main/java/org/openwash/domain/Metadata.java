package org.openwash.domain;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is known of an article beside its text. Every part may be unknown.
///
/// @param author names joined with `; `
public record Metadata(
        @Nullable String url,
        @Nullable String outlet,
        @Nullable String title,
        @Nullable String author,
        @Nullable LocalDate published,
        DateBasis publishedBasis)
        implements Serializable {

    public static final Metadata UNKNOWN = new Metadata(null, null, null, null, null, DateBasis.NONE);

    public Metadata {
        if ((published == null) != (publishedBasis == DateBasis.NONE)) {
            throw new IllegalArgumentException("a date needs a basis and a basis a date: " + published + ", " + publishedBasis);
        }
    }

    /// These values, with gaps filled from `other`.
    public Metadata orElse(Metadata other) {
        return new Metadata(
                url != null ? url : other.url,
                outlet != null ? outlet : other.outlet,
                title != null ? title : other.title,
                author != null ? author : other.author,
                published != null ? published : other.published,
                published != null ? publishedBasis : other.publishedBasis);
    }
}
