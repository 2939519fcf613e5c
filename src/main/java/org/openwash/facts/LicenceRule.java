package org.openwash.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openwash.domain.Verdict;
import org.openwash.domain.Yardstick;
import org.openwash.facts.Licence.Category;

/// Whether the licence that a claim names is the one in force, for that artefact, and how far a named kind fits.
final class LicenceRule {

    private static final String KIND = "kind:";
    private final OpenSourceRule openSource;

    LicenceRule(OpenSourceRule openSource) {
        this.openSource = openSource;
    }

    /// Of several licences named, each may be meant for another edition or part, so one that holds is enough; a limiting
    /// kind that holds ("permissive yet restricted") tells the reader of the limit.
    Ruling rule(List<String> claimed, Variant v) {
        if (claimed.isEmpty()) {
            return Ruling.unverifiable("no licence is named that could be compared");
        }
        if (!v.terms().known()) {
            return Ruling.unverifiable("the licence of " + v.subject().name() + " has not been seen");
        }
        List<String> named = claimed.stream().filter(c -> !c.startsWith(KIND)).toList();
        List<Ruling> rulings = new ArrayList<>();
        if (!named.isEmpty()) {
            rulings.add(named(named, v));
        }
        claimed.stream().filter(c -> c.startsWith(KIND)).forEach(c -> rulings.add(kind(c.substring(KIND.length()), v)));
        return best(rulings);
    }

    static Ruling best(List<Ruling> rulings) {
        return rulings.stream().min((a, b) -> a.verdict().compareTo(b.verdict())).orElseThrow();
    }

    private static Ruling named(List<String> claimed, Variant v) {
        List<Licence> licences = claimed.stream().map(v.book()::licence).flatMap(Optional::stream).toList();
        if (licences.isEmpty()) {
            return Ruling.unverifiable("the licence named is not known");
        }
        Fit main = fit(v.main().licence(), licences, v.book());
        Fact otherCode = v.code().stream()
                .filter(c -> fit(c.licence(), licences, v.book()) == Fit.WHOLE)
                .findFirst()
                .orElse(null);
        return switch (main) {
            case WHOLE -> ruling(Verdict.SUPPORTED, v, "");
            case PART -> ruling(Verdict.OVERSTATED, v, ", of which the licence named is only a part");
            case NONE -> otherCode != null
                    ? new Ruling(Verdict.OVERSTATED, Yardstick.FACTS, v.inForce() + "; the licence named is that of its code only",
                            List.of(v.main(), otherCode), false)
                    : new Ruling(Verdict.CONTRADICTED, Yardstick.FACTS, v.inForce() + ", not under the licence named",
                            List.of(v.main()), asksMore(licences, v));
        };
    }

    /// How far a list of named licences covers an expression.
    private enum Fit { WHOLE, PART, NONE }

    private static Fit fit(LicenceExpression expression, List<Licence> claimed, FactBook book) {
        return switch (expression) {
            case LicenceExpression.Named n -> matches(n.id(), claimed, book) ? Fit.WHOLE : Fit.NONE;
            case LicenceExpression.With w -> matches(w.licence().id(), claimed, book) ? Fit.WHOLE : Fit.NONE;
            case LicenceExpression.AnyOf any ->
                any.choices().stream().map(c -> fit(c, claimed, book)).min(Fit::compareTo).orElse(Fit.NONE);
            case LicenceExpression.AllOf all -> {
                List<LicenceExpression> missing =
                        all.parts().stream().filter(p -> fit(p, claimed, book) == Fit.NONE).toList();
                if (missing.size() == all.parts().size()) {
                    yield Fit.NONE;
                }
                // leaving out a part that asks nothing more is no fault: what binds is named
                boolean harmless = missing.stream().allMatch(p -> book.termsOf(p).osi().holds());
                yield harmless ? Fit.WHOLE : Fit.PART;
            }
        };
    }

    /// The same licence, a generic name of its group, or its "only" and "or later" forms.
    private static boolean matches(String id, List<Licence> claimed, FactBook book) {
        Licence inForce = book.licence(id).orElseThrow();
        return claimed.stream().anyMatch(c -> c.id().equals(id) || c.generic() && c.id().equals(inForce.group())
                || stem(c.id()).equals(stem(id)));
    }

    private static String stem(String id) {
        return id.replaceFirst("-(only|or-later)$", "");
    }

    private static boolean asksMore(List<Licence> claimed, Variant v) {
        return claimed.stream().allMatch(c -> c.category().compareTo(v.terms().category()) > 0);
    }

    private Ruling kind(String kind, Variant v) {
        Terms terms = v.terms();
        Category category = terms.category();
        boolean open = terms.osi().holds();
        return switch (kind) {
            case "open-source" -> openSource.licence(v, Yardstick.OSD);
            case "permissive" -> fits(v, category == Category.PERMISSIVE,
                    category == Category.COPYLEFT || category == Category.USE_RESTRICTED || category == Category.SOURCE_AVAILABLE, false);
            case "copyleft" -> fits(v, category == Category.COPYLEFT,
                    terms.restrictions().stream().anyMatch(r -> r.kind().startsWith("s") && r.kind().endsWith("source")), category == Category.PERMISSIVE);
            case "custom" -> fits(v, terms.custom() || category == Category.SOURCE_AVAILABLE,
                    false, open);
            case "source-available" -> fits(v, !category.isFree() && category != Category.PROPRIETARY, false, open);
            case "research-only" -> fits(v, category == Category.RESEARCH_ONLY, category == Category.NON_COMMERCIAL, true);
            case "non-commercial" -> fits(v, terms.has(Restriction.Effect.NO_COMMERCIAL), false, category != Category.PROPRIETARY);
            case "restrictive" -> fits(v, !category.isFree(), false, true);
            case "proprietary" -> fits(v, !category.isFree(), false, true);
            default -> Ruling.unverifiable("the kind of licence named, " + kind + ", cannot be compared");
        };
    }

    private static Ruling fits(Variant v, boolean wholly, boolean partly, boolean asksMore) {
        String kind = ", a " + v.terms().category().words() + " licence";
        if (wholly) {
            return ruling(Verdict.SUPPORTED, v, kind);
        }
        return partly ? ruling(Verdict.OVERSTATED, v, kind + ", which fits the kind named only in part")
                : new Ruling(Verdict.CONTRADICTED, Yardstick.FACTS, v.inForce() + kind, List.of(v.main()), asksMore);
    }

    private static Ruling ruling(Verdict verdict, Variant v, String why) {
        return Ruling.of(verdict, Yardstick.FACTS, v.inForce() + why, v.main());
    }
}
