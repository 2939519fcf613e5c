package org.openwash.report;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Metadata;

/// One thing that is other than it was at the last nightly run.
///
/// @param source    the input, or place that inputs come from
/// @param articleId empty where it is no matter of one article
/// @param title     of the article; empty where there is none
/// @param before    the claim as it was; null where there was none
/// @param now       the claim as it is; null where there is none
/// @param detail    what else there is to say
public record Change(Kind kind, Why why, String source, String articleId, Metadata metadata, String title,
        @Nullable ClaimRow before, @Nullable ClaimRow now, String detail) {

    /// What happened, the most important first.
    public enum Kind {
        NEW_FLAG,
        WITHDRAWN_FLAG,
        /// flagged or not as before, but with other words or another verdict
        CHANGED_CLAIM,
        /// in an article that was known before
        NEW_CLAIM,
        /// in an article that is still there
        GONE_CLAIM,
        UNKNOWN_SUBJECT,
        ARTICLE_EDITED,
        ARTICLE_DELETED,
        FAILING_INPUT,
        /// a place that inputs come from has brought nothing new for long
        QUIET_SOURCE;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Why it happened.
    public enum Why {
        NEW_ARTICLE,
        ARTICLE_EDITED,
        ARTICLE_DELETED,
        /// other facts, licence rules or yardstick
        FACTS_CHANGED,
        /// other rules, models or names
        RULES_CHANGED,
        /// a reviewer's
        DECISION,
        /// `--min-confidence`
        THRESHOLD_CHANGED,
        /// the outlet prints the line in many articles, or no longer does
        REPEATED_TEXT,
        SOURCE;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// A change of one claim.
    public static Change ofClaim(Kind kind, Why why, @Nullable ClaimRow before, @Nullable ClaimRow now) {
        ClaimRow row = now != null ? now : Objects.requireNonNull(before, "a change of no claim");
        return new Change(kind, why, row.source(), row.claim().articleId(), row.metadata(), row.title(), before, now, "");
    }

    /// The claim as it is, or was; null where it is no matter of a claim.
    public @Nullable ClaimRow row() {
        return now != null ? now : before;
    }

    /// Why it happened, in plain words that follow "because".
    String reason() {
        boolean stands = stands(now);
        return switch (why) {
            case NEW_ARTICLE -> "the article is new";
            case ARTICLE_EDITED -> "the article was edited";
            case ARTICLE_DELETED -> "the article is no longer among the inputs";
            case FACTS_CHANGED -> "it is judged by other facts, licence rules or another yardstick";
            case RULES_CHANGED -> "articles are read by other rules, models or names";
            case DECISION -> stands ? "a reviewer no longer rejects it" : "a reviewer rejects it";
            case THRESHOLD_CHANGED -> "the confidence asked for (--min-confidence) is another";
            case REPEATED_TEXT -> stands ? "the outlet no longer prints the line in many articles"
                    : "the outlet prints the line in many articles";
            case SOURCE -> "of its source";
        };
    }

    /// Whether a claim counts as a flag: flagged, and not rejected by a reviewer.
    public static boolean stands(@Nullable ClaimRow row) {
        return row != null && row.flagged() && !row.standing().isRejected();
    }
}
