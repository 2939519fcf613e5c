package org.openwash.text;

import org.jspecify.annotations.Nullable;

/// A line of a document and what became of it.
///
/// @param dropped why it is no text of the article; null if it is
public record Line(String text, @Nullable String dropped) {

    static Line kept(String text) {
        return new Line(text, null);
    }

    public boolean isKept() {
        return dropped == null;
    }

    Line drop(String why) {
        return new Line(text, why);
    }
}
