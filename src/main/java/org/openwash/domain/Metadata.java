package org.openwash.domain;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is known of an article beside its text, and where each part was found. Every part may be unknown; what is
/// unknown has no origin.
///
/// @param author         names joined with `; `
/// @param modified       the day of the last change, where one is stated
/// @param statedLanguage the language that the page gives for itself (ISO 639-1), right or wrong
public record Metadata(
        @Nullable String url,
        @Nullable String outlet,
        @Nullable String title,
        @Nullable String author,
        @Nullable LocalDate published,
        @Nullable LocalDate modified,
        @Nullable String statedLanguage,
        Origins origins)
        implements Serializable {

    public static final Metadata UNKNOWN = new Metadata(null, null, null, null, null, null, null, Origins.NONE);

    public Metadata {
        boolean dated = origins.published().basis() != DateBasis.NONE;
        if ((published != null) != dated) {
            throw new IllegalArgumentException(
                    "a date needs a basis and a basis a date: " + published + ", " + origins.published().basis());
        }
        Origins known = new Origins(
                known(url, origins.url()),
                known(outlet, origins.outlet()),
                known(title, origins.title()),
                known(author, origins.author()),
                origins.published(),
                known(modified, origins.modified()));
        origins = known.equals(origins) ? origins : known; // one that many share stays shared
    }

    /// What one container says of its article.
    public Metadata(
            @Nullable String url,
            @Nullable String outlet,
            @Nullable String title,
            @Nullable String author,
            @Nullable LocalDate published,
            DateBasis basis) {
        this(url, outlet, title, author, published, null, null, Origins.all(Provenance.stated(basis)));
    }

    /// What one container says of its article, dated or not.
    public static Metadata from(
            DateBasis container,
            @Nullable String url,
            @Nullable String outlet,
            @Nullable String title,
            @Nullable String author,
            @Nullable LocalDate published) {
        Provenance stated = Provenance.stated(container);
        Provenance dated = published == null ? Provenance.NONE : stated;
        return new Metadata(url, outlet, title, author, published, null, null,
                new Origins(stated, stated, stated, stated, dated, Provenance.NONE));
    }

    private static Provenance known(@Nullable Object value, Provenance origin) {
        return value == null ? Provenance.NONE : origin;
    }

    public DateBasis publishedBasis() {
        return origins.published().basis();
    }

    /// These values, with gaps filled from `other`.
    public Metadata orElse(Metadata other) {
        return new Metadata(
                url != null ? url : other.url,
                outlet != null ? outlet : other.outlet,
                title != null ? title : other.title,
                author != null ? author : other.author,
                published != null ? published : other.published,
                modified != null ? modified : other.modified,
                statedLanguage != null ? statedLanguage : other.statedLanguage,
                new Origins(
                        url != null ? origins.url() : other.origins.url(),
                        outlet != null ? origins.outlet() : other.origins.outlet(),
                        title != null ? origins.title() : other.origins.title(),
                        author != null ? origins.author() : other.origins.author(),
                        published != null ? origins.published() : other.origins.published(),
                        modified != null ? origins.modified() : other.origins.modified()));
    }

    public Metadata withTitle(@Nullable String other, Provenance origin) {
        return new Metadata(url, outlet, other, author, published, modified, statedLanguage, origins.withTitle(origin));
    }

    /// The same without a date that lies after the last day that is to be believed.
    public Metadata until(LocalDate latest) {
        boolean late = published != null && published.isAfter(latest);
        boolean lateChange = modified != null && modified.isAfter(latest);
        if (!late && !lateChange) {
            return this;
        }
        Origins o = origins;
        return new Metadata(url, outlet, title, author, late ? null : published, lateChange ? null : modified, statedLanguage,
                new Origins(o.url(), o.outlet(), o.title(), o.author(), late ? Provenance.NONE : o.published(), o.modified()));
    }
}
