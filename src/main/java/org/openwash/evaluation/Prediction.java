package org.openwash.evaluation;

import org.openwash.domain.Attribution;
import org.openwash.domain.Claim;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Modality;
import org.openwash.domain.Verdict;

/// A claim that was found, put into the terms of the gold set.
record Prediction(ClaimKey key, Modality modality, Attribution attribution, Verdict verdict, boolean flagged) {

    /// @param sentence the gold sentence that the claim's own stands for
    static Prediction of(ClaimRow row, int sentence, SubjectClasses subjects) {
        Claim claim = row.claim();
        return new Prediction(
                new ClaimKey(sentence, subjects.classOf(claim.subject()), claim.aspect(), claim.polarity()),
                claim.modality(), claim.attribution(), row.judgement().verdict(), row.flagged());
    }
}
