package org.openwash.annotation;

import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.JudgedClaim;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;
import org.openwash.domain.Span;
import org.openwash.domain.Verdict;

/// A claim as annotators see it: words of a sentence with what they say.
///
/// @param speaker empty in the outlet's own voice
/// @param words   in the sentence
record Mark(
        String subject, Aspect aspect, Polarity polarity, Modality modality, Attribution attribution, String speaker,
        Verdict verdict, Span words) {

    /// @param words in the sentence
    static Mark of(JudgedClaim judged, Span words) {
        var claim = judged.claim();
        String speaker = claim.speaker() == null ? "" : claim.speaker();
        return new Mark(claim.subject(), claim.aspect(), claim.polarity(), claim.modality(), claim.attribution(), speaker,
                judged.judgement().verdict(), words);
    }
}
