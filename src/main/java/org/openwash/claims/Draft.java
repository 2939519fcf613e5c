package org.openwash.claims;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;

/// A claim before its id: all that was read of one wording and one subject.
///
/// @param licences grows while the same sentence names further licences
/// @param asOf     the year it speaks of, null if none is named
/// @param voice    whose words it is in, empty for the outlet's own
/// @param reading  which rules decided each field
record Draft(
        Cue.Match match,
        Referent subject,
        double confidence,
        Polarity polarity,
        Modality modality,
        @Nullable String asOf,
        Optional<Voice> voice,
        Set<String> licences,
        String reading) {

    /// The same claim, said in other words.
    Draft as(Cue.Match other) {
        return new Draft(other, subject, confidence, polarity, modality, asOf, voice, licences, reading);
    }
}
