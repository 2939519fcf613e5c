package org.openwash.claims;

import java.util.Optional;
import java.util.Set;

/// Finds whose a label is: "Meta calls Llama open source", "billed as open", "describes itself as open", "Meta's claim
/// that it is open", "accused of open-washing".
final class Labels {

    /// how far behind the verb its "as" may stand, and before a noun its owner
    private static final int AS = 8;
    private static final int OWNER = 5;

    private final Set<String> selling;
    private final Set<String> crowd;
    private final SpeakerPhrases phrases;

    Labels(Words words, SpeakerPhrases phrases) {
        this.phrases = phrases;
        selling = words.of("sell");
        crowd = words.of("crowd");
    }

    /// @param verb a calling verb
    Optional<Frame> called(Scene scene, int verb, Speakers speakers) {
        if (Speech.isNegated(scene, verb)) {
            return Optional.empty();
        }
        if (isPassive(scene, verb)) {
            Voice.Stance stance =
                    selling.contains(scene.unit(verb).lemma()) ? Voice.Stance.MAKER : Voice.Stance.OTHER;
            String words = scene.words(crowd.contains(scene.at(verb - 1).form()) ? verb - 1 : verb, verb + 1);
            return Optional.of(label(new Voice(words, Set.of(), stance), scene, verb, words));
        }
        String form = scene.unit(verb).form();
        if (scene.at(verb + 1).is("itself") || scene.at(verb + 1).is("themselves")) {
            String words = scene.words(verb, verb + 2);
            return Optional.of(label(new Voice(words, Set.of(), Voice.Stance.MAKER), scene, verb, form));
        }
        return phrases.before(scene, verb)
                .filter(subject -> !phrases.isDocument(scene, subject))
                .flatMap(subject -> speakers.in(scene, subject))
                .map(voice -> label(voice, scene, verb, form));
    }

    private static Frame label(Voice voice, Scene scene, int verb, String how) {
        return new Frame(voice, verb + 1, scene.clauseEnd(verb), Frame.Kind.LABEL, how);
    }

    /// "is widely called", "gets billed"; "a model marketed as open"
    private static boolean isPassive(Scene scene, int verb) {
        int auxiliary = verb - 1;
        while (auxiliary > 0 && (scene.unit(auxiliary).tag().equals("ADV") || scene.unit(auxiliary).is("long"))) {
            auxiliary--;
        }
        Unit helper = scene.at(auxiliary);
        if (helper.is("be") || helper.is("get")) {
            return true;
        }
        boolean perfect = helper.is("have") || helper.tag().equals("AUX");
        boolean participle = !perfect && scene.unit(verb).form().endsWith("ed");
        boolean hasSubject = scene.at(verb - 1).isNoun() || scene.at(verb - 1).tag().equals("PRON");
        return participle && !hasSubject && scene.has(Set.of("as"), verb + 1, Math.min(scene.size(), verb + AS));
    }

    /// "accused of open-washing", "charges that ...", "Critics accuse Meta of ..."
    Frame charged(Scene scene, int at, Speakers speakers) {
        Unit charge = scene.unit(at);
        boolean active = charge.isVerbal() && !scene.at(at - 1).is("be");
        Voice voice = Optional.of(at).filter(verb -> active)
                .flatMap(verb -> phrases.before(scene, verb))
                .flatMap(subject -> speakers.in(scene, subject))
                .orElse(new Voice(charge.form(), Set.of(), Voice.Stance.OTHER));
        return new Frame(voice, at + 1, scene.size(), Frame.Kind.CHARGE, charge.form());
    }

    /// "Meta's open-source claims", "Google's claim that ..."
    Optional<Frame> claimed(Scene scene, int noun, Speakers speakers) {
        for (int i = noun - 1; i >= Math.max(1, noun - OWNER); i--) {
            if (scene.unit(i).isPossessive() && scene.unit(i - 1).organisation().isPresent()) {
                int from = i + 1;
                return speakers.in(scene, new Range(i - 1, i))
                        .map(voice -> new Frame(voice, from, scene.clauseEnd(noun), Frame.Kind.LABEL, "claim"));
            }
        }
        return Optional.empty();
    }
}
