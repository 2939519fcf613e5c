package org.openwash.claims;

import java.util.Locale;
import java.util.Optional;

/// What is seen around a wording that tells whether it speaks of what is, was, will be or might be: above all the forms
/// of the verbs.
final class ModalityFeatures {

    private static final int AROUND = 5;

    private final Questions questions;
    private final NounPhrases phrases;

    ModalityFeatures(Words words) {
        questions = new Questions(words);
        phrases = new NounPhrases(words, new ThingNouns(words));
    }

    void tellOfWording(Inquiry inquiry, Case asked, ModalityReader.Reading rule, Binding bound, Optional<Frame> frame) {
        Scene scene = asked.scene();
        Cue.Match match = asked.match();
        var f = new Features(inquiry, ClaimFeatures.topic(match.cue()));
        f.add("rule", rule.modality());
        f.addFor("rule", rule.modality(), " ", rule.how());
        f.addFor("stated", match.cue().polarity());
        f.add("wording", match.cue().wording());
        f.add("bound", bound.how());
        f.addFor("presupposed", bound.presupposed());
        f.addFor("frame", frame.map(Frame::kind).map(Enum::name).orElse("none"), " ", scene.quoted(match.start()));
        f.addFor("place", scene.sentence().kind().name().toLowerCase(Locale.ROOT));
        f.addFor("asks", questions.asks(scene));
        words(scene, match, f);
        verbs(scene, match, f);
        NounPhrases.Phrase phrase = phrases.openedBy(scene, match);
        f.addFor("phrase", phrase.hasThing() ? "thing" : phrase.hasHead() ? "noun" : "none");
    }

    void tellOfCandidate(Inquiry inquiry, Case asked) {
        var f = new Features(inquiry, ClaimFeatures.topic(asked.match().cue()));
        f.addFor("candidate", asked.candidate().isNamed(), " ", asked.candidate().referent().isOrganisation());
    }

    private static void words(Scene scene, Cue.Match match, Features f) {
        for (int d = 1; d <= AROUND; d++) {
            f.add("left", form(scene, match.start() - d));
            f.add("right", form(scene, match.end() - 1 + d));
        }
        f.addFor("-1", form(scene, match.start() - 1));
        f.addFor("-2-1", form(scene, match.start() - 2), " ", form(scene, match.start() - 1));
        f.addFor("+1", form(scene, match.end()));
        f.add("+1+2", form(scene, match.end()), " ", form(scene, match.end() + 1));
        f.add("opens", form(scene, 0));
        f.add("clause opens", form(scene, scene.clauseStart(match.start())));
        for (int i = match.start(); i < match.end(); i++) {
            f.addOnlyFor("own", form(scene, i));
        }
    }

    /// Verbs and adverbs by their forms, since tense is in them.
    private static void verbs(Scene scene, Cue.Match match, Features f) {
        int start = scene.clauseStart(match.start());
        int end = scene.clauseEnd(match.end() - 1);
        var chain = new StringBuilder();
        for (int i = 0; i < scene.size(); i++) {
            Unit unit = scene.unit(i);
            boolean tells = unit.isWord() && switch (unit.tag()) {
                case "AUX", "VERB", "ADV", "SCONJ" -> true;
                default -> unit.is("not") || unit.is("if") || unit.is("until") || unit.is("to") || unit.is("original");
            };
            if (tells) {
                if (i >= start && i < end) {
                    f.addFor("verb", unit.form());
                } else {
                    f.add("elsewhere", unit.form());
                }
            }
            if (tells && i >= start && i < match.start() && !unit.tag().equals("ADV")) {
                chain.append(' ').append(unit.tag().equals("AUX") ? unit.form() : unit.tag() + ending(unit.form()));
            }
        }
        f.addFor("chain", chain);
    }

    private static String ending(String form) {
        return form.endsWith("ed") ? "-ed" : form.endsWith("ing") ? "-ing" : form.endsWith("s") ? "-s" : "";
    }

    private static String form(Scene scene, int i) {
        Unit unit = scene.at(i);
        return i < 0 || i >= scene.size() || !unit.isWord() || unit.tag().equals("NUM") ? scene.symbol(i) : unit.form();
    }
}
