package org.openwash.domain;

import java.util.Locale;

/// What a claim and its verdict amount to. A false denial and an under-claim are findings, but no flags.
public enum Finding {
    NONE, OPEN_WASHING, FALSE_DENIAL, UNDER_CLAIM;

    /// The value as it stands in reports: lower case with hyphens.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
