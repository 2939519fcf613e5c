package org.openwash.claims;

import java.util.Optional;
import java.util.Set;

/// Finds the noun phrase that names who speaks: "Meta's chief scientist" in "Meta's chief scientist, a Turing laureate,
/// has long said that ...".
final class SpeakerPhrases {

    /// how long a phrase behind "according to" or "said" may be, an apposition, and a note in brackets, in units
    private static final int LONGEST = 14;
    private static final int APPOSITION = 16;
    private static final int BRACKETS = 8;
    /// A phrase before its verb is found by walking back no further than this.
    private static final int FURTHEST = 60;

    private final Set<String> legalTexts;
    private final Set<String> ownTexts;

    SpeakerPhrases(Words words) {
        legalTexts = words.of("legal-text");
        ownTexts = words.of("own-text");
    }

    /// The noun phrase that is the verb's subject.
    Optional<Range> before(Scene scene, int verb) {
        int end = withoutAuxiliaries(scene, withoutRelative(scene, verb));
        end = withoutBrackets(scene, end);
        if (scene.at(end - 1).is("and") || scene.at(end - 1).is("but")) {
            return firstActor(scene, end - 1);
        }
        end = withoutApposition(scene, end);
        int from = end;
        while (from > 0 && end - from < FURTHEST && isWithin(scene, from - 1)) {
            from--;
            if (scene.unit(from).tag().equals("DET") && !scene.at(from - 1).is("of")) {
                break; // "Last summer the foundation"
            }
        }
        while (from < end && (scene.unit(from).is("and") || scene.unit(from).is("of") || scene.unit(from).is("'s"))) {
            from++;
        }
        return from < end ? Optional.of(new Range(from, end)) : Optional.empty();
    }

    /// "Meta, which says"
    private static int withoutRelative(Scene scene, int verb) {
        Unit before = scene.at(verb - 1);
        if (!before.is("which") && !before.is("who")) {
            return verb;
        }
        return scene.at(verb - 2).form().equals(",") ? verb - 2 : verb - 1;
    }

    /// "Meta has long said"
    private static int withoutAuxiliaries(Scene scene, int end) {
        int i = end;
        while (i > 0 && (scene.unit(i - 1).tag().equals("ADV") || scene.unit(i - 1).tag().equals("AUX")
                || scene.unit(i - 1).is("have") || scene.unit(i - 1).is("long"))) {
            i--;
        }
        return i;
    }

    /// "the Open Source Initiative (OSI) says"
    private static int withoutBrackets(Scene scene, int end) {
        if (end <= 1 || !scene.unit(end - 1).form().equals(")")) {
            return end;
        }
        int open = end - 2;
        while (open > 0 && !scene.unit(open).form().equals("(") && end - open < BRACKETS) {
            open--;
        }
        return scene.unit(open).form().equals("(") ? open : end;
    }

    /// "Yann LeCun, its chief scientist, says"
    private static int withoutApposition(Scene scene, int end) {
        if (end <= 0 || !scene.unit(end - 1).form().equals(",")) {
            return end;
        }
        int open = end - 2;
        while (open > 0 && !scene.unit(open).form().equals(",") && end - open < APPOSITION) {
            open--;
        }
        return open > 0 && scene.unit(open).form().equals(",") ? open : end;
    }

    /// The person or company that the sentence begins with: "Meta released it and said ...".
    private static Optional<Range> firstActor(Scene scene, int before) {
        for (int i = 0; i < before && !scene.unit(i).isVerbal(); i++) {
            Unit unit = scene.unit(i);
            if (unit.isPerson() || unit.organisation().isPresent() || unit.is("he") || unit.is("she")) {
                return Optional.of(new Range(i, i + 1));
            }
        }
        return Optional.empty();
    }

    /// The noun phrase that begins at `from`; empty where none does.
    Optional<Range> at(Scene scene, int from) {
        int to = from;
        while (to < scene.size() && to < from + LONGEST && isWithin(scene, to)) {
            to++;
        }
        return to > from ? Optional.of(new Range(from, to)) : Optional.empty();
    }

    private static boolean isWithin(Scene scene, int i) {
        Unit unit = scene.unit(i);
        if (!unit.isWord() || unit.isPossessive()) {
            return true;
        }
        return switch (unit.tag()) {
            case "NOUN", "PROPN", "DET", "ADJ", "NUM" -> !unit.isQuote();
            case "PRON" -> !unit.is("that") && !unit.is("which") && !unit.is("who");
            case "ADP" -> unit.is("of") || unit.is("at") || unit.is("for")
                    || unit.is("from") && scene.at(i + 1).isNoun();
            default -> false;
        };
    }

    /// Whether a person or company is named in it.
    static boolean namesSomebody(Scene scene, Range phrase) {
        for (int i = phrase.from(); i < phrase.to(); i++) {
            if (scene.unit(i).isPerson() || scene.unit(i).organisation().isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// Whether it names a text that speaks for nobody: "the licence states", "the headline says".
    boolean isDocument(Scene scene, Range phrase) {
        boolean companys = scene.unit(phrase.from()).organisation().isPresent();
        for (int i = phrase.from(); i < phrase.to(); i++) {
            Unit unit = scene.unit(i);
            boolean own = unit.isWord() && ownTexts.contains(unit.lemma()) && !companys;
            if (unit.isLicence() || unit.isOneOf(legalTexts) || own) {
                return true;
            }
        }
        return false;
    }
}
