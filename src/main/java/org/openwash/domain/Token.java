package org.openwash.domain;

import java.io.Serializable;

/// A word or mark with its Universal Dependencies tag and lemma.
///
/// The UD models keep contractions whole: `isn't` is tagged `AUX+PART` with the lemma `be+not`, so negation can hide
/// inside a token.
///
/// @param text  as written
/// @param lemma lower case
public record Token(Span span, String text, String tag, String lemma) implements Serializable {

    /// Whether the tag, or one of the tags of a contraction, is this one.
    public boolean is(String udTag) {
        return tag.equals(udTag) || tag.startsWith(udTag + "+") || tag.endsWith("+" + udTag);
    }
}
