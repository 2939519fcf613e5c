package org.openwash.claims;

import java.util.Set;

/// Decides whether a wording is a property of something at all: "Llama is open source", not "open source matters";
/// "under the MIT licence", not "the MIT licence is short".
final class Predicates {

    /// how far before a licence the word may stand that says it is in force
    private static final int NEAR = 4;
    /// A sentence of so few units that names a licence says that it is in force: "Licence: MIT".
    private static final int SHORT = 8;

    private final Set<String> copulas;
    private final Set<String> inForce;
    private final Set<String> licensing;
    private final Pronouns pronouns;
    private final ThingNouns nouns;

    Predicates(Words words, Pronouns pronouns, ThingNouns nouns) {
        this.pronouns = pronouns;
        this.nouns = nouns;
        copulas = words.of("copula");
        inForce = words.of("in-force");
        licensing = words.of("licensing");
    }

    /// Whether "open source" is here a topic and no property of anything: "open source matters", "by open source",
    /// "an open-source summit".
    boolean isTopic(Scene scene, Cue.Match match, NounPhrases.Phrase phrase) {
        if (phrase.hasHead()) {
            Unit head = scene.unit(phrase.head());
            return !nouns.isThing(head) && !isPredicate(scene, match.start()) && !head.is("claims");
        }
        if (!match.cue().wording().equals("open source")) {
            return false;
        }
        Unit before = scene.at(match.start() - 1);
        before = before.isQuote() ? scene.at(match.start() - 2) : before;
        boolean begins = match.start() == 0 || before.isMark() || before.tag().equals("SCONJ");
        boolean subject = begins && scene.at(match.end()).isVerbal();
        boolean behindPreposition = before.tag().equals("ADP") && !before.is("as") && !before.is("like");
        return subject || behindPreposition;
    }

    /// Whether a form of "be" or "as" joins the phrase at `start` to what it is said of, or a comma makes it an
    /// apposition.
    boolean isPredicate(Scene scene, int start) {
        if (scene.unit(scene.clauseStart(Math.min(start, scene.size() - 1))).is("be")) {
            return true; // "Is Llama open source?"
        }
        if (scene.unit(start).isOneOf(copulas)) {
            return true; // the wording begins with it: "is open"
        }
        int i = start - 1;
        while (i >= 0 && isBetween(scene.unit(i))) {
            i--;
        }
        if (i < 0 || scene.unit(i).isOneOf(copulas)) {
            return i >= 0;
        }
        Unit verb = scene.at(i - 1); // "calls Gemma an open model"
        return !scene.unit(i).isWord() && verb.isVerbal() && verb.isOneOf(copulas);
    }

    /// What may stand between "is" and "open source": "not", "a", "not really".
    private static boolean isBetween(Unit unit) {
        if (unit.isQuote()) {
            return true;
        }
        return switch (unit.tag()) {
            case "ADV", "ADJ", "DET" -> true;
            default -> unit.is("not") || unit.is("n't") || unit.is("a") || unit.is("an") || unit.is("no")
                    || unit.is("longer") || unit.is("never");
        };
    }

    /// Whether the clause has a noun for a subject that is no name and none of the things spoken of: "companies that
    /// are exclusively open source".
    boolean hasOtherSubject(Scene scene, int cue) {
        int start = scene.clauseStart(Math.min(cue, scene.size() - 1));
        if (pronouns.isRelative(scene.unit(start))) {
            return start > 0 && scene.unit(start - 1).tag().equals("NOUN");
        }
        for (int i = start; i < cue; i++) {
            if (scene.unit(i).isVerbal()) {
                return i > start && scene.unit(i - 1).tag().equals("NOUN") && !nouns.isThing(scene.unit(i - 1));
            }
        }
        return false;
    }

    /// Whether the licence is said to hold for something: "under Apache 2.0", "is MIT", "switched to the SSPL"; not
    /// "the BSL leaves too many blanks".
    boolean isInForce(Scene scene, Cue.Match match) {
        for (int i = match.start() - 1; i >= Math.max(0, match.start() - NEAR); i--) {
            Unit unit = scene.unit(i);
            if (unit.isOneOf(inForce)) {
                return true;
            }
            if (unit.isVerbal() && !unit.is("call")) {
                return licensing.contains(unit.lemma());
            }
        }
        if (scene.at(match.end()).isVerbal()) {
            return false; // the licence is itself what the sentence is about
        }
        return scene.unit(match.end() - 1).form().startsWith("licens")
                || scene.at(match.end()).form().startsWith("licensed")
                || scene.size() <= SHORT
                || scene.isHeadline();
    }
}
