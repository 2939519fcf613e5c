package org.openwash.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openwash.domain.Mention;
import org.openwash.domain.Organisation;
import org.openwash.domain.Sentence;
import org.openwash.domain.Span;

/// A sentence laid out for the rules: its units, the clause that each is in, and what stands in quotation marks.
final class Scene {

    /// Words that begin a clause of their own.
    private static final Set<String> OPENERS = Set.of("but", "while", "whereas", "although", "though", "because", "unless", "if",
            "when", "whether", "yet", "so", "since", "until", "which", "who", "whose", "where", "than", "due", "despite", "owing", "once");
    private static final Set<String> RELATIVES = Set.of("which", "who", "whose", "where");
    private static final Set<String> MARKS = Set.of(";", ":", "—", "–", "(", ")", "--", "-");

    final Sentence sentence;
    final String passage;
    final List<Unit> units;
    private final int[] clause;
    private final boolean[] quoted;
    /// whether a quotation is still open behind the last unit
    final boolean quoteOpen;

    Scene(String passage, Sentence sentence, List<Mention> mentions, boolean quoteOpenBefore, Words words, Verbs verbs) {
        this.passage = passage;
        this.sentence = sentence;
        this.units = repaired(Units.of(passage, sentence, mentions), verbs);
        this.clause = clauses(words);
        this.quoted = new boolean[units.size()];
        this.quoteOpen = markQuotes(quoteOpenBefore);
    }

    private static List<Unit> repaired(List<Unit> units, Verbs verbs) {
        var repaired = new ArrayList<Unit>(units.size());
        Unit nothing = new Unit(".", ".", "PUNCT", new Span(0, 0), null);
        for (int i = 0; i < units.size(); i++) {
            Unit before = i > 0 ? repaired.get(i - 1) : nothing;
            repaired.add(verbs.repaired(before, units.get(i), i + 1 < units.size() ? units.get(i + 1) : nothing));
        }
        return List.copyOf(repaired);
    }

    int size() {
        return units.size();
    }

    Unit unit(int i) {
        return units.get(i);
    }

    /// The unit there, or a full stop outside the sentence, so that rules can look beyond the ends.
    Unit at(int i) {
        return i >= 0 && i < units.size() ? units.get(i) : new Unit(".", ".", "PUNCT", new Span(0, 0), null);
    }

    boolean sameClause(int i, int j) {
        return clause[i] == clause[j];
    }

    int clauseStart(int i) {
        int start = i;
        while (start > 0 && clause[start - 1] == clause[i]) {
            start--;
        }
        return start;
    }

    int clauseEnd(int i) {
        int end = i + 1;
        while (end < units.size() && clause[end] == clause[i]) {
            end++;
        }
        return end;
    }

    boolean quoted(int i) {
        return quoted[i];
    }

    /// The word before a name, past its determiner, adjectives and owner: "unlike" of "unlike OpenAI's older GPT-3".
    Unit before(int i) {
        int k = i - 1;
        while (k >= 0 && (at(k).tag().equals("DET") || at(k).tag().equals("ADJ") || at(k).isPossessive() || at(k).isOrganisation())) {
            k--;
        }
        return at(k);
    }

    String words(int from, int to) {
        return passage.substring(units.get(from).span().start(), units.get(to - 1).span().end());
    }

    Span span(int from, int to) {
        return new Span(units.get(from).span().start(), units.get(to - 1).span().end());
    }

    boolean has(Set<String> words, int from, int to) {
        return first(words, from, to) >= 0;
    }

    /// The first unit in the range whose lemma or form is one of these, or -1.
    int first(Set<String> words, int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, units.size()); i++) {
            Unit u = units.get(i);
            if (u.mention() == null && (words.contains(u.lemma()) || words.contains(u.form()))) {
                return i;
            }
        }
        return -1;
    }

    /// The company that a unit names, also where the name is its model's too ("Mistral").
    static Optional<String> organisationOf(Unit unit) {
        return unit.mention() == null
                ? Optional.empty()
                : unit.mention().ids().stream().filter(id -> id.startsWith(Organisation.PREFIX)).findFirst();
    }

    /// The things named in the range, in order; a name shared with a company counts unless it acts like one.
    List<Integer> things(int from, int to) {
        var found = new ArrayList<Integer>();
        for (int i = Math.max(0, from); i < Math.min(to, units.size()); i++) {
            if (units.get(i).isThing() && !actsAsCompany(i)) {
                found.add(i);
            }
        }
        return found;
    }

    /// "Mistral said", "Redis' move", "Mistral's models": the company, not its product of the same name.
    boolean actsAsCompany(int i) {
        if (organisationOf(unit(i)).isEmpty()) {
            return false;
        }
        if (!unit(i).isThing()) {
            return true;
        }
        Unit next = at(i + 1);
        if (next.tag().equals("AUX") || next.is("be") || next.is("under")) {
            return false;
        }
        if (next.is("to") && at(i + 2).isVerbal() && !at(i + 2).is("be")) {
            return true; // "DeepSeek to open its code"
        }
        Unit behind = next.isPossessive() ? at(i + 2) : next;
        return next.isPossessive() && !behind.is("licence") && !behind.is("license")
                || next.isVerbal() && !next.form().endsWith("ing")
                || at(i - 1).is("by") && i > 1 && at(i - 2).isVerbal();
    }

    private int[] clauses(Words words) {
        int[] ids = new int[units.size()];
        int id = 0;
        boolean verbSeen = false;
        boolean relative = false;
        Set<String> say = words.of("say");
        for (int i = 0; i < units.size(); i++) {
            Unit u = units.get(i);
            boolean word = u.mention() == null;
            boolean opens = word && (OPENERS.contains(u.form()) || MARKS.contains(u.form()))
                    || word && u.form().equals("that") && i > 0 && (say.contains(at(i - 1).lemma()) || at(i - 1).form().equals(","))
                    || word && (u.form().equals("and") || u.form().equals("or")) && verbSeen && startsClause(i + 1);
            if (opens) {
                relative = word && RELATIVES.contains(u.form());
            } else if (relative && verbSeen && u.form().equals(",") && startsClause(i + 1)) {
                opens = true; // the comma that ends "X, which ..., is Y"
                relative = false;
            }
            if (opens && i > 0) {
                id++;
                verbSeen = false;
            }
            verbSeen |= u.isVerbal();
            ids[i] = id;
        }
        return ids;
    }

    /// Whether a subject and its verb follow: "and it is", "and the company said".
    private boolean startsClause(int from) {
        int i = from;
        while (i < from + 6 && i < units.size()) {
            Unit u = unit(i);
            if (u.isVerbal() && i > from) {
                return true;
            }
            boolean nominal = u.isNoun() || u.isPossessive()
                    || switch (u.tag()) {
                        case "DET", "ADJ", "NUM", "PRON" -> true;
                        default -> false;
                    };
            if (!nominal) {
                return false;
            }
            i++;
        }
        return false;
    }

    private boolean markQuotes(boolean openBefore) {
        boolean open = openBefore;
        for (int i = 0; i < units.size(); i++) {
            Unit u = units.get(i);
            if (u.isQuote()) {
                open = switch (u.lemma()) {
                    case "“", "„", "«", "``" -> true;
                    case "”", "»", "''" -> false;
                    default -> !open;
                };
            } else {
                quoted[i] = open;
            }
        }
        return open;
    }
}
