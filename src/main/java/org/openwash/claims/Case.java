package org.openwash.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Polarity;

/// What a [Decider] is asked about: a wording in its sentence and, except for [Question#CLAIM], a candidate.
///
/// @param matches  all wordings of the sentence
/// @param polarity as read, for [Question#RIGHT] only
public record Case(Scene scene, List<Cue.Match> matches, Cue.@Nullable Match match, @Nullable Candidate candidate,
        @Nullable Polarity polarity) {

    Case(Scene scene, List<Cue.Match> matches, Cue.@Nullable Match match, @Nullable Candidate candidate) {
        this(scene, matches, match, candidate, null);
    }

    /// Whether a claim was read rightly.
    Case read(Polarity as) {
        return new Case(scene, matches, match, candidate, as);
    }

    /// Whether a name is one of a thing.
    static Case naming(Scene scene, String slug) {
        var referent = new Referent(slug, null, slug, null, false);
        return new Case(scene, List.of(), null, new Candidate(referent, List.of(), Optional.empty(), Set.of()));
    }

    Case about(Candidate other) {
        return new Case(scene, matches, match, other);
    }
}
