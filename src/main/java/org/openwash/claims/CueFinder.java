package org.openwash.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the wordings of the cue files in a sentence and drops those that a longer wording explains: in "the open-source
/// community" the label "open source" is none.
final class CueFinder {

    /// By start; of those with one start the longest first, so that what covers a match stands before it.
    private static final Comparator<Cue.Match> ORDER = Comparator.comparingInt(Cue.Match::start)
            .thenComparing(Comparator.comparingInt(Cue.Match::end).reversed())
            .thenComparing(m -> m.cue().file())
            .thenComparingInt(m -> m.cue().line());

    private final CueIndex cues;

    CueFinder(List<Cue> cues) {
        this.cues = new CueIndex(cues);
    }

    /// The wordings that may make a claim, in order of the text; those that a row without aspect covers carry its
    /// wording.
    List<Cue.Match> find(List<Unit> units) {
        return among(all(units));
    }

    /// All places where a wording stands.
    List<Cue.Match> all(List<Unit> units) {
        return cues.matches(units);
    }

    /// Those of [#all] that [#find] finds.
    static List<Cue.Match> among(List<Cue.Match> all) {
        List<Cue.Match> found = all.stream().sorted(ORDER).toList();
        String whole = found.stream().filter(m -> m.cue().bind() == Cue.Bind.SENTENCE).findFirst()
                .map(m -> m.cue().wording()).orElse(null);
        int longest = found.stream().mapToInt(Cue.Match::length).max().orElse(0);
        var kept = new ArrayList<Cue.Match>();
        for (int i = 0; i < found.size(); i++) {
            Cue.Match match = found.get(i);
            if (match.cue().aspect() == null) {
                continue;
            }
            Cue.Match by = explanation(found, i, longest);
            if (by == null) {
                kept.add(whole == null ? match : match.under(whole));
            } else if (by.cue().aspect() == null) {
                kept.add(match.under(by.cue().wording()));
            }
        }
        return merged(kept);
    }

    /// What explains the match, if anything does. Looks only at the matches before it that could reach so far, each
    /// cue matching at most once at a unit: so the cost grows with the length of the sentence, not with the square of
    /// the number of matches.
    private static Cue.@Nullable Match explanation(List<Cue.Match> found, int i, int longest) {
        Cue.Match match = found.get(i);
        for (int k = i - 1; k >= 0 && found.get(k).start() + longest >= match.end(); k--) {
            if (explains(found.get(k), match)) {
                return found.get(k);
            }
        }
        return null;
    }

    /// Whether the longer wording says what the shorter one within it means: "open-source community" is no claim,
    /// "so-called open source" a denial; and a row of the cue files outdoes a hint within it.
    private static boolean explains(Cue.Match longer, Cue.Match shorter) {
        if (!longer.covers(shorter) || longer.length() <= shorter.length()) {
            return false;
        }
        return longer.cue().aspect() == null || longer.cue().aspect() == shorter.cue().aspect();
    }

    /// Of several wordings of one aspect that overlap, the longest; a hint only where no other wording is.
    private static List<Cue.Match> merged(List<Cue.Match> matches) {
        var kept = new ArrayList<Cue.Match>();
        var byWeight = new ArrayList<>(matches);
        byWeight.sort(Comparator.comparing((Cue.Match m) -> m.cue().hint())
                .thenComparing(Comparator.comparingInt(Cue.Match::length).reversed()));
        for (Cue.Match match : byWeight) {
            boolean taken = kept.stream().anyMatch(k -> k.overlaps(match)
                    && k.cue().aspect() == match.cue().aspect()
                    && (match.cue().hint() || k.cue().polarity() == match.cue().polarity()));
            if (!taken) {
                kept.add(match);
            }
        }
        kept.sort(ORDER);
        return kept;
    }
}
