package org.openwash.facts;

import java.util.List;
import org.openwash.domain.Aspect;
import org.openwash.domain.Sense;
import org.openwash.domain.Subject;
import org.openwash.domain.Verdict;
import org.openwash.domain.Yardstick;

/// Whether a part of a thing can be had: weights, training data, source code, training code.
final class AvailabilityRule {

    private AvailabilityRule() {}

    static Ruling rule(Aspect aspect, Sense sense, Variant v) {
        String name = v.subject().name();
        return switch (aspect) {
            // a data set has no weights: its being available is its being published
            case WEIGHTS -> v.subject().kind() == Subject.Kind.DATASET ? data(sense, v, name) : weights(v, name);
            case TRAINING_DATA -> data(sense, v, name);
            default -> code(sense, v, name);
        };
    }

    private static Ruling weights(Variant v, String name) {
        if (!v.subject().isModel() && v.main().artefact() != Artefact.SERVICE) {
            return Ruling.unverifiable(name + " is no model that has weights");
        }
        String since = " since " + v.main().since();
        return switch (v.main().parts().weights()) {
            case YES -> ruling(Verdict.SUPPORTED, v, "the weights of " + name + " can be downloaded" + since);
            case GATED -> ruling(Verdict.SUPPORTED, v, "the weights of " + name
                    + " can be downloaded on acceptance of terms" + since);
            case PARTIAL -> ruling(Verdict.OVERSTATED, v, "the weights of " + name + " can be had only in part"
                    + since);
            case ON_APPROVAL -> ruling(Verdict.CONTRADICTED, v, "the weights of " + name
                    + " go only to approved applicants" + since);
            case NO -> ruling(Verdict.CONTRADICTED, v, v.main().status() == Fact.Status.RELEASED
                    ? "the weights of " + name + " cannot be downloaded" + since : v.inForce());
            case UNKNOWN -> Ruling.unverifiable("whether the weights of " + name + " can be downloaded is not known");
        };
    }

    private static Ruling data(Sense sense, Variant v, String name) {
        String what = v.subject().kind() == Subject.Kind.DATASET ? name + " has" : "the training data of " + name
                + " have";
        return switch (v.main().parts().trainingData()) {
            case YES, GATED -> ruling(Verdict.SUPPORTED, v, what + " been published since " + v.main().since());
            case PARTIAL -> ruling(sense == Sense.DISCLOSURE ? Verdict.SUPPORTED : Verdict.OVERSTATED, v,
                    what + " been published or described only in part since " + v.main().since());
            // data that are not released may still be described in a paper
            case NO, ON_APPROVAL -> sense == Sense.DISCLOSURE && v.main().parts().paper() == Availability.YES
                    ? Ruling.unverifiable(what + " not been published, but there is a paper that may describe them")
                    : ruling(Verdict.CONTRADICTED, v, what + " not been published");
            case UNKNOWN -> Ruling.unverifiable("whether " + what + " been published is not known");
        };
    }

    /// Training code for "reproducible", any source code else. A separate fact about the code counts before the column.
    private static Ruling code(Sense sense, Variant v, String name) {
        if (sense == Sense.TRAINING_CODE) {
            return judged(v.main().parts().trainingCode(), v, "the training code of " + name);
        }
        Fact fact = v.code().stream().findFirst().orElse(v.main());
        return judged(fact.parts().code(), new Variant(v.subject(), fact, List.of(), v.book()), "the source code of "
                + name);
    }

    private static Ruling judged(Availability part, Variant v, String what) {
        return switch (part) {
            case YES, GATED -> ruling(Verdict.SUPPORTED, v, what + " has been published since " + v.main().since());
            case PARTIAL -> ruling(Verdict.OVERSTATED, v, what + " has been published only in part since " + v.main()
                    .since());
            case NO, ON_APPROVAL -> ruling(Verdict.CONTRADICTED, v, what + " has not been published");
            case UNKNOWN -> Ruling.unverifiable("whether " + what + " has been published is not known");
        };
    }

    private static Ruling ruling(Verdict verdict, Variant v, String because) {
        return Ruling.of(verdict, Yardstick.FACTS, because, v.main());
    }
}
