package org.openwash.claims;

import java.util.Set;

/// Knows the words that point back to something named earlier: "it", "its weights", "the model".
final class Pronouns {

    /// A sentence of so few units has no room for a subject of its own.
    private static final int SHORT = 8;
    /// how far the determiner of a noun may stand before it
    private static final int PHRASE = 4;

    private final Set<String> pronouns;
    private final Set<String> plurals;
    private final Set<String> relatives;
    private final Set<String> owners;
    private final Set<String> definite;
    private final ThingNouns nouns;

    Pronouns(Words words, ThingNouns nouns) {
        this.nouns = nouns;
        pronouns = words.of("pronoun");
        plurals = words.of("plural-pronoun");
        relatives = words.of("relative-pronoun");
        owners = words.of("owner-pronoun");
        definite = words.of("definite");
    }

    boolean isPronoun(Unit unit) {
        return unit.isWord() && pronouns.contains(unit.form());
    }

    boolean isPlural(Unit unit) {
        return plurals.contains(unit.form());
    }

    boolean isRelative(Unit unit) {
        return relatives.contains(unit.form());
    }

    /// "its", "their", "whose"
    boolean isOwner(Unit unit) {
        return unit.isWord() && owners.contains(unit.form());
    }

    /// Whether the word at `i` stands for something by itself: "they are open", not "these models are open".
    boolean standsAlone(Scene scene, int i) {
        Unit unit = scene.unit(i);
        Unit next = scene.at(i + 1);
        boolean nounFollows = next.isNoun() || next.tag().equals("ADJ");
        boolean determiner = unit.tag().equals("DET") && nounFollows && !unit.is("both");
        return isPronoun(unit) && !isRelative(unit) && !determiner;
    }

    /// Whether a determiner before the noun makes it one that was spoken of: "the new model".
    boolean isDefinite(Scene scene, int noun) {
        for (int i = noun - 1; i >= Math.max(0, noun - PHRASE); i--) {
            if (definite.contains(scene.unit(i).form())) {
                return true;
            }
            switch (scene.unit(i).tag()) {
                case "ADJ", "NOUN", "NUM", "PROPN" -> { }
                default -> {
                    return false;
                }
            }
        }
        return noun == 0 && scene.unit(noun).tag().equals("NOUN");
    }

    /// "it", "the model", "its": what points back, empty for a unit that does not.
    String description(Scene scene, int i) {
        Unit unit = scene.unit(i);
        if (!unit.isWord()) {
            return "";
        }
        if (standsAlone(scene, i) || isOwner(unit) || unit.is("one")) {
            return unit.form();
        }
        boolean noun = unit.tag().equals("NOUN") && (nouns.refers(unit) || nouns.isThing(unit));
        return noun && isDefinite(scene, i) ? "the " + unit.lemma() : "";
    }

    /// Whether the sentence points back to something: "it", "the model", or so short that it must ("Not open source.").
    boolean refersBack(Scene scene) {
        if (scene.size() <= SHORT) {
            return true;
        }
        for (int i = 0; i < scene.size(); i++) {
            Unit unit = scene.unit(i);
            boolean pronoun = isPronoun(unit) && !unit.is("that") && !unit.is("all");
            if (pronoun || isOwner(unit) || nouns.refers(unit) && isDefinite(scene, i)) {
                return true;
            }
        }
        return false;
    }
}
