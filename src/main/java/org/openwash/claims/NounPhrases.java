package org.openwash.claims;

import java.util.Set;

/// A light substitute for a parser: the noun phrase that a wording stands in, read off tags and names.
final class NounPhrases {

    private final Set<String> possessives;
    private final Set<String> definite;
    private final Set<String> contrast;
    private final Set<String> rivals;
    private final ThingNouns nouns;

    NounPhrases(Words words, ThingNouns nouns) {
        this.nouns = nouns;
        possessives = words.of("possessive-pronoun");
        definite = words.of("definite");
        contrast = words.of("contrast");
        rivals = words.of("rival");
    }

    /// A noun phrase that a wording opens: "[open-source] Llama 3", "the [open] language model".
    ///
    /// @param thing    the first thing named in it, -1 if none
    /// @param head     its last noun outside the wording, -1 if none
    /// @param end      the unit behind it
    /// @param definite it has "the", "this" or an owner
    record Phrase(int thing, int head, int end, boolean definite) {

        boolean hasThing() {
            return thing >= 0;
        }

        boolean hasHead() {
            return head >= 0;
        }
    }

    /// The phrase that the match opens; without head where nothing of it follows the match.
    Phrase openedBy(Scene scene, Cue.Match match) {
        int head = -1;
        int i = match.end();
        while (i < scene.size()) {
            Unit unit = scene.unit(i);
            boolean namesAnother = rivals.contains(scene.at(i + 1).lemma()); // "an open-source Slack alternative"
            if (unit.isThing() && !scene.actsAsCompany(i) && !namesAnother) {
                return new Phrase(i, i, i + 1, true);
            }
            boolean comma = unit.form().equals(",");
            if (comma && i == match.end() && isFurtherAdjective(scene.at(i + 1))) {
                i++; // "closed, API-driven systems"
                continue;
            }
            if (comma || !goesOn(scene, i, head >= 0)) {
                break;
            }
            if (unit.isNoun()) {
                head = i;
            }
            i++;
        }
        return new Phrase(-1, head, i, isDefinite(scene, match.start()));
    }

    /// Not "unlike", which the tagger takes for an adjective: "Llama is open source, unlike GPT-4".
    private boolean isFurtherAdjective(Unit unit) {
        boolean adjective = unit.tag().equals("ADJ") || unit.is("api");
        return unit.isWord() && adjective && !contrast.contains(unit.form());
    }

    private static boolean goesOn(Scene scene, int i, boolean hasHead) {
        Unit unit = scene.unit(i);
        if (unit.isQuote() || unit.isNoun() || unit.isPossessive() && hasHead) {
            return true;
        }
        return switch (unit.tag()) {
            case "ADJ", "NUM" -> !(unit.is("such") && scene.at(i + 1).is("as")); // "open models such as OLMo"
            case "VERB" -> (unit.form().endsWith("ing") || unit.form().endsWith("ed")) && scene.at(i + 1).isNoun();
            default -> unit.form().equals("[") || unit.form().equals("]");
        };
    }

    private boolean isDefinite(Scene scene, int start) {
        int left = leftEdge(scene, start);
        return left >= 0 && (definite.contains(scene.at(left).form()) || scene.at(left).isPossessive()
                || definite.contains(scene.at(left + 1).form()));
    }

    /// Whether the phrase at `start` has "a" or "an".
    boolean isOne(Scene scene, int start) {
        Unit left = scene.at(leftEdge(scene, start));
        return left.is("a") || left.is("an");
    }

    /// The unit left of the phrase that a wording at `start` stands in: a determiner, `'s`, verb or mark; -1 at the
    /// beginning of the sentence.
    int leftEdge(Scene scene, int start) {
        int i = start - 1;
        while (i >= 0 && isWithin(scene, i)) {
            i--;
        }
        return i;
    }

    private boolean isWithin(Scene scene, int i) {
        Unit unit = scene.unit(i);
        if (unit.is("of") && i > 0 && nouns.isModel(scene.unit(i - 1))) {
            return true; // "a family of open models"
        }
        boolean modifier = unit.isQuote()
                || switch (unit.tag()) {
                    case "ADJ", "ADV", "NUM" -> true;
                    case "NOUN" -> !unit.isPossessive();
                    default -> false;
                };
        return unit.isWord() && modifier && !possessives.contains(unit.form());
    }
}
