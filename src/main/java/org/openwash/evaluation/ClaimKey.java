package org.openwash.evaluation;

import org.openwash.domain.Aspect;
import org.openwash.domain.Polarity;

/// What makes two claims of one article the same claim.
///
/// @param sentence number in the gold set
/// @param subject  the class of the subject, see [SubjectClasses]
record ClaimKey(int sentence, String subject, Aspect aspect, Polarity polarity) {

    static ClaimKey of(GoldClaim claim, SubjectClasses subjects) {
        return new ClaimKey(claim.sentence(), subjects.classOf(claim.subject()), claim.aspect(), claim.polarity());
    }

    /// The same key for claims that differ in polarity at most.
    ClaimKey affirmed() {
        return new ClaimKey(sentence, subject, aspect, Polarity.AFFIRMS);
    }
}
