package org.openwash.claims;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds which of many wordings stand in a sentence without trying each: only those of which the sentence has a word or
/// a kind of name for every element, and only where one may begin.
final class CueIndex {

    private final List<Cue> cues;
    /// Keys of elements, each set of them once.
    private final Map<Set<String>, Integer> elements = new HashMap<>();
    /// The elements that each wording needs, the most telling first.
    private final int[][] needed;
    private final Map<String, Entry> byKey = new HashMap<>();
    /// Wordings that may begin anywhere.
    private final BitSet anywhere = new BitSet();

    /// What a key tells: which elements it fits, which wordings it may begin, and of which it is the most telling.
    private record Entry(BitSet elements, BitSet first, BitSet telling) {

        Entry() {
            this(new BitSet(), new BitSet(), new BitSet());
        }
    }

    /// Wordings that need nothing.
    private final BitSet always = new BitSet();

    CueIndex(List<Cue> cues) {
        this.cues = List.copyOf(cues);
        needed = new int[cues.size()][];
        for (int i = 0; i < cues.size(); i++) {
            int cue = i;
            CuePattern pattern = this.cues.get(i).pattern();
            List<Set<String>> keys = pattern.neededKeys();
            needed[i] = keys.stream().mapToInt(this::element).toArray();
            if (keys.isEmpty()) {
                always.set(cue);
            } else {
                keys.getFirst().forEach(key -> entry(key).telling.set(cue));
            }
            Set<String> first = pattern.firstKeys();
            if (first.isEmpty()) {
                anywhere.set(cue);
            }
            first.forEach(key -> entry(key).first.set(cue));
        }
    }

    private Entry entry(String key) {
        return byKey.computeIfAbsent(key, k -> new Entry());
    }

    private int element(Set<String> keys) {
        return elements.computeIfAbsent(keys, k -> {
            k.forEach(key -> entry(key).elements.set(elements.size()));
            return elements.size();
        });
    }

    /// All places where a wording stands, each wording at most once at a unit; none begins at a quotation mark.
    List<Cue.Match> matches(List<Unit> units) {
        List<List<Entry>> entries = new ArrayList<>(units.size());
        var present = new BitSet(elements.size());
        var possible = new BitSet(cues.size());
        possible.or(always);
        for (Unit unit : units) {
            var own = new ArrayList<Entry>(3);
            for (String key : CuePattern.keysOf(unit)) {
                Entry entry = byKey.get(key);
                if (entry != null) {
                    own.add(entry);
                    present.or(entry.elements);
                    possible.or(entry.telling);
                }
            }
            entries.add(own);
        }
        for (int cue = possible.nextSetBit(0); cue >= 0; cue = possible.nextSetBit(cue + 1)) {
            if (!has(present, needed[cue])) {
                possible.clear(cue);
            }
        }
        var matches = new ArrayList<Cue.Match>();
        if (possible.isEmpty()) {
            return matches;
        }
        var here = new BitSet(cues.size());
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).isQuote()) {
                continue;
            }
            here.clear();
            here.or(anywhere);
            entries.get(i).forEach(entry -> here.or(entry.first));
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

    private static boolean has(BitSet present, int[] elements) {
        for (int element : elements) {
            if (!present.get(element)) {
                return false;
            }
        }
        return true;
    }
}
