package org.openwash.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// A claim that was found and the gold claim it agrees with; optional ones count here too.
record Match(Prediction prediction, GoldClaim gold) {

    /// The claims that were found with the gold claim of the same key. Where several have it, the first stands for all,
    /// and each find counts, also a second one of the same claim.
    ///
    /// @param part what of the keys must agree
    static List<Match> of(
            List<Prediction> predictions, List<GoldClaim> gold, SubjectClasses subjects, UnaryOperator<ClaimKey> part) {
        Map<ClaimKey, GoldClaim> byKey = new HashMap<>();
        gold.forEach(claim -> byKey.putIfAbsent(part.apply(ClaimKey.of(claim, subjects)), claim));
        List<Match> matches = new ArrayList<>();
        for (Prediction prediction : predictions) {
            GoldClaim claim = byKey.get(part.apply(prediction.key()));
            if (claim != null) {
                matches.add(new Match(prediction, claim));
            }
        }
        return matches;
    }
}
