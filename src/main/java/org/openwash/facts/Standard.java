package org.openwash.facts;

import java.util.Locale;
import org.openwash.domain.Subject;
import org.openwash.domain.Yardstick;

/// Which definition "open source" is held against: the one that fits the kind of thing, or one for all.
public enum Standard {
    /// the Open Source Definition for software, the Open Source AI Definition for models
    BY_KIND,
    /// the licence alone, for models too
    OSD,
    /// the Open Source AI Definition for models; software, for which it says nothing else, by its licence
    OSAID;

    /// The value as it stands in settings: lower case with hyphens.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The definition that "open source" is held against for a thing of that kind.
    Yardstick yardstickOf(Subject subject) {
        return switch (subject.kind()) {
            case MODEL, MODEL_FAMILY -> this == OSD ? Yardstick.OSD : Yardstick.OSAID;
            case DATASET -> Yardstick.OPEN_DEFINITION;
            case SOFTWARE, SERVICE -> Yardstick.OSD;
        };
    }
}
