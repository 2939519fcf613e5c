package org.openwash.facts;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openwash.facts.Licence.Approval;
import org.openwash.facts.Licence.Category;
import org.openwash.facts.Restriction.Effect;

/// What a licence expression amounts to for the recipient, who takes the best choice and is bound by every part.
record Terms(
        Approval osi,
        Approval fsf,
        boolean openDefinition,
        Category category,
        List<Restriction> restrictions,
        boolean custom,
        boolean recalled) {

    static Terms of(LicenceExpression expression, Map<String, Licence> licences) {
        return switch (expression) {
            case LicenceExpression.Named named -> of(licences.get(named.id()));
            // an exception only ever permits more
            case LicenceExpression.With with -> of(licences.get(with.licence().id()));
            case LicenceExpression.AnyOf any -> any.choices().stream()
                    .map(c -> of(c, licences))
                    .min(Comparator.comparing(Terms::osi).thenComparing(Terms::category).thenComparing(t -> t.restrictions.size()))
                    .orElseThrow();
            case LicenceExpression.AllOf all -> all.parts().stream()
                    .map(p -> of(p, licences))
                    .reduce(Terms::and)
                    .orElseThrow();
        };
    }

    private static Terms of(Licence licence) {
        return new Terms(licence.osi(), licence.fsf(), licence.openDefinition() || licence.osi() == Approval.YES,
                licence.category(), licence.restrictions(), licence.isCustom(), licence.confidence() == Confidence.UNVERIFIED);
    }

    private Terms and(Terms other) {
        Set<Restriction> both = new LinkedHashSet<>(restrictions);
        both.addAll(other.restrictions);
        return new Terms(max(osi, other.osi), max(fsf, other.fsf), openDefinition && other.openDefinition,
                max(category, other.category), List.copyOf(both), custom || other.custom, recalled || other.recalled);
    }

    private static <E extends Enum<E>> E max(E a, E b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    boolean has(Effect effect) {
        return restrictions.stream().anyMatch(r -> r.effect() == effect);
    }

    /// Whether some use or user is excluded.
    boolean limitsUse() {
        return restrictions.stream().anyMatch(r -> r.effect() != Effect.DUTY);
    }

    boolean known() {
        return category != Category.UNKNOWN;
    }

    /// The restrictions that matter most, for an explanation: real limits, or what else keeps the licence from being free.
    List<String> limits() {
        boolean limits = limitsUse();
        return restrictions.stream()
                .filter(r -> limits ? r.effect() != Effect.DUTY : !category.isFree())
                .map(Restriction::text)
                .limit(3)
                .toList();
    }
}
