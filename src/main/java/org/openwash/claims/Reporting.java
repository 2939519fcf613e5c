package org.openwash.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds reported speech: whose words a part of a sentence gives.
///
/// Handles "Musk: ..." in headlines, "according to X" and "reportedly" itself; verbs of saying in [Speech]; labels,
/// charges and claims in [Labels].
final class Reporting {

    /// where in a headline the colon behind a speaker may stand
    private static final int COLON = 4;

    private final Set<String> say;
    private final Set<String> call;
    private final Set<String> reportedly;
    private final Set<String> charges;
    private final Set<String> claims;
    private final SpeakerPhrases phrases;
    private final Speech speech;
    private final Labels labels;

    Reporting(Words words) {
        say = words.of("say");
        call = words.of("call");
        reportedly = words.of("reportedly");
        charges = words.of("charge");
        claims = words.of("claim-noun");
        phrases = new SpeakerPhrases(words);
        speech = new Speech(words, phrases);
        labels = new Labels(words, phrases);
    }

    List<Frame> frames(Scene scene, Speakers speakers) {
        var frames = new ArrayList<Frame>();
        headline(scene, speakers).ifPresent(frames::add);
        for (int i = 0; i < scene.size(); i++) {
            if (scene.unit(i).isWord()) {
                frames.addAll(framesAt(scene, i, speakers));
            }
        }
        return frames;
    }

    private List<Frame> framesAt(Scene scene, int i, Speakers speakers) {
        Unit unit = scene.unit(i);
        if (unit.is("according") && scene.at(i + 1).is("to")) {
            return accordingTo(scene, i, speakers).stream().toList();
        }
        if (reportedly.contains(unit.form())) {
            return List.of(new Frame(new Voice(unit.form(), Set.of(), Voice.Stance.OTHER),
                    scene.clauseStart(i), scene.clauseEnd(i), Frame.Kind.SPEECH, unit.form()));
        }
        if (unit.isOneOf(charges)) {
            return List.of(labels.charged(scene, i, speakers));
        }
        if (unit.isVerbal() && say.contains(unit.lemma())) {
            return speech.frames(scene, i, speakers);
        }
        if (unit.isVerbal() && call.contains(unit.lemma())) {
            return labels.called(scene, i, speakers).stream().toList();
        }
        return claims.contains(unit.form()) ? labels.claimed(scene, i, speakers).stream().toList() : List.of();
    }

    /// "Musk: Grok 3 will be open"
    private static Optional<Frame> headline(Scene scene, Speakers speakers) {
        for (int i = 1; scene.isHeadline() && i < Math.min(COLON, scene.size() - 1); i++) {
            Unit before = scene.unit(i - 1);
            if (scene.unit(i).form().equals(":") && (before.isPerson() || before.organisation().isPresent())) {
                return speakers.in(scene, new Range(0, i))
                        .map(voice -> new Frame(voice, 2, scene.size(), Frame.Kind.SPEECH, ":"));
            }
        }
        return Optional.empty();
    }

    private Optional<Frame> accordingTo(Scene scene, int at, Speakers speakers) {
        return phrases.at(scene, at + 2)
                .flatMap(speaker -> speakers.in(scene, speaker))
                .map(voice -> new Frame(voice, 0, scene.size(), Frame.Kind.SPEECH, "according to"));
    }
}
