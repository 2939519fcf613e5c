package org.openwash.domain;

import java.util.Locale;

/// How far a value that was read can be trusted.
public enum Sureness {
    /// stated in a place made for it
    HIGH,
    /// stated in a place that now and then holds something else
    MEDIUM,
    /// inferred
    LOW,
    /// nothing is known
    NONE;

    /// Empty where nothing is known.
    public String label() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }
}
