package org.openwash.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A wording, as cues.tsv writes it, ready to be looked for among units.
///
/// Grammar: elements separated by spaces.
///
///     word        the unit's lemma or form
///     a|b|c       any of them
///     @name       any word of a class in words.tsv
///     %name       any word of a concept in concepts.tsv, in all its forms
///     word/VERB   the same, tagged as a verb or auxiliary
///     <thing> <org> <person> <licence> <name>   a mention of that kind
///     <num>       a number
///     element?    may be missing
///     ~N          up to N units of any kind, but no clause border
///     !element    the next unit is not this one
///
/// Matching backtracks only over gaps, optional elements and a few quotation marks, of which a pattern has a handful,
/// so its cost is bounded by the length of the sentence times a constant.
final class CuePattern {

    private static final String VERB = "/VERB";
    /// so many quotation marks in a row may stand inside a wording: so-called "open source"
    private static final int MOST_QUOTES = 3;
    private static final Pattern SEPARATOR = Pattern.compile("[ |?]+");

    private sealed interface Element {
        record One(WordSet words, Name[] names, boolean verb, boolean optional) implements Element {

            Set<String> keys() {
                var keys = new HashSet<>(words);
                for (Name name : names) {
                    keys.add(name.key());
                }
                return keys;
            }
        }

        record Gap(int most) implements Element {}

        record Not(One element) implements Element {}
    }

    /// What an element in angle brackets stands for.
    private enum Name {
        THING, ORG, PERSON, LICENCE, NAME, NUM;

        static Name of(String element) {
            for (Name name : values()) {
                if (element.equalsIgnoreCase("<" + name + ">")) {
                    return name;
                }
            }
            throw new IllegalArgumentException("no such kind of name: " + element);
        }

        /// No word looks like it.
        String key() {
            return "<" + name() + ">";
        }

        boolean fits(Unit unit) {
            return switch (this) {
                case THING -> unit.isThing();
                case ORG -> unit.isOrganisation();
                case PERSON -> unit.isPerson();
                case LICENCE -> unit.isLicence();
                case NAME -> !unit.isWord();
                case NUM -> unit.isWord() && unit.tag().equals("NUM");
            };
        }
    }

    private static final Name[] NAMES = Name.values();

    private final Element[] elements;
    private final Set<String> spelled;
    private final Set<String> borders;

    private CuePattern(List<Element> elements, Set<String> spelled, Set<String> borders) {
        this.elements = elements.toArray(Element[]::new);
        this.spelled = Set.copyOf(spelled);
        this.borders = borders;
    }

    /// @throws IllegalArgumentException if the pattern breaks the grammar
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
        Set<String> spelled = SEPARATOR.splitAsStream(pattern).collect(Collectors.toSet());
        return new CuePattern(elements, spelled, words.of("clause-border"));
    }

    private static Element.One one(String part, Words words) {
        boolean optional = isOptional(part);
        String bare = withoutMark(part);
        boolean verb = bare.endsWith(VERB);
        bare = verb ? bare.substring(0, bare.length() - VERB.length()) : bare;
        var forms = new HashSet<String>();
        var names = EnumSet.noneOf(Name.class);
        for (String choice : bare.split("\\|")) {
            String word = withoutMark(choice);
            if (word.startsWith("@")) {
                forms.addAll(words.of(word.substring(1)));
            } else if (word.startsWith("%")) {
                forms.addAll(words.of(word));
            } else if (word.startsWith("<")) {
                names.add(Name.of(word));
            } else {
                forms.add(word);
            }
        }
        return new Element.One(new WordSet(forms), names.toArray(Name[]::new), verb, optional);
    }

    private static boolean isOptional(String element) {
        return element.length() > 1 && element.endsWith("?");
    }

    private static String withoutMark(String element) {
        return isOptional(element) ? element.substring(0, element.length() - 1) : element;
    }

    /// For each element that may not be missing, the keys of which a sentence must have one for the pattern to match
    /// ([#keysOf]); those of the most telling first.
    List<Set<String>> neededKeys() {
        return Stream.of(elements)
                .filter(element -> element instanceof Element.One one && !one.optional)
                .map(element -> ((Element.One) element).keys())
                .sorted(Comparator.comparingInt(Set::size))
                .toList();
    }

    /// Keys of which a unit must have one for a match to begin there; empty where a match can begin otherwise too.
    Set<String> firstKeys() {
        var keys = new HashSet<String>();
        for (Element element : elements) {
            if (!(element instanceof Element.One one)) {
                return Set.of();
            }
            keys.addAll(one.keys());
            if (!one.optional) {
                return keys;
            }
        }
        return Set.of();
    }

    /// What a unit may be to a pattern: a word by its lemma and form, a name by its kinds.
    static List<String> keysOf(Unit unit) {
        var keys = new ArrayList<String>(3);
        if (unit.isWord()) {
            keys.add(unit.lemma());
            keys.add(unit.form());
        }
        for (Name name : NAMES) {
            if (name.fits(unit)) {
                keys.add(name.key());
            }
        }
        return keys;
    }

    /// The words that the pattern spells out, each by itself.
    Set<String> spelled() {
        return spelled;
    }

    /// The index behind the last unit of the first match found at `start`, shortest gaps first; -1 if there is none.
    int matchAt(List<Unit> units, int start) {
        return match(units, start, 0, start);
    }

    private int match(List<Unit> units, int at, int element, int start) {
        if (element == elements.length) {
            return at;
        }
        return switch (elements[element]) {
            case Element.Not not ->
                    at < units.size() && fits(not.element, units.get(at)) ? -1 : match(units, at, element + 1, start);
            case Element.Gap gap -> {
                int found = match(units, at, element + 1, start);
                for (int n = 1; found < 0 && n <= gap.most && at + n <= units.size(); n++) {
                    if (borders.contains(units.get(at + n - 1).form())) {
                        break;
                    }
                    found = match(units, at + n, element + 1, start);
                }
                yield found;
            }
            case Element.One one -> {
                int found = -1;
                if (at < units.size() && fits(one, units.get(at))) {
                    found = match(units, at + 1, element + 1, start);
                }
                if (found < 0 && at > start && isStrayQuote(units, at)) {
                    found = match(units, at + 1, element, start);
                }
                yield found < 0 && one.optional ? match(units, at, element + 1, start) : found;
            }
        };
    }

    private static boolean isStrayQuote(List<Unit> units, int at) {
        if (at >= units.size() || !units.get(at).isQuote()) {
            return false;
        }
        boolean manyBefore = at >= MOST_QUOTES;
        for (int i = at - 1; manyBefore && i >= at - MOST_QUOTES; i--) {
            manyBefore = units.get(i).isQuote();
        }
        return !manyBefore;
    }

    private static boolean fits(Element.One one, Unit unit) {
        if (one.verb && !unit.isVerbal()) {
            return false;
        }
        if (unit.isOneOf(one.words)) {
            return true;
        }
        for (Name name : one.names) {
            if (name.fits(unit)) {
                return true;
            }
        }
        return false;
    }
}
