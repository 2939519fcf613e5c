package org.openwash.domain;

import java.util.Locale;

/// What a claim is about, as the annotation guide has it.
public enum Aspect {
    OPEN_SOURCE, WEIGHTS, LICENCE, USE, TRAINING_DATA, CODE, RHETORIC;

    /// The value as it stands in reports: lower case with hyphens.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
