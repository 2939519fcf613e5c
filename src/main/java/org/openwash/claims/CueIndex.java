package org.openwash.claims;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds which of many wordings stand in a sentence without trying each: only those that need a word or a kind of name
/// that the sentence has.
final class CueIndex {

    private final List<Cue> cues;
    /// Places in the list above, by one of the keys that the wording needs.
    private final Map<String, BitSet> byKey = new HashMap<>();
    private final BitSet always = new BitSet();

    CueIndex(List<Cue> cues) {
        this.cues = List.copyOf(cues);
        for (int i = 0; i < this.cues.size(); i++) {
            Set<String> needed = this.cues.get(i).pattern().neededKeys();
            if (needed.isEmpty()) {
                always.set(i);
            }
            for (String key : needed) {
                byKey.computeIfAbsent(key, k -> new BitSet()).set(i);
            }
        }
    }

    /// All places where a wording stands, each wording at most once at a unit; none begins at a quotation mark.
    List<Cue.Match> matches(List<Unit> units) {
        var possible = new BitSet(cues.size());
        possible.or(always);
        Set<String> seen = new HashSet<>();
        for (Unit unit : units) {
            for (String key : CuePattern.keysOf(unit)) {
                BitSet found = seen.add(key) ? byKey.get(key) : null;
                if (found != null) {
                    possible.or(found);
                }
            }
        }
        var matches = new ArrayList<Cue.Match>();
        for (int c = possible.nextSetBit(0); c >= 0; c = possible.nextSetBit(c + 1)) {
            Cue cue = cues.get(c);
            for (int i = 0; i < units.size(); i++) {
                Unit unit = units.get(i);
                int end = unit.isQuote() || !cue.pattern().mayBeginAt(unit) ? -1 : cue.pattern().matchAt(units, i);
                if (end > i) {
                    matches.add(new Cue.Match(cue, i, end));
                }
            }
        }
        return matches;
    }
}
