package org.openwash.claims;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Attribution;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;

/// A claim before its id: all that was read of one wording and one subject.
///
/// @param asked    what was asked about it
/// @param agreed   rules alone read it too
/// @param right    whether it is right all in all: what was seen of it
/// @param licences grows while the same sentence names further licences
/// @param asOf     the year it speaks of, null if none is named
/// @param speaker  the words that name who asserts it, null in the outlet's own voice
/// @param reading  what decided each field; made when asked for, since most drafts are dropped
record Draft(
        Case asked,
        Cue.Match match,
        Referent subject,
        double confidence,
        Polarity polarity,
        Modality modality,
        @Nullable String asOf,
        Attribution attribution,
        @Nullable String speaker,
        Set<String> licences,
        boolean agreed,
        Inquiry right,
        Supplier<String> reading) {

    /// The same claim, said in other words.
    Draft as(Cue.Match other) {
        return new Draft(asked, other, subject, confidence, polarity, modality, asOf, attribution, speaker, licences,
                agreed, right, reading);
    }

    /// The same claim, of which rules and classifiers are not of one mind.
    Draft disputed() {
        return new Draft(asked, match, subject, confidence, polarity, modality, asOf, attribution, speaker, licences,
                false, right, reading);
    }

    /// The same claim, more or less sure.
    Draft with(double probability) {
        return new Draft(asked, match, subject, probability, polarity, modality, asOf, attribution, speaker, licences,
                agreed, right, reading);
    }
}
