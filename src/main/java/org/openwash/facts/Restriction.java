package org.openwash.facts;

import java.io.Serializable;

/// One thing that a licence asks or forbids, with its parameter ("700M-MAU"; empty if it has none).
///
/// @param osd the criterion of the Open Source Definition that it offends, as a number; empty if none
public record Restriction(String kind, String parameter, Effect effect, String osd,
        String words) implements Serializable {

    /// What a restriction does to a claim about use.
    public enum Effect {
        /// a condition that leaves every use open
        DUTY,
        /// some users or uses are excluded or must ask
        LIMIT,
        /// people in some places are excluded
        REGION,
        NO_COMMERCIAL, NO_CHANGE, NO_USE
    }

    /// How an explanation says it.
    public String text() {
        return words.contains("{}")
                ? parameter.isEmpty() ? words.replace(" ({})", "") : words.replace("{}", parameter.replace('-', ' '))
                : words;
    }
}
