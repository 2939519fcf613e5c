package org.openwash.domain;

import java.util.Locale;

/// Whether a claim speaks of what is, was, will or might be.
public enum Modality {
    ACTUAL, FORMER, FUTURE, HYPOTHETICAL;

    /// The value as it stands in reports: lower case with hyphens.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
