package org.openwash.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.openwash.domain.Aspect;

/// Finds the wordings of cues.tsv in a sentence and drops those that a longer wording explains.
final class CueFinder {

    private static final Comparator<Cue.Match> ORDER = Comparator.comparingInt(Cue.Match::start)
            .thenComparing(Comparator.comparingInt(Cue.Match::end).reversed())
            .thenComparingInt(m -> m.cue().line());

    private final List<Cue> cues;

    CueFinder(List<Cue> cues) {
        this.cues = cues;
    }

    /// The wordings that count, in order of the text.
    List<Cue.Match> find(List<Unit> units) {
        var found = new ArrayList<Cue.Match>();
        for (Cue cue : cues) {
            for (int i = 0; i < units.size(); i++) {
                int end = units.get(i).isQuote() ? -1 : cue.pattern().matchAt(units, i);
                if (end > i) {
                    found.add(new Cue.Match(cue, i, end));
                }
            }
        }
        if (found.stream().anyMatch(m -> m.cue().bind() == Cue.Bind.SENTENCE)) {
            return List.of();
        }
        found.sort(ORDER);
        var kept = new ArrayList<Cue.Match>();
        for (Cue.Match match : found) {
            boolean explained = found.stream().anyMatch(other -> other != match && explains(other, match, found));
            if (match.cue().aspect() != null && !explained) {
                kept.add(match);
            }
        }
        return merged(kept);
    }

    /// Whether the longer wording says what the shorter one within it means: "open-source community" is no claim,
    /// "open-source strategy" is rhetoric, "so-called open source" a denial.
    private static boolean explains(Cue.Match longer, Cue.Match shorter, List<Cue.Match> all) {
        if (!longer.covers(shorter) || longer.length() <= shorter.length()) {
            return false;
        }
        Aspect with = longer.cue().aspect();
        Aspect of = shorter.cue().aspect();
        return with == null || with == of || with == Aspect.RHETORIC
                || with == Aspect.LICENCE && of == Aspect.OPEN_SOURCE
                || with == Aspect.LICENCE && of == Aspect.USE;
    }

    /// Of several wordings of one aspect and polarity that overlap, the longest.
    private static List<Cue.Match> merged(List<Cue.Match> matches) {
        var best = new HashMap<String, Cue.Match>();
        var kept = new ArrayList<Cue.Match>();
        for (Cue.Match match : matches) {
            String key = match.cue().aspect() + "/" + match.cue().polarity();
            Cue.Match before = best.get(key);
            if (before != null && before.end() > match.start() && match.cue().aspect() != Aspect.LICENCE) {
                if (match.length() > before.length()) {
                    kept.set(kept.indexOf(before), match);
                    best.put(key, match);
                }
                continue;
            }
            kept.add(match);
            best.put(key, match);
        }
        return kept;
    }
}
