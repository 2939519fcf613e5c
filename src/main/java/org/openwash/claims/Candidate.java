package org.openwash.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Something that a claim may be about.
///
/// @param units   where the sentence names it; empty for what was named before
/// @param trace   what the article said of it before, if anything
/// @param origins why it is a candidate: "named", "recent", "main", "flagship" ...
record Candidate(Referent referent, List<Integer> units, Optional<Salience.Trace> trace, Set<String> origins) {

    Candidate {
        units = List.copyOf(units);
        origins = Set.copyOf(origins);
    }

    boolean isNamed() {
        return !units.isEmpty();
    }

    /// The unit that names it nearest to the wording, one before it rather than one behind; -1 if none does.
    int nearest(Cue.Match match) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int unit : units) {
            int distance = unit < match.start() ? match.start() - unit : 2 * Math.max(0, unit - match.end() + 1);
            if (distance < least) {
                best = unit;
                least = distance;
            }
        }
        return best;
    }
}
