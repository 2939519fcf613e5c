package org.openwash.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.Claim;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;
import org.openwash.domain.Sense;
import org.openwash.domain.Span;

/// Claims for tests, as the claim finder would hand them over.
record Claims(String subject, Aspect aspect, Sense sense, Polarity polarity, Modality modality, @Nullable String version,
        List<String> licences, boolean limitStated, @Nullable String asOf, String cue) {

    static Claims about(String subject, Aspect aspect) {
        return new Claims(subject, aspect, Sense.PLAIN, Polarity.AFFIRMS, Modality.ACTUAL, null, List.of(), false, null, "cue");
    }

    Claims sense(Sense s) {
        return new Claims(subject, aspect, s, polarity, modality, version, licences, limitStated, asOf, cue);
    }

    Claims denied() {
        return polarity(Polarity.DENIES);
    }

    Claims polarity(Polarity p) {
        return new Claims(subject, aspect, sense, p, modality, version, licences, limitStated, asOf, cue);
    }

    Claims modality(Modality m) {
        return new Claims(subject, aspect, sense, polarity, m, version, licences, limitStated, asOf, cue);
    }

    Claims version(@Nullable String v) {
        return new Claims(subject, aspect, sense, polarity, modality, v, licences, limitStated, asOf, cue);
    }

    Claims naming(List<String> ids) {
        return new Claims(subject, aspect, sense, polarity, modality, version, ids, limitStated, asOf, cue);
    }

    Claims withLimit(boolean stated) {
        return new Claims(subject, aspect, sense, polarity, modality, version, licences, stated, asOf, cue);
    }

    Claims asOf(@Nullable String time) {
        return new Claims(subject, aspect, sense, polarity, modality, version, licences, limitStated, time, cue);
    }

    Claims cue(String words) {
        return new Claims(subject, aspect, sense, polarity, modality, version, licences, limitStated, asOf, words);
    }

    /// The fact as it is when nobody has borne it out.
    static Fact recalled(Fact f) {
        return new Fact(f.id(), f.subject(), f.artefact(), f.valid(), f.versions(), f.scope(), f.licence(), f.parts(),
                f.osaid(), f.status(), f.becomes(), f.summary(), Confidence.UNVERIFIED, List.of(), "", f.place());
    }

    /// The fact in another time, as exact as written.
    static Fact valid(Fact f, String from, @Nullable String until) {
        var valid = new Interval(PartialDate.parse(from), until == null ? null : PartialDate.parse(until));
        return new Fact(f.id(), f.subject(), f.artefact(), valid, f.versions(), f.scope(), f.licence(), f.parts(),
                f.osaid(), f.status(), f.becomes(), f.summary(), f.confidence(), f.sources(), f.note(), f.place());
    }

    Claim claim() {
        return new Claim("c", "a", 1, new Span(0, 10), new Span(0, 3), subject, subject, subject, version, aspect, sense,
                polarity, modality, Attribution.OUTLET, null, cue, licences, limitStated, asOf, 0.9, true, "");
    }
}
