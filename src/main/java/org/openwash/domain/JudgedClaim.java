package org.openwash.domain;

import java.io.Serializable;

/// A claim as read and what the facts say of it.
public record JudgedClaim(Claim claim, Judgement judgement) implements Serializable {

    /// Whether this is open-washing that was read surely enough. A flag accuses somebody, so both the classifiers and
    /// the rules must have read it: what only the classifiers read is wrong too often where facts contradict it.
    public boolean flagged(double minConfidence) {
        return judgement.finding() == Finding.OPEN_WASHING && claim.agreed() && claim.confidence() >= minConfidence;
    }
}
