package org.openwash.domain;

import java.util.Locale;

/// The definition that a verdict rests on. OSD the Open Source Definition, OSAID the Open Source AI Definition 1.0, FSF the free-software definition as the FSF applies it, OPEN_DEFINITION for data sets, FACTS where no definition is needed (a licence in force, weights out or not).
public enum Yardstick {
    OSD, OSAID, FSF, OPEN_DEFINITION, FACTS;

    /// The value as it stands in reports: lower case with hyphens.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
