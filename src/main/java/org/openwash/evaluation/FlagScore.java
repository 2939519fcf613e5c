package org.openwash.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// How well sentences with open-washing are flagged, and how often a sentence that only denies openness is flagged by
/// mistake: the worst error, since it accuses the critic.
///
/// @param denials sentences that deny openness and hold nothing to flag, not even optionally
public record FlagScore(Tally tally, int denialsFlagged, int denials) {

    public static final FlagScore NONE = new FlagScore(Tally.NONE, 0, 0);

    static FlagScore of(List<GoldClaim> gold, List<Prediction> predictions) {
        Set<Integer> core = new HashSet<>();
        Set<Integer> optional = new HashSet<>();
        Set<Integer> denied = new HashSet<>();
        for (GoldClaim claim : gold) {
            if (claim.isOpenWashing()) {
                (claim.optional() ? optional : core).add(claim.sentence());
            }
            switch (claim.polarity()) {
                case DENIES -> denied.add(claim.sentence());
                case AFFIRMS -> { }
            }
        }
        denied.removeAll(core);
        denied.removeAll(optional);
        Set<Integer> flagged = predictions.stream()
                .filter(Prediction::flagged)
                .map(prediction -> prediction.key().sentence())
                .collect(Collectors.toSet());
        int wronged = (int) denied.stream().filter(flagged::contains).count();
        return new FlagScore(Tally.of(Bag.of(core), Bag.of(optional), Bag.of(flagged)), wronged, denied.size());
    }

    public FlagScore plus(FlagScore other) {
        return new FlagScore(
                tally.plus(other.tally), denialsFlagged + other.denialsFlagged, denials + other.denials);
    }

    /// The share of denials that are left in peace.
    public double denialsPassed() {
        return 1 - (double) denialsFlagged / Math.max(1, denials);
    }
}
