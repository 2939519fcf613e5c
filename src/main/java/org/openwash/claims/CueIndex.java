package org.openwash.claims;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds which of many wordings stand in a sentence without trying each: only those that need a word or a kind of name
/// that the sentence has.
final class CueIndex {

    private final List<Cue> cues;
    private final Keys needed = new Keys();
    private final Keys first = new Keys();

    /// Sets of places in the list of wordings.
    ///
    /// @param always those of wordings that ask for no key
    private record Keys(Map<String, BitSet> byKey, BitSet always) {

        Keys() {
            this(new HashMap<>(), new BitSet());
        }

        void add(int cue, Set<String> keys) {
            if (keys.isEmpty()) {
                always.set(cue);
            }
            keys.forEach(key -> byKey.computeIfAbsent(key, k -> new BitSet()).set(cue));
        }

        void addTo(BitSet found, List<String> keys) {
            for (String key : keys) {
                BitSet cues = byKey.get(key);
                if (cues != null) {
                    found.or(cues);
                }
            }
        }
    }

    CueIndex(List<Cue> cues) {
        this.cues = List.copyOf(cues);
        for (int i = 0; i < this.cues.size(); i++) {
            needed.add(i, this.cues.get(i).pattern().neededKeys());
            first.add(i, this.cues.get(i).pattern().firstKeys());
        }
    }

    /// All places where a wording stands, each wording at most once at a unit; none begins at a quotation mark.
    List<Cue.Match> matches(List<Unit> units) {
        List<List<String>> keys = units.stream().map(CuePattern::keysOf).toList();
        var possible = new BitSet(cues.size());
        possible.or(needed.always);
        keys.forEach(own -> needed.addTo(possible, own));
        var matches = new ArrayList<Cue.Match>();
        var here = new BitSet(cues.size());
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).isQuote()) {
                continue;
            }
            here.clear();
            here.or(first.always);
            first.addTo(here, keys.get(i));
            here.and(possible);
            for (int c = here.nextSetBit(0); c >= 0; c = here.nextSetBit(c + 1)) {
                Cue cue = cues.get(c);
                int end = cue.pattern().matchAt(units, i);
                if (end > i) {
                    matches.add(new Cue.Match(cue, i, end));
                }
            }
        }
        return matches;
    }
}
