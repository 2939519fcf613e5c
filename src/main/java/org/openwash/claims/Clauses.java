package org.openwash.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts a sentence into clauses: "Llama is open source | , but GPT-4 | , which it copies, | is not".
///
/// A clause begins at a conjunction or relative pronoun, at certain marks, at "that" behind a verb of saying, and at
/// "and" where a subject and a verb follow.
final class Clauses {

    private static final Set<String> MARKS = Set.of(";", ":", "—", "–", "(", ")", "--", "-");
    /// how many units behind "and" may stand before the verb of its clause
    private static final int SUBJECT = 6;

    private final Words words;

    Clauses(Words words) {
        this.words = words;
    }

    /// The clause of each unit; units of one clause have the same range.
    List<Range> of(List<Unit> units) {
        var clauses = new ArrayList<Range>(units.size());
        int start = 0;
        for (int border : borders(units)) {
            var clause = new Range(start, border);
            for (int i = start; i < border; i++) {
                clauses.add(clause);
            }
            start = border;
        }
        return List.copyOf(clauses);
    }

    /// Where clauses end, the last at the end of the sentence.
    private List<Integer> borders(List<Unit> units) {
        Set<String> relatives = words.of("relative-clause");
        var borders = new ArrayList<Integer>();
        boolean verbSeen = false;
        boolean relative = false;
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            boolean opens = opens(units, i, verbSeen);
            if (opens) {
                relative = unit.isWord() && relatives.contains(unit.form());
            } else if (relative && verbSeen && unit.form().equals(",") && beginsClause(units, i + 1)) {
                opens = true; // the comma that ends "X, which ..., is Y"
                relative = false;
            }
            if (opens && i > 0) {
                borders.add(i);
                verbSeen = false;
            }
            verbSeen |= unit.isVerbal();
        }
        borders.add(units.size());
        return borders;
    }

    private boolean opens(List<Unit> units, int i, boolean verbSeen) {
        Unit unit = units.get(i);
        if (!unit.isWord()) {
            return false;
        }
        if (words.of("clause-opener").contains(unit.form()) || MARKS.contains(unit.form())) {
            return true;
        }
        return switch (unit.form()) {
            case "that" -> i > 0
                    && (words.of("say").contains(units.get(i - 1).lemma()) || units.get(i - 1).form().equals(","));
            case "and", "or" -> verbSeen && beginsClause(units, i + 1);
            default -> false;
        };
    }

    /// Whether a subject and its verb follow: "and it is", "and the company said".
    private static boolean beginsClause(List<Unit> units, int from) {
        for (int i = from; i < Math.min(from + SUBJECT, units.size()); i++) {
            Unit unit = units.get(i);
            if (unit.isVerbal() && i > from) {
                return true;
            }
            boolean nominal = unit.isNoun() || unit.isPossessive()
                    || switch (unit.tag()) {
                        case "DET", "ADJ", "NUM", "PRON" -> true;
                        default -> false;
                    };
            if (!nominal) {
                return false;
            }
        }
        return false;
    }
}
