package org.openwash.domain;

import java.util.Locale;

/// What the facts say of a claim.
public enum Verdict {
    SUPPORTED, OVERSTATED, CONTRADICTED, UNVERIFIABLE;

    /// The value as it stands in reports: lower case with hyphens.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
