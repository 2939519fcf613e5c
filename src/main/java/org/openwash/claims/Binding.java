package org.openwash.claims;

import java.util.List;

/// What a wording is said of.
///
/// @param referents  empty where it is said of nothing in particular
/// @param confidence 0 to 1: how sure the construction makes it
/// @param how        names the construction, for explanations
record Binding(List<Referent> referents, double confidence, String how) {

    static final Binding NONE = new Binding(List.of(), 0, "nothing in particular");

    Binding {
        referents = List.copyOf(referents);
    }

    boolean found() {
        return !referents.isEmpty();
    }
}
