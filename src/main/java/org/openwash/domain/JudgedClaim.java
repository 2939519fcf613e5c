package org.openwash.domain;

import java.io.Serializable;

/// A claim as read and what the facts say of it.
public record JudgedClaim(Claim claim, Judgement judgement) implements Serializable {

    /// Whether this is open-washing that the reader was sure enough to have read rightly.
    public boolean flagged(double minConfidence) {
        return judgement.finding() == Finding.OPEN_WASHING && claim.confidence() >= minConfidence;
    }
}
