package org.openwash.facts;

import java.util.regex.Pattern;
import org.openwash.domain.Claim;
import org.openwash.domain.Polarity;
import org.openwash.domain.Sense;
import org.openwash.domain.Verdict;
import org.openwash.domain.Yardstick;
import org.openwash.facts.Restriction.Effect;

/// Whether people may use a thing as freely as a claim says. A limit left unsaid makes the claim overstated, a limit that
/// the same sentence states makes it right, and a use that is barred contradicts it.
final class UseRule {

    /// Wordings that deny every limit, so that any limit bars what they promise.
    private static final Pattern ABSOLUTE = Pattern.compile(
            "(?i)\\b(?:(?:no|without(?: any)?|free of|free from)\\s+(?:licen[sc]e\\s+|legal\\s+|usage\\s+)?(?:restriction|limit|condition|string)"
                    + "|unrestricted|unlimited|any purpose|anywhere|worldwide|(?:for|do) anything)");

    private UseRule() {}

    static Ruling rule(Claim claim, Variant v) {
        Terms terms = v.terms();
        if (!terms.known()) {
            return Ruling.unverifiable("the licence of " + v.subject().name() + " has not been seen");
        }
        if (v.onlyCodeKnown()) {
            return Ruling.unverifiable("of " + v.subject().name() + " only the code's licence is known");
        }
        if (v.isHosted()) {
            return hosted(claim.sense(), v);
        }
        boolean commercial = !terms.has(Effect.NO_COMMERCIAL);
        boolean limits = terms.limitsUse();
        if (claim.sense() == Sense.RESEARCH_USE && claim.polarity() == Polarity.DENIES) {
            // "research only" is false as soon as business may use it, on whatever terms
            return ruling(commercial ? Verdict.SUPPORTED : Verdict.CONTRADICTED, v);
        }
        Verdict verdict = switch (claim.sense()) {
            case RESEARCH_USE -> Verdict.SUPPORTED;
            case COMMERCIAL_USE -> !commercial ? Verdict.CONTRADICTED : limits ? Verdict.OVERSTATED : Verdict.SUPPORTED;
            case MODIFICATION -> terms.has(Effect.NO_CHANGE) ? Verdict.CONTRADICTED : limits ? Verdict.OVERSTATED : Verdict.SUPPORTED;
            case ANY_USE -> !limits ? Verdict.SUPPORTED
                    : !commercial || terms.has(Effect.NO_CHANGE) || ABSOLUTE.matcher(claim.cue()).find()
                            ? Verdict.CONTRADICTED : Verdict.OVERSTATED;
            default -> limits ? Verdict.OVERSTATED : Verdict.SUPPORTED;
        };
        boolean excused = claim.limitStated() && claim.polarity() == Polarity.AFFIRMS && (verdict == Verdict.OVERSTATED || verdict == Verdict.CONTRADICTED
                && claim.sense() == Sense.ANY_USE);
        return ruling(excused ? Verdict.SUPPORTED : verdict, v);
    }

    /// What a service's customers may do is a matter of its terms, which are not recorded; nobody may change or pass it on.
    private static Ruling hosted(Sense sense, Variant v) {
        return sense == Sense.COMMERCIAL_USE || sense == Sense.RESEARCH_USE
                ? Ruling.unverifiable("the terms of service are not recorded: " + v.inForce())
                : ruling(Verdict.CONTRADICTED, v);
    }

    private static Ruling ruling(Verdict verdict, Variant v) {
        return Ruling.of(verdict, Yardstick.FACTS, v.inForce() + (v.terms().limitsUse() ? "" : ", which limits no use"), v.main());
    }
}
