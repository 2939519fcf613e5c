package org.openwash.claims;

import java.util.List;

/// What a wording is said of.
///
/// @param referents   empty where it is said of nothing in particular
/// @param confidence  0 to 1: how sure the construction makes it
/// @param how         names the construction, for explanations
/// @param presupposed the construction takes the claim for granted ("the open-source Llama 3"), so that a condition or
///                    plan around it does not touch it
record Binding(List<Referent> referents, double confidence, String how, boolean presupposed) {

    static final Binding NONE = new Binding(List.of(), 0, "nothing in particular");

    Binding(List<Referent> referents, double confidence, String how) {
        this(referents, confidence, how, false);
    }

    static Binding presupposed(List<Referent> referents, double confidence, String how) {
        return new Binding(referents, confidence, how, true);
    }

    Binding {
        referents = List.copyOf(referents);
    }

    /// The same, found by a longer way.
    Binding lessSure(double factor) {
        return new Binding(referents, confidence * factor, how);
    }

    boolean found() {
        return !referents.isEmpty();
    }
}
