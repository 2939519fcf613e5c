package org.openwash.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The class of the Model Openness Framework that a model can reach at best, by the components that the facts know.
///
/// The framework (White and others, 2024, https://arxiv.org/abs/2403.13784) asks for final parameters and a report
/// under open licences for class III (open model), inference and training code as well for class II (open tooling),
/// and data sets and a research paper for class I (open science). It has 17 components; what the facts do not tell of
/// the others, such as model cards and evaluation data, could only lower the class, so it is always "at best".
public enum MofClass {
    I, II, III, NONE;

    static MofClass of(Fact fact, Terms terms) {
        Fact.Parts parts = fact.parts();
        boolean openLicence = terms.osi().holds() || terms.openDefinition() || terms.category().isFree()
                && !terms.limitsUse();
        if (!openLicence || !given(parts.weights()) || !given(parts.paper())) {
            return NONE;
        }
        if (!given(parts.code()) || !given(parts.trainingCode())) {
            return III;
        }
        return given(parts.trainingData()) ? I : II;
    }

    /// What several models reach, in words: "class III at best", "from no class to class II at best".
    static String words(List<MofClass> classes) {
        List<MofClass> sorted = new ArrayList<>(classes);
        sorted.sort(Comparator.reverseOrder());
        MofClass worst = sorted.getFirst();
        MofClass best = sorted.getLast();
        return (worst == best ? "" : "from " + worst.label() + " to ") + best.label()
                + (best == NONE ? "" : " at best");
    }

    private String label() {
        return this == NONE ? "no class" : "class " + this;
    }

    private static boolean given(Availability part) {
        return part == Availability.YES || part == Availability.UNKNOWN;
    }
}
