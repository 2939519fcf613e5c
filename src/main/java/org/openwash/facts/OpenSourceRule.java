package org.openwash.facts;

import java.util.List;
import java.util.function.Function;
import org.openwash.domain.Sense;
import org.openwash.domain.Subject;
import org.openwash.domain.Verdict;
import org.openwash.domain.Yardstick;
import org.openwash.facts.Fact.Osaid;
import org.openwash.facts.Licence.Approval;

/// Whether a thing may be called open source: by its licence, and a model by its data and code as well.
final class OpenSourceRule {

    private final Function<Subject, Yardstick> yardstick;

    OpenSourceRule(Standard standard) {
        this.yardstick = standard::yardstickOf;
    }

    /// By one definition, whatever the thing is.
    OpenSourceRule(Yardstick yardstick) {
        this.yardstick = subject -> yardstick;
    }

    Ruling rule(Sense sense, Variant v) {
        if (!v.terms().known()) {
            return Ruling.unverifiable("the licence of " + v.subject().name() + " has not been seen");
        }
        return switch (sense) {
            case FREE_SOFTWARE -> freeSoftware(v);
            case LICENCE_ONLY -> licence(v, Yardstick.OSD);
            case PARTLY -> partly(v);
            default -> whole(v);
        };
    }

    /// "An open-source licence" is said of the licence alone, also of a model's.
    Ruling licence(Variant v, Yardstick yardstick) {
        Terms terms = v.terms();
        Approval osi = terms.osi();
        if (osi.holds()) {
            String why = osi == Approval.NOT_NEEDED ? ", free of any licence" : ", which is OSI-approved";
            return ruling(Verdict.SUPPORTED, yardstick, v, why);
        }
        if (osi == Approval.CONTESTED || osi == Approval.UNKNOWN) {
            return Ruling.unverifiable("opinions differ on the licence: " + v.inForce());
        }
        return terms.category().isFree()
                ? ruling(Verdict.OVERSTATED, yardstick, v, ", which limits no use but is not OSI-approved")
                : ruling(Verdict.CONTRADICTED, yardstick, v, v.main().status() == Fact.Status.RELEASED
                        ? ", which is not OSI-approved" : "");
    }

    private Ruling whole(Variant v) {
        Yardstick by = yardstick.apply(v.subject());
        if (v.onlyCodeKnown() && by != Yardstick.OPEN_DEFINITION) {
            return v.subject().isModel()
                    ? Ruling.unverifiable("of " + v.subject().name() + " only the code's licence is known")
                    : ruling(Verdict.OVERSTATED, Yardstick.OSD, v, ", but that is only its code (" + v.main().scope()
                            + ")");
        }
        return switch (by) {
            case OSAID -> model(v);
            case OPEN_DEFINITION -> data(v);
            case FSF -> freeSoftware(v);
            case OSD, FACTS -> licence(v, Yardstick.OSD);
        };
    }

    private Ruling model(Variant v) {
        if (v.main().osaid() == Osaid.PASS) {
            return ruling(Verdict.SUPPORTED, Yardstick.OSAID, v,
                    ", and the OSI has found that it meets the definition");
        }
        Ruling byLicence = licence(v, Yardstick.OSAID);
        if (byLicence.verdict() != Verdict.SUPPORTED) {
            return byLicence;
        }
        if (v.main().osaid() == Osaid.FAIL) {
            return ruling(Verdict.OVERSTATED, Yardstick.OSAID, v,
                    ", but the OSI has found that it fails the definition");
        }
        Availability data = v.main().parts().trainingData();
        Availability code = v.main().parts().trainingCode();
        List<Availability> both = List.of(data, code);
        if (both.stream().allMatch(a -> a == Availability.YES)) {
            return ruling(Verdict.SUPPORTED, Yardstick.OSAID, v, ", with its training data and code published");
        }
        if (both.stream().anyMatch(a -> a != Availability.YES && a != Availability.UNKNOWN)) {
            return ruling(Verdict.OVERSTATED, Yardstick.OSAID, v,
                    ", but its training data are " + words(data) + " and its training code is " + words(code));
        }
        return Ruling.unverifiable("whether its training data and code are out is not known: " + v.inForce());
    }

    private static String words(Availability part) {
        return switch (part) {
            case YES, GATED -> "published";
            case PARTIAL -> "only partly published";
            case NO, ON_APPROVAL -> "not published";
            case UNKNOWN -> "of unknown status";
        };
    }

    private static Ruling data(Variant v) {
        return v.terms().openDefinition() || v.terms().osi().holds()
                ? ruling(Verdict.SUPPORTED, Yardstick.OPEN_DEFINITION, v, ", which conforms to the Open Definition")
                : ruling(v.terms().category().isFree() ? Verdict.OVERSTATED : Verdict.CONTRADICTED,
                        Yardstick.OPEN_DEFINITION, v,
                        ", which is not known to conform to the Open Definition");
    }

    private Ruling freeSoftware(Variant v) {
        return switch (v.terms().fsf()) {
            case YES -> ruling(Verdict.SUPPORTED, Yardstick.FSF, v, ", which the FSF calls free");
            case NO -> ruling(Verdict.CONTRADICTED, Yardstick.FSF, v, ", which the FSF calls nonfree");
            case UNKNOWN, CONTESTED, NOT_NEEDED -> licence(v, Yardstick.OSD);
        };
    }

    /// "Mostly open source" needs one open part.
    private static Ruling partly(Variant v) {
        boolean some = v.terms().osi().holds() || v.code().stream()
                .anyMatch(c -> v.book().termsOf(c.licence()).osi().holds());
        return ruling(some ? Verdict.SUPPORTED : Verdict.CONTRADICTED, Yardstick.OSD, v, some ? ", at least in part"
                : "");
    }

    private static Ruling ruling(Verdict verdict, Yardstick yardstick, Variant v, String why) {
        return Ruling.of(verdict, yardstick, v.inForce() + why, v.main());
    }
}
