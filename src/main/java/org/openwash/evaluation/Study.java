package org.openwash.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.jspecify.annotations.Nullable;

/// Agreement of annotators who put the same units into nominal categories, computed by DKPro Statistics.
///
/// Kappa (Cohen 1960) corrects for the chance that two annotators with their own habits agree; alpha (Krippendorff 1980)
/// for the chance that values drawn from all of both agree, and it is fair to few units. Both are 1 where they always
/// agree and 0 where they agree no more than by chance. Neither is defined where only one category was ever used.
///
/// @param observed the share of units on which they agree; empty without units
public record Study(String name, int units, OptionalDouble observed, OptionalDouble kappa, OptionalDouble alpha) {

    /// @param units the categories of each unit, one of each of two annotators
    static Study of(String name, List<List<String>> units) {
        return of(name, 2, units);
    }

    /// @param units one category of each annotator; null where one did not see the unit. Kappa is for two who saw all.
    static Study of(String name, int annotators, List<? extends List<@Nullable String>> units) {
        var study = new CodingAnnotationStudy(annotators);
        Set<String> categories = new HashSet<>();
        int alike = 0;
        for (List<@Nullable String> unit : units) {
            study.addItemAsArray(unit.toArray());
            unit.stream().filter(category -> category != null).forEach(categories::add);
            alike += unit.stream().distinct().count() == 1 ? 1 : 0;
        }
        if (categories.size() < 2) {
            var all = units.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(1);
            return new Study(name, units.size(), all, OptionalDouble.empty(), OptionalDouble.empty());
        }
        OptionalDouble kappa = annotators == 2 && !study.hasMissingValues()
                ? OptionalDouble.of(new CohenKappaAgreement(study).calculateAgreement()) : OptionalDouble.empty();
        double alpha = new KrippendorffAlphaAgreement(study, new NominalDistanceFunction()).calculateAgreement();
        return new Study(name, units.size(), OptionalDouble.of((double) alike / units.size()), kappa, OptionalDouble.of(alpha));
    }
}
