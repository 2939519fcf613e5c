package org.openwash.claims;

import java.util.List;
import java.util.Locale;

/// What is left to a classifier when a claim is read: the rules propose, and for each of these questions say what they
/// see.
public enum Question {
    /// is this name, which the facts base does not know, one of a thing that claims are about?
    NAME("no", "yes"),
    /// does the wording make a claim here at all?
    CLAIM("no", "yes"),
    /// is the claim about this candidate?
    SUBJECT("no", "yes"),
    /// is openness affirmed or denied?
    POLARITY("affirms", "denies"),
    /// does it speak of what is, was, will be or might be?
    MODALITY("actual", "former", "future", "hypothetical"),
    /// whose words are it?
    ATTRIBUTION("outlet", "vendor", "third-party"),
    /// all in all: is the claim, as it was read, right?
    RIGHT("no", "yes");

    private final List<String> outcomes;

    Question(String... outcomes) {
        this.outcomes = List.of(outcomes);
    }

    /// The answers, in the order of a [Decider]'s probabilities.
    public List<String> outcomes() {
        return outcomes;
    }

    /// As in the names of files: `claim`.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
