package org.openwash.claims;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.openwash.domain.Attribution;

/// What is seen around a wording that tells whose words it is: frames of reported speech, quotation marks, who is
/// named, and whether the article itself is its maker's.
final class AttributionFeatures {

    private final Set<String> say;
    private final Set<String> call;
    private final Set<String> critics;
    private final Set<String> spokes;
    private final Set<String> own;

    AttributionFeatures(Words words) {
        say = words.of("say");
        call = words.of("call");
        critics = words.of("critics");
        spokes = words.of("spokes");
        own = words.of("outlet-pronoun");
    }

    /// @param frames the reported speech of the sentence
    /// @param frame  the one that covers the wording
    /// @param outlet what is known of the article's own voice
    void tellOfWording(Inquiry inquiry, Case asked, List<Frame> frames, Optional<Frame> frame, OutletVoice outlet) {
        Scene scene = asked.scene();
        Cue.Match match = asked.match();
        var f = new Features(inquiry, ClaimFeatures.topic(match.cue()));
        boolean quoted = scene.quoted(match.start());
        f.add("frame", frame.map(x -> x.kind() + " " + x.how()).orElse("none"));
        f.add("frames", Features.step(frames.size()), " ", frame.isPresent(), " ", quoted);
        f.add("quoted", quoted, " ", scene.quoteOpen());
        f.addFor("stated", match.cue().polarity());
        f.add("place", scene.sentence().kind().name().toLowerCase(Locale.ROOT));
        f.add("first person", outlet.firstPersonal());
        frame.ifPresent(x -> f.add("distance", x.kind(), " ", Features.step(match.start() - x.from())));
        words(scene, match, f);
    }

    /// @param rule       whose words the rules say it is
    /// @param makersPage whether the article is one of the candidate's maker
    void tellOfCandidate(Inquiry inquiry, Case asked, Optional<Frame> frame, Attribution rule, OutletVoice outlet,
            boolean makersPage) {
        var f = new Features(inquiry, ClaimFeatures.topic(asked.match().cue()));
        f.add("rule", rule);
        f.addFor("rule", rule, " ", asked.scene().quoted(asked.match().start()));
        f.add("frame", frame.map(x -> x.kind() + " " + x.voice().stance()).orElse("none"), " ", rule);
        f.addFor("candidate", asked.candidate().isNamed(), " ", asked.candidate().referent().isOrganisation());
        f.add("makers page", makersPage);
        f.add("makers page", makersPage, " ", outlet.firstPersonal());
    }

    private void words(Scene scene, Cue.Match match, Features f) {
        for (int i = 0; i < scene.size(); i++) {
            Unit unit = scene.unit(i);
            String side = i < match.start() ? "before" : i < match.end() ? "inside" : "behind";
            if (unit.isPerson()) {
                f.add("person " + side);
            }
            if (!unit.isWord()) {
                continue;
            }
            if (unit.isOneOf(say) && unit.isVerbal()) {
                f.add("say " + side);
                f.add("say " + unit.lemma() + " " + side);
            }
            if (unit.isOneOf(call) && unit.isVerbal()) {
                f.add("call " + unit.form() + " " + side);
            }
            if (unit.isOneOf(critics)) {
                f.add("critics " + side);
            }
            if (unit.isOneOf(spokes)) {
                f.add("spokes " + unit.lemma() + " " + side);
            }
            if (unit.isOneOf(own)) {
                f.add("own " + unit.form() + " " + scene.quoted(i));
            }
        }
        for (int d = 1; d <= 4; d++) {
            f.add("left", scene.symbol(match.start() - d));
            f.add("right", scene.symbol(match.end() - 1 + d));
        }
        f.add("-2-1", scene.symbol(match.start() - 2), " ", scene.symbol(match.start() - 1));
        f.add("+1+2", scene.symbol(match.end()), " ", scene.symbol(match.end() + 1));
        f.add("opens", scene.symbol(0));
        f.add("opens2", scene.symbol(0), " ", scene.symbol(1));
    }
}
