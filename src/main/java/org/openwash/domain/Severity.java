package org.openwash.domain;

import java.util.Locale;

/// How much harm a flag does. HIGH, a use is claimed that the licence forbids; MEDIUM, open source claimed of what is under a restricted licence or not released; LOW, the rest.
public enum Severity {
    HIGH, MEDIUM, LOW;

    /// The value as it stands in reports: lower case with hyphens.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
