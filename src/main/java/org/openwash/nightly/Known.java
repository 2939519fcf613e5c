package org.openwash.nightly;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Article;
import org.openwash.domain.Outcome;

/// What a run remembers of one input: a file, a record of one, or a member of an archive.
///
/// @param print     hash of all that was read: bytes, format and what the container says of the article; empty where
///                  there was nothing to analyse
/// @param reading   by which rules, models and names it was read
/// @param reason    for inputs.csv
/// @param articleId null where there is no article; of a failed input, the article that it gave before, which is kept
/// @param published the article's day; null where it has none
public record Known(
        String source, String print, String reading, Kind kind, String reason, String place,
        @Nullable String articleId, @Nullable LocalDate published)
        implements Serializable {

    /// What the input turned out to be.
    public enum Kind {
        ARTICLE,
        OTHER_LANGUAGE,
        SKIPPED,
        FAILED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT));
        }
    }

    /// What became of an input, as the books of a run have it.
    public static Known of(Outcome outcome, String print, String reading) {
        return switch (outcome) {
            case Outcome.Analysed analysed ->
                    of(analysed.article(), print, reading, Kind.ARTICLE, analysed.article().notes());
            case Outcome.OtherLanguage other ->
                    of(other.article(), print, reading, Kind.OTHER_LANGUAGE, "language: " + other.article().language());
            case Outcome.Skipped skipped ->
                    new Known(skipped.source(), print, reading, Kind.SKIPPED, skipped.reason(), "", null, null);
            case Outcome.Failed failed ->
                    new Known(failed.source(), print, reading, Kind.FAILED, failed.reason(), failed.place(), null, null);
        };
    }

    private static Known of(Article article, String print, String reading, Kind kind, String reason) {
        return new Known(article.source(), print, reading, kind, reason, "", article.id(), article.published());
    }

    /// The same of an input that cannot be read now, and keeps the article that it gave before.
    public Known keeping(@Nullable Known gave) {
        return gave == null ? this
                : new Known(source, print, reading, kind, reason, place, gave.articleId(), gave.published());
    }

    public boolean isArticle() {
        return articleId != null;
    }
}
