package org.openwash.nightly;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
        @Nullable String articleId, @Nullable LocalDate published) {

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

    public boolean isArticle() {
        return articleId != null;
    }
}
