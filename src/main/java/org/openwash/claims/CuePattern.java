package org.openwash.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A wording, as cues.tsv writes it, ready to be looked for among units.
///
/// Grammar: elements separated by spaces.
///
///     word        the unit's lemma or form
///     a|b|c       any of them
///     @name       any word of a class in words.tsv
///     word/VERB   the same, tagged as a verb or auxiliary
///     <thing> <org> <person> <licence> <name>   a mention of that kind
///     <num>       a number
///     element?    may be missing
///     ~N          up to N units of any kind, but no clause border
///     !element    the next unit is not this one
///
/// Matching backtracks only over gaps and optional elements, of which a pattern has a handful, so its cost is bounded
/// by the length of the sentence times a small constant.
final class CuePattern {

    private static final String VERB = "/VERB";
    private static final Set<String> CLAUSE_BORDERS = Set.of(";", ":", "—", "but", "while", "whereas", "although", "though");

    private sealed interface Element {
        record One(Set<String> words, Set<String> names, boolean verb, boolean optional) implements Element {}

        record Gap(int most) implements Element {}

        record Not(One element) implements Element {}
    }

    private final List<Element> elements;

    private CuePattern(List<Element> elements) {
        this.elements = elements;
    }

    /// @throws IllegalArgumentException if the pattern breaks the grammar or names an unknown class
    static CuePattern parse(String pattern, Words words) {
        var elements = new ArrayList<Element>();
        for (String part : pattern.strip().split(" +")) {
            if (part.startsWith("~")) {
                elements.add(new Element.Gap(Integer.parseInt(part.substring(1))));
            } else if (part.startsWith("!")) {
                elements.add(new Element.Not(one(part.substring(1), words)));
            } else {
                elements.add(one(part, words));
            }
        }
        return new CuePattern(List.copyOf(elements));
    }

    private static Element.One one(String part, Words words) {
        boolean optional = part.length() > 1 && part.endsWith("?");
        var forms = new java.util.HashSet<String>();
        var names = new java.util.HashSet<String>();
        String bare = optional ? part.substring(0, part.length() - 1) : part;
        boolean verb = bare.endsWith(VERB);
        bare = verb ? bare.substring(0, bare.length() - VERB.length()) : bare;
        for (String choice : bare.split("\\|")) {
            boolean eachOptional = choice.length() > 1 && choice.endsWith("?");
            String word = eachOptional ? choice.substring(0, choice.length() - 1) : choice;
            if (word.startsWith("@")) {
                forms.addAll(words.of(word.substring(1)));
            } else if (word.startsWith("<")) {
                names.add(word);
            } else {
                forms.add(word);
            }
        }
        return new Element.One(Set.copyOf(forms), Set.copyOf(names), verb, optional);
    }

    /// The index behind the last unit of the longest match that starts at `start`, or -1.
    int matchAt(List<Unit> units, int start) {
        return match(units, start, 0, start);
    }

    private int match(List<Unit> units, int at, int element, int start) {
        if (element == elements.size()) {
            return at;
        }
        return switch (elements.get(element)) {
            case Element.Not not -> at < units.size() && matches(not.element, units.get(at)) ? -1 : match(units, at, element + 1, start);
            case Element.Gap gap -> {
                int found = match(units, at, element + 1, start);
                for (int n = 1; found < 0 && n <= gap.most && at + n <= units.size(); n++) {
                    if (CLAUSE_BORDERS.contains(units.get(at + n - 1).form())) {
                        break;
                    }
                    found = match(units, at + n, element + 1, start);
                }
                yield found;
            }
            case Element.One one -> {
                int found = -1;
                if (at < units.size() && matches(one, units.get(at))) {
                    found = match(units, at + 1, element + 1, start);
                }
                // quotation marks inside a wording do not hide it: so-called "open source"
                if (found < 0 && at > start && at < units.size() && units.get(at).isQuote()) {
                    found = match(units, at + 1, element, start);
                }
                yield found < 0 && one.optional ? match(units, at, element + 1, start) : found;
            }
        };
    }

    private static boolean matches(Element.One one, Unit unit) {
        if (one.verb && !unit.isVerbal()) {
            return false;
        }
        if (unit.mention() == null && (one.words.contains(unit.lemma()) || one.words.contains(unit.form()))) {
            return true;
        }
        for (String name : one.names) {
            boolean is = switch (name) {
                case "<thing>" -> unit.isThing();
                case "<org>" -> unit.isOrganisation();
                case "<person>" -> unit.isPerson();
                case "<licence>" -> unit.isLicence();
                case "<name>" -> unit.mention() != null;
                case "<num>" -> unit.tag().equals("NUM") && unit.mention() == null;
                default -> throw new IllegalArgumentException("no such kind of name: " + name);
            };
            if (is) {
                return true;
            }
        }
        return false;
    }
}
