package org.openwash.domain;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/// What reviewers' decisions come to for one claim of today.
///
/// @param word     `accepted`, `rejected`, `unsure`, `reopened`; empty where nobody has decided
/// @param decision the last decision that stands; null where there is none
/// @param reason   why a decided claim is open again; empty otherwise
public record Standing(String word, @Nullable Decision decision, String reason) implements Serializable {

    public static final String REOPENED = "reopened";
    public static final Standing NONE = new Standing("", null, "");

    static Standing of(Decision decision) {
        return new Standing(decision.kind().label(), decision, "");
    }

    static Standing reopened(Decision decision, String reason) {
        return new Standing(REOPENED, decision, reason);
    }

    /// Whether a reviewer has rejected the claim or its flag, and nothing has opened the decision again.
    public boolean isRejected() {
        return word.equals(Decision.Kind.REJECTED.label());
    }

    public String reviewer() {
        return decision == null ? "" : decision.reviewer();
    }

    public String note() {
        return decision == null ? "" : decision.note();
    }
}
