package org.openwash.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds what verbs of saying report: "Meta said that ...", "'...,' said Meta", "..., Meta said".
final class Speech {

    /// how far behind the verb its object may be told from a clause
    private static final int OBJECT = 6;
    /// With fewer units behind the verb, what is said stands before it.
    private static final int TAIL = 6;

    private final Set<String> takesObject;
    private final SpeakerPhrases phrases;

    Speech(Words words, SpeakerPhrases phrases) {
        this.phrases = phrases;
        takesObject = words.of("say-object");
    }

    /// @param verb a verb of saying
    List<Frame> frames(Scene scene, int verb, Speakers speakers) {
        if (takesObject.contains(scene.unit(verb).lemma()) && objectFollows(scene, verb)) {
            return List.of(); // "has written a licence", "added a clause"
        }
        boolean infinitive = scene.at(verb - 1).is("to") && !scene.at(verb - 2).is("used");
        boolean headline = infinitive && scene.at(verb - 2).organisation().isPresent(); // "Meta to announce"
        if (isNegated(scene, verb) || infinitive && !headline) {
            return List.of();
        }
        List<Frame> inverted = isInverted(scene, verb) ? inverted(scene, verb, speakers) : List.of();
        if (!inverted.isEmpty()) {
            return inverted;
        }
        return (infinitive ? Optional.of(new Range(verb - 2, verb - 1)) : phrases.before(scene, verb))
                .filter(subject -> !phrases.isDocument(scene, subject))
                .map(subject -> straight(scene, subject, verb, speakers))
                .orElse(List.of());
    }

    private boolean isInverted(Scene scene, int verb) {
        if (scene.at(verb - 1).isQuote()) {
            return true;
        }
        return scene.at(verb - 1).form().equals(",")
                && phrases.before(scene, verb).filter(s -> SpeakerPhrases.namesSomebody(scene, s)).isEmpty();
    }

    /// "'Llama is open,' said Meta, 'and free.'"
    private List<Frame> inverted(Scene scene, int verb, Speakers speakers) {
        Optional<Range> subject = phrases.at(scene, verb + 1);
        Optional<Voice> voice = subject.flatMap(s -> speakers.in(scene, s));
        if (voice.isEmpty()) {
            return List.of();
        }
        int end = subject.get().to();
        String how = scene.unit(verb).form();
        return List.of(
                new Frame(voice.get(), 0, verb, Frame.Kind.SPEECH, how),
                new Frame(voice.get(), end, quotedEnd(scene, end), Frame.Kind.SPEECH, how));
    }

    /// "Meta said that Llama is open"; "Llama is open, Meta said"
    private static List<Frame> straight(Scene scene, Range subject, int verb, Speakers speakers) {
        Optional<Voice> voice = speakers.in(scene, subject);
        if (voice.isEmpty()) {
            return List.of();
        }
        int start = subject.from();
        String how = scene.unit(verb).form();
        var behind = new Frame(voice.get(), verb + 1, scene.size(), Frame.Kind.SPEECH, how);
        Unit before = scene.at(start - 1);
        boolean atEnd = start > 2 && (before.isQuote() || before.form().equals(","))
                && (scene.quoted(start - 2) || scene.size() - verb < TAIL || scene.at(start - 2).isQuote()
                        || scene.at(verb + 1).form().equals(","));
        return atEnd ? List.of(new Frame(voice.get(), 0, start, Frame.Kind.SPEECH, how), behind) : List.of(behind);
    }

    private static boolean objectFollows(Scene scene, int verb) {
        Unit next = scene.at(verb + 1);
        boolean noun = next.isLicence()
                || switch (next.tag()) {
                    case "DET", "ADJ", "NOUN" -> true;
                    default -> false;
                };
        for (int i = verb + 1; noun && i < Math.min(scene.size(), verb + OBJECT); i++) {
            if (scene.unit(i).isVerbal() || scene.unit(i).is("that") || scene.unit(i).isQuote()) {
                return false; // "added the model is free"
            }
        }
        return noun;
    }

    /// "did not say"
    static boolean isNegated(Scene scene, int verb) {
        for (int i = verb - 1; i >= Math.max(0, verb - 2); i--) {
            Unit unit = scene.unit(i);
            if (unit.is("not") || unit.is("n't") || unit.is("never")) {
                return true;
            }
        }
        return false;
    }

    /// The end of the sentence if a quotation follows, else `from`.
    private static int quotedEnd(Scene scene, int from) {
        int i = from;
        while (i < scene.size() && !scene.quoted(i)) {
            i++;
        }
        return i < scene.size() ? scene.size() : from;
    }
}
