package org.openwash.domain;

import java.util.Locale;

/// Who asserts a claim. OUTLET means the article itself, VENDOR the maker of the subject.
public enum Attribution {
    OUTLET, VENDOR, THIRD_PARTY;

    /// The value as it stands in reports: lower case with hyphens.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
