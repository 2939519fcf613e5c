package org.openwash.claims;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.openwash.domain.Mention;
import org.openwash.domain.Sentence;
import org.openwash.domain.Span;

/// A sentence laid out for the rules: its units, the clause that each is in, and what stands in quotation marks.
final class Scene {

    /// Outside the sentence, so that rules can look beyond its ends.
    private static final Unit NOTHING = new Unit(".", ".", "PUNCT", new Span(0, 0), null);
    /// how far a determiner stands from its name at most
    private static final int LONGEST_PHRASE = 20;

    private final Sentence sentence;
    private final List<Mention> mentions;
    private final boolean quoteOpenBefore;
    private final String passage;
    private final List<Unit> units;
    private final List<Range> clauses;
    private final List<List<String>> concepts;
    private final String[] symbols;
    private final boolean[] companies;
    private final List<Integer> things;
    private final boolean[] quoted;
    private final boolean quoteOpen;

    /// @param mentions        those of the sentence, in order
    /// @param quoteOpenBefore whether a quotation goes on from the sentence before
    Scene(String passage, Sentence sentence, List<Mention> mentions, boolean quoteOpenBefore, Grammar grammar) {
        this.passage = passage;
        this.sentence = sentence;
        this.mentions = mentions;
        this.quoteOpenBefore = quoteOpenBefore;
        this.units = repaired(Units.of(passage, sentence, mentions), grammar.verbs());
        this.clauses = grammar.clauses().of(units);
        this.quoted = new boolean[units.size()];
        this.quoteOpen = markQuotes(quoteOpenBefore);
        this.symbols = new String[units.size()];
        this.companies = new boolean[units.size()];
        this.concepts = new ArrayList<>(units.size());
        this.things = new ArrayList<>();
        for (int i = 0; i < symbols.length; i++) {
            Unit unit = units.get(i);
            symbols[i] = symbolOf(unit);
            companies[i] = isCompany(i);
            concepts.add(unit.isWord() && !unit.tag().equals("NUM") ? grammar.concepts().of(unit) : List.of(symbols[i]));
            if (unit.isThing() && !companies[i]) {
                things.add(i);
            }
        }
    }

    /// Whether the sentence would be laid out the same with these names.
    boolean isOf(List<Mention> others, boolean quoteOpen) {
        return quoteOpenBefore == quoteOpen && mentions.equals(others);
    }

    /// What laying out a sentence has to know of English.
    record Grammar(Verbs verbs, Clauses clauses, Concepts concepts) {

        static Grammar of(Words words) {
            return new Grammar(Verbs.of(words), new Clauses(words), Concepts.load());
        }
    }

    private static List<Unit> repaired(List<Unit> units, Verbs verbs) {
        var repaired = new ArrayList<Unit>(units.size());
        for (int i = 0; i < units.size(); i++) {
            Unit before = i > 0 ? repaired.get(i - 1) : NOTHING;
            repaired.add(verbs.repaired(before, units.get(i), i + 1 < units.size() ? units.get(i + 1) : NOTHING));
        }
        return List.copyOf(repaired);
    }

    Sentence sentence() {
        return sentence;
    }

    /// Number of the sentence.
    int number() {
        return sentence.number();
    }

    boolean isHeadline() {
        return sentence.kind() == Sentence.Kind.TITLE || sentence.kind() == Sentence.Kind.HEADING;
    }

    List<Unit> units() {
        return units;
    }

    int size() {
        return units.size();
    }

    Unit unit(int i) {
        return units.get(i);
    }

    /// The unit there, or a full stop outside the sentence.
    Unit at(int i) {
        return i >= 0 && i < units.size() ? units.get(i) : NOTHING;
    }

    boolean sameClause(int i, int j) {
        return clauses.get(i).from() == clauses.get(j).from();
    }

    int clauseStart(int i) {
        return clauses.get(i).from();
    }

    int clauseEnd(int i) {
        return clauses.get(i).to();
    }

    boolean quoted(int i) {
        return quoted[i];
    }

    /// Whether a quotation is still open behind the last unit.
    boolean quoteOpen() {
        return quoteOpen;
    }

    /// The word before a name, past its determiner, adjectives and owner: "unlike" of "unlike OpenAI's older GPT-3".
    Unit before(int i) {
        int k = i - 1;
        while (k >= 0 && k > i - LONGEST_PHRASE && modifiesName(units.get(k))) {
            k--;
        }
        return at(k);
    }

    private static boolean modifiesName(Unit unit) {
        return unit.tag().equals("DET") || unit.tag().equals("ADJ") || unit.isPossessive() || unit.isOrganisation();
    }

    /// What a unit is to a classifier: its lemma, or the kind of name or number.
    String symbol(int i) {
        if (i < 0 || i >= units.size()) {
            return i < 0 ? "<start>" : "<end>";
        }
        return symbols[i];
    }

    private static String symbolOf(Unit unit) {
        if (unit.isLicence()) {
            return "<licence>";
        }
        if (unit.isThing()) {
            return "<thing>";
        }
        if (unit.isOrganisation()) {
            return "<org>";
        }
        if (unit.isPerson()) {
            return "<person>";
        }
        return unit.tag().equals("NUM") ? "<num>" : unit.isQuote() ? "\"" : unit.lemma();
    }

    /// What a word means, roughly, or the kind of name; nothing for words that tell little.
    List<String> concepts(int i) {
        return i < 0 || i >= units.size() ? List.of() : concepts.get(i);
    }

    /// The head of the first noun phrase before the first verb of the clause that the unit is in; -1 if it has none.
    int subjectOf(int unit) {
        int start = clauseStart(unit);
        int end = clauseEnd(unit);
        for (int i = start; i < end && !units.get(i).isVerbal(); i++) {
            Unit u = units.get(i);
            boolean pronoun = u.isWord() && u.tag().equals("PRON");
            boolean owner = at(i + 1).isPossessive() || at(i + 1).isNoun() && u.isNoun() && i + 1 < end;
            if ((u.isNoun() || pronoun) && !owner && !behindPreposition(i, start)) {
                return i;
            }
        }
        return -1;
    }

    private boolean behindPreposition(int i, int start) {
        for (int k = i - 1; k >= Math.max(start, i - LONGEST_PHRASE); k--) {
            Unit u = units.get(k);
            if (u.tag().equals("ADP")) {
                return !u.is("as");
            }
            boolean within = switch (u.tag()) {
                case "DET", "ADJ", "NUM", "NOUN", "PROPN" -> true;
                default -> u.isPossessive() || u.isQuote();
            };
            if (!within) {
                return false;
            }
        }
        return false;
    }

    /// The first full verb in the range, or -1.
    int verb(int from, int to) {
        for (int i = Math.max(0, from); i < Math.min(to, units.size()); i++) {
            if (units.get(i).isWord() && units.get(i).tag().equals("VERB")) {
                return i;
            }
        }
        return -1;
    }

    /// How many clauses begin between two units.
    int clausesBetween(int i, int j) {
        int count = 0;
        for (int k = Math.min(i, j) + 1; k <= Math.max(i, j); k++) {
            count += clauses.get(k).from() == k ? 1 : 0;
        }
        return count;
    }

    /// The text of the units, as written.
    String words(int from, int to) {
        return span(from, to).in(passage);
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
            if (units.get(i).isOneOf(words)) {
                return i;
            }
        }
        return -1;
    }

    /// The things named in the range, in order; a name shared with a company counts unless it acts like one.
    List<Integer> things(int from, int to) {
        int first = thingsBefore(from);
        return Collections.unmodifiableList(things.subList(first, Math.max(first, thingsBefore(to))));
    }

    private int thingsBefore(int unit) {
        int count = 0;
        while (count < things.size() && things.get(count) < unit) {
            count++;
        }
        return count;
    }

    /// The first thing named in the range, or -1.
    int firstThing(int from, int to) {
        for (int i : things) {
            if (i >= from) {
                return i < to ? i : -1;
            }
        }
        return -1;
    }

    /// "Mistral said", "Redis' move", "Mistral's models": the company, not its product of the same name.
    boolean actsAsCompany(int i) {
        return companies[i];
    }

    private boolean isCompany(int i) {
        if (unit(i).organisation().isEmpty()) {
            return false;
        }
        if (!unit(i).isThing()) {
            return true;
        }
        Unit next = at(i + 1);
        if (next.is("have") && hasDone(i + 2)) {
            return true; // "DeepSeek had already published"; not "Redis has been"
        }
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

    /// Whether a full verb follows, past adverbs.
    private boolean hasDone(int from) {
        int i = from;
        while (at(i).tag().equals("ADV")) {
            i++;
        }
        return at(i).tag().equals("VERB");
    }

    /// Marks the units within quotation marks. What opens and what closes shows by the mark; straight ones take turns.
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
