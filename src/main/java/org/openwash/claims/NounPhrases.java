package org.openwash.claims;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Mention;
import org.openwash.domain.Sentence;

/// A light substitute for a parser: noun phrases and clause subjects, read off tags and names.
final class NounPhrases {

    private static final Set<String> POSSESSIVE_PRONOUNS = Set.of("its", "their", "his", "her", "our");
    private static final Set<String> PRONOUNS = Set.of("it", "they", "them", "this", "these", "those", "both", "that", "all", "which", "either", "neither");
    private static final Set<String> PLURALS = Set.of("they", "them", "these", "those", "both", "all", "their");
    private static final Set<String> DEFINITE = Set.of("the", "this", "these", "that", "its", "their", "both", "such", "each");
    /// A sentence of so few units has no room for a subject of its own.
    private static final int SHORT = 8;
    private static final Set<String> COPULAS = Set.of("be", "remain", "become", "stay", "as", ",", "like", "keep", "make", "go", "call",
            "consider", "(", "to");
    private static final Set<String> FORCE = Set.of("under", "to", "from", "with", "be", "remain", "as", "using", "just", "via", "and", "or",
            ",", "/", "(", "its", "keep", "of", "|", "in", "by");
    private static final Set<String> LICENSING = Set.of("adopt", "choose", "use", "keep", "license", "relicense", "drop", "abandon", "switch",
            "move", "carry", "bear", "pick", "get", "write", "leave", "retain", "apply", "swap", "have", "cover", "govern", "distribute", "offer", "release",
            "publish", "provide", "ship", "issue", "put", "launch", "host");
    private static final Set<String> CALLING_OBJECT = Set.of("as");

    private final Set<String> models;
    private final Set<String> software;
    private final Set<String> datasets;
    private final Set<String> parts;
    private final Set<String> companies;
    private final Set<String> call;

    NounPhrases(Words words) {
        models = words.of("model");
        software = words.of("software");
        companies = words.of("company");
        datasets = words.of("dataset");
        call = words.of("call");
        var all = new java.util.HashSet<String>();
        for (String name : List.of("weight", "data", "recipe", "licence", "things", "document")) {
            all.addAll(words.of(name));
        }
        parts = Set.copyOf(all);
    }

    /// A noun phrase that a wording opens.
    ///
    /// @param thing      the first thing named in it, -1 if none
    /// @param head       its last noun outside the wording, -1 if none
    /// @param end        the unit behind it
    /// @param definite   it has "the", "this" or an owner
    record Phrase(int thing, int head, int end, boolean definite) {
        boolean hasHead() {
            return head >= 0;
        }
    }

    Phrase openedBy(Scene scene, int start, int from) {
        int head = -1;
        int i = from;
        while (i < scene.size()) {
            Unit u = scene.unit(i);
            if (u.isThing() && !scene.actsAsCompany(i)) {
                return new Phrase(i, i, i + 1, true);
            }
            boolean inside = u.isQuote() || u.isNoun() || u.isPossessive() && u.mention() == null && head >= 0
                    || switch (u.tag()) {
                        case "ADJ", "NUM" -> true;
                        case "VERB" -> (u.form().endsWith("ing") || u.form().endsWith("ed")) && scene.at(i + 1).isNoun();
                        default -> u.form().equals("[") || u.form().equals("]");
                    };
            boolean listed = u.form().equals(",") && head < 0 && i == from && scene.at(i + 1).mention() == null
                    && (scene.at(i + 1).tag().equals("ADJ") || scene.at(i + 1).is("api"));
            if (listed) {
                i++; // "closed, API-driven systems"
                continue;
            }
            if (!inside || u.form().equals(",")) {
                break;
            }
            if (u.isNoun()) {
                head = i;
            }
            i++;
        }
        int left = leftEdge(scene, start);
        boolean definite = left >= 0 && (DEFINITE.contains(scene.at(left).form()) || scene.at(left).isPossessive()
                || DEFINITE.contains(scene.at(left + 1).form()));
        return new Phrase(-1, head, i, definite);
    }

    /// The unit left of the phrase that a wording at `start` stands in: a determiner, `'s`, verb or mark; -1 at the
    /// beginning of the sentence.
    int leftEdge(Scene scene, int start) {
        int i = start - 1;
        while (i >= 0) {
            Unit u = scene.unit(i);
            boolean modifier = u.mention() == null
                    && (u.isQuote() || u.tag().equals("ADJ") || u.tag().equals("ADV") || u.tag().equals("NUM")
                            || u.tag().equals("NOUN") && !u.isPossessive());
            boolean kindOf = u.is("of") && i > 0 && models.contains(scene.unit(i - 1).lemma()); // "a family of open models"
            if (!kindOf && (!modifier || POSSESSIVE_PRONOUNS.contains(u.form()))) {
                return i;
            }
            i--;
        }
        return -1;
    }

    /// Whether a noun names the kind of thing that can be open.
    boolean isThingNoun(Unit u) {
        return u.mention() == null && (models.contains(u.lemma()) || software.contains(u.lemma()) || parts.contains(u.lemma())
                || datasets.contains(u.lemma()));
    }

    /// Whether "open source" is here a topic and no property of anything: "open source matters", "by open source",
    /// "an open-source summit".
    boolean isTopic(Scene scene, Cue.Match match, Phrase phrase) {
        Unit before = scene.at(match.start() - 1);
        if (before.isQuote()) {
            before = scene.at(match.start() - 2);
        }
        if (phrase.hasHead()) {
            return !isThingNoun(scene.unit(phrase.head())) && !isPredicate(scene, match.start()) && !scene.unit(phrase.head()).is("claims");
        }
        boolean bare = match.cue().wording().equals("open source");
        Unit next = scene.at(match.end());
        boolean subject = (match.start() == 0 || before.isMark() || before.tag().equals("SCONJ")) && next.isVerbal();
        boolean behindPreposition = before.tag().equals("ADP") && !before.is("as") && !before.is("like");
        return bare && (subject || behindPreposition);
    }

    /// Whether a form of "be" or "as" joins the phrase at `start` to what it is said of, or a comma makes it an
    /// apposition.
    boolean isPredicate(Scene scene, int start) {
        if (scene.unit(scene.clauseStart(Math.min(start, scene.size() - 1))).is("be")) {
            return true; // "Is Llama open source?"
        }
        int i = start - 1;
        while (i >= 0) {
            Unit u = scene.unit(i);
            boolean skipped = u.isQuote() || u.tag().equals("ADV") || u.tag().equals("ADJ") || u.tag().equals("DET") || u.is("not")
                    || u.is("n't") || u.is("a") || u.is("an") || u.is("no") || u.is("longer") || u.is("never");
            if (!skipped) {
                return u.mention() == null && (COPULAS.contains(u.lemma()) || COPULAS.contains(u.form()));
            }
            i--;
        }
        return false;
    }

    /// Whether the clause has a noun for a subject that is no name and none of the things spoken of.
    boolean hasOtherSubject(Scene scene, int cue) {
        int start = scene.clauseStart(Math.min(cue, scene.size() - 1));
        if (isRelative(scene.unit(start))) {
            return start > 0 && scene.unit(start - 1).tag().equals("NOUN");
        }
        for (int i = start; i < cue; i++) {
            Unit u = scene.unit(i);
            if (u.isVerbal()) {
                return i > start && scene.unit(i - 1).tag().equals("NOUN") && !isThingNoun(scene.unit(i - 1));
            }
        }
        return false;
    }

    /// Whether the licence is said to hold for something: "under Apache 2.0", "is MIT", "switched to the SSPL".
    boolean isInForce(Scene scene, Cue.Match match) {
        for (int i = match.start() - 1; i >= Math.max(0, match.start() - 4); i--) {
            Unit u = scene.unit(i);
            if (u.mention() == null && (FORCE.contains(u.form()) || FORCE.contains(u.lemma()))) {
                return true;
            }
            if (u.isVerbal() && !u.is("call")) {
                return LICENSING.contains(u.lemma());
            }
        }
        if (scene.at(match.end()).isVerbal()) {
            return false; // the licence is itself what the sentence is about
        }
        Unit last = scene.unit(match.end() - 1);
        return last.form().startsWith("licens") || scene.at(match.end()).form().startsWith("licensed")
                || scene.size() <= 8 || scene.sentence.kind() == Sentence.Kind.TITLE;
    }

    /// What the clause from `start` to `cue` is about.
    Binding subject(Scene scene, int start, int cue, Discourse discourse) {
        int called = -1;
        for (int i = start; i < cue; i++) {
            if (call.contains(scene.unit(i).lemma()) && scene.unit(i).mention() == null && scene.unit(i).isVerbal()) {
                called = i;
            }
        }
        boolean passive = called > 0 && (scene.at(called - 1).is("be") || scene.at(called - 2).is("be"));
        // "describes Gemma as open": the object of the calling verb
        int from = called >= 0 && !passive ? called + 1 : start;
        Binding found = firstReferring(scene, from, cue, discourse);
        return found.found() || from == start ? found : firstReferring(scene, start, cue, discourse);
    }

    private Binding firstReferring(Scene scene, int from, int to, Discourse discourse) {
        int sentence = scene.sentence.number();
        Binding company = Binding.NONE;
        for (int i = from; i < Math.min(to, scene.size()); i++) {
            Unit u = scene.unit(i);
            Unit before = scene.before(i);
            boolean inside = i > from && (before.tag().equals("ADP") && !CALLING_OBJECT.contains(before.form())
                    || before.is("unlike") || before.is("like") || before.is("than"))
                    || i == from && i > 0 && (before.is("unlike") || before.is("than"));
            if (u.isThing() && !scene.actsAsCompany(i)) {
                if (inside && scene.things(i + 1, to).stream().anyMatch(k -> !scene.at(k - 1).tag().equals("ADP"))) {
                    continue;
                }
                int last = lastOfList(scene, i, to);
                return new Binding(Binder.listTo(scene, last), inside ? 0.75 : 0.9, "subject: the name");
            }
            if (inside) {
                continue;
            }
            if (u.mention() == null && isRelative(u) && i == from && i > 0) {
                if (u.form().equals("whose") && !scene.things(i + 1, to).isEmpty()) {
                    continue; // "Mistral, whose Mixtral is under Apache 2.0"
                }
                Binding antecedent = antecedent(scene, i);
                if (antecedent.found() || !u.form().equals("who")) {
                    return antecedent;
                }
                continue;
            }
            if (u.mention() == null && isPronoun(u) && !isRelative(u) && !determiner(scene, i)) {
                var things = discourse.thingsBefore(scene, i, isPlural(u));
                if (!things.isEmpty()) {
                    return new Binding(things, 0.75, "subject: " + u.form());
                }
            }
            int owner = u.mention() == null && u.tag().equals("NOUN") && isThingNoun(u) ? owner(scene, i) : -1;
            if (owner >= 0) {
                Unit whose = scene.unit(owner);
                var owned = whose.isThing() && !Scene.organisationOf(whose).isPresent()
                        ? java.util.Optional.of(Referent.thing(whose.mention()))
                        : Scene.organisationOf(whose).flatMap(id -> discourse.thingOf(id, whose.mention().text()));
                if (owned.isPresent()) {
                    return new Binding(List.of(owned.get()), 0.8, "subject: the " + u.form() + " of " + whose.form());
                }
            }
            if (u.mention() == null && u.tag().equals("NOUN") && definite(scene, i)) {
                Mention.@Nullable Kind kind = models.contains(u.lemma()) ? Mention.Kind.MODEL
                        : software.contains(u.lemma()) && !parts.contains(u.lemma()) ? Mention.Kind.SOFTWARE : null;
                if (kind != null || parts.contains(u.lemma())) {
                    var things = discourse.thingsBefore(scene, i, u.form().endsWith("s") && kind != null);
                    if (!things.isEmpty()) {
                        return new Binding(things, 0.75, "subject: the " + u.form());
                    }
                }
            }
            if (!company.found() && u.isOrganisation() && !scene.at(i + 1).isPossessive()) {
                company = Scene.organisationOf(u)
                        .map(id -> new Binding(List.of(Referent.organisation(id, u.mention().text())), 0.6, "subject: the company"))
                        .orElse(Binding.NONE);
            }
        }
        return company;
    }

    private static boolean isRelative(Unit u) {
        return switch (u.form()) {
            case "which", "that", "who", "whose" -> true;
            default -> false;
        };
    }

    /// The name, or list of names, right before a relative pronoun.
    private static Binding antecedent(Scene scene, int pronoun) {
        int i = pronoun - 1;
        if (scene.at(i).form().equals(",")) {
            i--;
        }
        Unit before = scene.at(i);
        if (before.isThing() && !scene.actsAsCompany(i)) {
            return new Binding(Binder.listTo(scene, i), 0.85, "subject: the name before \"" + scene.unit(pronoun).form() + "\"");
        }
        if (before.isOrganisation()) {
            return new Binding(Binder.organisationsTo(scene, i), 0.75, "subject: the company before \"" + scene.unit(pronoun).form() + "\"");
        }
        return Binding.NONE;
    }

    private static int lastOfList(Scene scene, int first, int to) {
        int last = first;
        for (int i = first + 1; i < Math.min(to, scene.size()); i++) {
            if (scene.unit(i).isThing() && listed(scene, i - 1)) {
                last = i;
            } else if (!joins(scene.unit(i)) && !scene.unit(i).isOrganisation()) {
                break;
            }
        }
        return last;
    }

    /// Whether the unit at `i`, between two names, makes them a list.
    static boolean listed(Scene scene, int i) {
        Unit u = scene.at(i);
        return joins(u) || u.isPossessive() && (joins(scene.at(i - 1)) || joins(scene.at(i - 2)));
    }

    /// The small words that may stand between the names of a list.
    static boolean joins(Unit u) {
        return u.mention() == null
                && switch (u.form()) {
                    case ",", "and", "or", "the", "now", "also", "&", "/", "as", "well", "'s", "both", "even", "then", "later", "nor" -> true;
                    default -> false;
                };
    }

    /// Whether the clause at `start` has no subject of its own: it begins with a verb, a participle, or a relative
    /// pronoun, or is joined by "and" or "but".
    boolean sharesSubject(Scene scene, int start, int cue) {
        if (start == 0) {
            return false;
        }
        Unit first = scene.unit(start);
        return switch (first.form()) {
            case "which", "that", "who", "whose", "and", "but", "or", "yet", "though", "although", "(", "while", "—", "–", "so", "due",
                    "despite" -> true;
            default -> false;
        };
    }

    /// Whether the sentence points back to something: "it", "the model", or so short that it must ("Not open source.").
    boolean refersBack(Scene scene) {
        if (scene.size() <= SHORT) {
            return true;
        }
        for (int i = 0; i < scene.size(); i++) {
            Unit u = scene.unit(i);
            boolean noun = u.mention() == null && (models.contains(u.lemma()) || software.contains(u.lemma()) || parts.contains(u.lemma())
                    || companies.contains(u.lemma()));
            if (u.mention() == null && isPronoun(u) && !u.is("that") && !u.is("all") || isPossessivePronoun(u) || noun && definite(scene, i)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a determiner before the noun makes it one that was spoken of.
    private static boolean definite(Scene scene, int noun) {
        for (int i = noun - 1; i >= Math.max(0, noun - 4); i--) {
            if (DEFINITE.contains(scene.unit(i).form())) {
                return true;
            }
            String tag = scene.unit(i).tag();
            if (!tag.equals("ADJ") && !tag.equals("NOUN") && !tag.equals("NUM") && !tag.equals("PROPN")) {
                return false;
            }
        }
        return scene.unit(noun).tag().equals("NOUN") && noun == 0;
    }

    /// The name that owns the noun: "Mistral's newest models"; -1 if none does.
    private static int owner(Scene scene, int noun) {
        for (int i = noun - 1; i > Math.max(0, noun - 5); i--) {
            if (scene.unit(i).isPossessive()) {
                return scene.unit(i - 1).mention() != null ? i - 1 : -1;
            }
            String tag = scene.unit(i).tag();
            if (!tag.equals("ADJ") && !tag.equals("NOUN") && !tag.equals("NUM")) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean determiner(Scene scene, int i) {
        Unit next = scene.at(i + 1);
        return scene.unit(i).tag().equals("DET") && (next.isNoun() || next.tag().equals("ADJ")) && !scene.unit(i).is("both");
    }

    boolean isPronoun(Unit u) {
        return u.mention() == null && PRONOUNS.contains(u.form());
    }

    boolean isPossessivePronoun(Unit u) {
        return u.mention() == null && (u.form().equals("its") || u.form().equals("their") || u.form().equals("whose"));
    }

    boolean isPlural(Unit u) {
        return PLURALS.contains(u.form());
    }
}
