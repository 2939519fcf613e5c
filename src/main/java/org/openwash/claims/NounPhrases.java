package org.openwash.claims;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Mention;

/// A light substitute for a parser: noun phrases and clause subjects, read off tags and names.
final class NounPhrases {

    private static final Set<String> POSSESSIVE_PRONOUNS = Set.of("its", "their", "his", "her", "our");
    private static final Set<String> PRONOUNS = Set.of("it", "they", "them", "this", "these", "those", "both", "that", "all", "which", "either", "neither");
    private static final Set<String> PLURALS = Set.of("they", "them", "these", "those", "both", "all", "their");
    private static final Set<String> DEFINITE = Set.of("the", "this", "these", "that", "its", "their", "both", "such", "each");
    private static final Set<String> CALLING_OBJECT = Set.of("as");

    private final Set<String> models;
    private final Set<String> software;
    private final Set<String> parts;
    private final Set<String> companies;
    private final Set<String> call;

    NounPhrases(Words words) {
        models = words.of("model");
        software = words.of("software");
        companies = words.of("company");
        call = words.of("call");
        var all = new java.util.HashSet<String>();
        for (String name : List.of("weight", "data", "recipe", "licence", "things")) {
            all.addAll(words.of(name));
        }
        parts = Set.copyOf(all);
    }

    /// A noun phrase that a wording opens.
    ///
    /// @param thing      the first thing named in it, -1 if none
    /// @param head       its last noun outside the wording, -1 if none
    /// @param end        the unit behind it
    /// @param indefinite a bare plural: "open-source models"
    record Phrase(int thing, int head, int end, boolean indefinite) {
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
                return new Phrase(i, i, i + 1, false);
            }
            boolean inside = u.isQuote() || u.isNoun() || u.isPossessive() && u.mention() == null && head >= 0
                    || switch (u.tag()) {
                        case "ADJ", "NUM" -> true;
                        case "VERB" -> (u.form().endsWith("ing") || u.form().endsWith("ed")) && scene.at(i + 1).isNoun();
                        default -> u.form().equals("[") || u.form().equals("]");
                    };
            if (!inside || u.form().equals(",")) {
                break;
            }
            if (u.isNoun()) {
                head = i;
            }
            i++;
        }
        boolean plural = head >= 0 && scene.unit(head).form().endsWith("s");
        int left = leftEdge(scene, start);
        boolean definite = left >= 0 && (DEFINITE.contains(scene.at(left).form()) || scene.at(left).isPossessive()
                || DEFINITE.contains(scene.at(left + 1).form()));
        return new Phrase(-1, head, i, plural && !definite);
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
            if (!modifier || POSSESSIVE_PRONOUNS.contains(u.form())) {
                return i;
            }
            i--;
        }
        return -1;
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
            boolean inside = i > from && (scene.at(i - 1).tag().equals("ADP") && !CALLING_OBJECT.contains(scene.at(i - 1).form())
                    || scene.at(i - 1).is("unlike") || scene.at(i - 1).is("like") || scene.at(i - 1).is("than"))
                    || i == from && i > 0 && (scene.at(i - 1).is("unlike") || scene.at(i - 1).is("than"));
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
            if (u.mention() == null && isPronoun(u) && !determiner(scene, i)) {
                var things = discourse.thingsBefore(scene, i, isPlural(u));
                if (!things.isEmpty()) {
                    return new Binding(things, 0.75, "subject: " + u.form());
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
                    case ",", "and", "or", "now", "also", "&", "/", "as", "well", "'s", "both", "even", "then", "later", "nor" -> true;
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
            case "which", "that", "who", "whose", "and", "but", "or", "yet", "though", "although", "(", "while", "—", "–", "so" -> true;
            default -> false;
        };
    }

    /// Whether the sentence points back to something: "it", "the model", or so short that it must ("Not open source.").
    boolean refersBack(Scene scene) {
        if (scene.size() <= 6) {
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

    private static boolean determiner(Scene scene, int i) {
        Unit next = scene.at(i + 1);
        return scene.unit(i).tag().equals("DET") && (next.isNoun() || next.tag().equals("ADJ"))
                || scene.unit(i).is("that") && !scene.unit(i).tag().equals("PRON");
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
