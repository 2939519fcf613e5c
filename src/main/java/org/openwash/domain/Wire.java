package org.openwash.domain;

import java.io.Serializable;
import java.util.Locale;

/// A service that supplies many outlets with the same text.
public record Wire(String name, Kind kind) implements Serializable {

    /// Who speaks: an agency's reporters, or whoever paid for the release.
    public enum Kind {
        AGENCY, PRESS_RELEASE;

        /// The value as it stands in reports: lower case with hyphens.
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
