package org.openwash.claims;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A piece of reported speech within a sentence.
///
/// @param from  first unit of what is reported
/// @param to    the unit behind it
/// @param how   the words that report it, for explanations
record Frame(Voice voice, int from, int to, Kind kind, String how) {

    enum Kind {
        /// said, wrote, according to
        SPEECH,
        /// calls it, describes it as: only the label is theirs
        LABEL,
        /// accused of, charges that
        CHARGE
    }

    boolean covers(Cue.Match match) {
        return from <= match.start() && match.start() < to;
    }

    /// The closest frame around the wording: a label or charge before speech.
    static Optional<Frame> around(Cue.Match match, List<Frame> frames) {
        return frames.stream()
                .filter(f -> f.covers(match))
                .max(Comparator.comparing((Frame f) -> f.kind() != Kind.SPEECH).thenComparingInt(Frame::from));
    }
}
