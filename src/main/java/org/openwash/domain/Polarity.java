package org.openwash.domain;

import java.util.Locale;

/// Whether a claim says that a subject is open or that it is not.
public enum Polarity {
    AFFIRMS, DENIES;

    /// The value as it stands in reports: lower case with hyphens.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
