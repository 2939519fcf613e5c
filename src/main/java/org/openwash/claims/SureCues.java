package org.openwash.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.openwash.domain.Aspect;

/// Finds the wordings of cues.tsv in a sentence, from which rules alone can read a claim, and drops those that a longer
/// wording explains: in "the open-source community" the label "open source" is none.
final class SureCues {

    /// By start; of those with one start the longest first, so that what covers a match stands before it.
    private static final Comparator<Cue.Match> ORDER = Comparator.comparingInt(Cue.Match::start)
            .thenComparing(Comparator.comparingInt(Cue.Match::end).reversed())
            .thenComparingInt(m -> m.cue().line());

    private SureCues() {}

    /// The wordings that count, in order of the text.
    ///
    /// @param all places where a wording of any file stands
    static List<Cue.Match> among(List<Cue.Match> all) {
        List<Cue.Match> found = all.stream().filter(m -> m.cue().isSure()).sorted(ORDER).toList();
        if (found.stream().anyMatch(m -> m.cue().bind() == Cue.Bind.SENTENCE)) {
            return List.of();
        }
        int longest = found.stream().mapToInt(Cue.Match::length).max().orElse(0);
        var kept = new ArrayList<Cue.Match>();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).cue().aspect() != null && !isExplained(found, i, longest)) {
                kept.add(found.get(i));
            }
        }
        return merged(kept);
    }

    /// Looks only at the matches before it that could reach so far, each cue matching at most once at a unit: so the
    /// cost grows with the length of the sentence, not with the square of the number of matches.
    private static boolean isExplained(List<Cue.Match> found, int i, int longest) {
        Cue.Match match = found.get(i);
        for (int k = i - 1; k >= 0 && found.get(k).start() + longest >= match.end(); k--) {
            if (explains(found.get(k), match)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the longer wording says what the shorter one within it means: "open-source community" is no claim,
    /// "open-source strategy" is rhetoric, "so-called open source" a denial.
    private static boolean explains(Cue.Match longer, Cue.Match shorter) {
        if (!longer.covers(shorter) || longer.length() <= shorter.length()) {
            return false;
        }
        Aspect with = longer.cue().aspect();
        Aspect of = shorter.cue().aspect();
        return with == null || with == of || with == Aspect.RHETORIC
                || with == Aspect.LICENCE && (of == Aspect.OPEN_SOURCE || of == Aspect.USE);
    }

    /// Of several wordings of one aspect and polarity that overlap, the longest.
    private static List<Cue.Match> merged(List<Cue.Match> matches) {
        var placeOfLast = new HashMap<String, Integer>();
        var kept = new ArrayList<Cue.Match>();
        for (Cue.Match match : matches) {
            String key = match.cue().aspect() + "/" + match.cue().polarity();
            Integer place = placeOfLast.get(key);
            boolean overlaps = place != null && kept.get(place).end() > match.start();
            if (overlaps && match.cue().aspect() != Aspect.LICENCE) {
                if (match.length() > kept.get(place).length()) {
                    kept.set(place, match);
                }
            } else {
                placeOfLast.put(key, kept.size());
                kept.add(match);
            }
        }
        return kept;
    }
}
