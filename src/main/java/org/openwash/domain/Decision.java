package org.openwash.domain;

import java.io.Serializable;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One line of a reviewer's work: what was decided on a claim, when, by whom, and what the claim was then.
///
/// The claim's words and verdict are kept with it, so that a claim that reads otherwise today, or that the facts judge
/// otherwise, can be told from the one that was decided on.
///
/// @param at       null in a file written by hand
/// @param verdict  the verdict that the reviewer saw; null in a file written by hand
/// @param article  id of the claim's article; empty in a file written by hand
/// @param sentence the claim's sentence; empty in a file written by hand
public record Decision(
        String claimId,
        Kind kind,
        String reviewer,
        String note,
        @Nullable Instant at,
        @Nullable Verdict verdict,
        String article,
        String sentence,
        String subject,
        String aspect)
        implements Serializable {

    /// What can be decided.
    public enum Kind {
        /// the claim is read rightly, and its flag is right
        ACCEPTED,
        /// the claim is read wrongly, or its flag is wrong
        REJECTED,
        /// a second look is needed
        UNSURE,
        /// takes the last decision on the claim back
        UNDONE;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A decision on a claim as it stands.
    public static Decision on(ClaimRow row, Kind kind, String reviewer, String note, Instant at) {
        return new Decision(row.claim().id(), kind, reviewer, note, at, row.judgement().verdict(),
                row.claim().articleId(), row.sentence(), row.claim().subject(), row.claim().aspect().label());
    }
}
