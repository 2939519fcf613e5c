package org.openwash.domain;

import java.io.Serializable;
import java.util.List;

/// What the other articles of the index say of one: whose copy it is, and which of its lines its outlet prints again
/// and again (author boxes, disclaimers, standing promotions). Changes as articles arrive, never the text itself.
///
/// @param story         the group of syndicated copies that the article belongs to
/// @param repeatedLines numbers of the text's lines, from 0, ascending
public record Circulation(String story, List<Integer> repeatedLines) implements Serializable {

    public Circulation {
        repeatedLines = List.copyOf(repeatedLines);
    }

    /// Of an article that no other is compared with.
    public static Circulation alone(String story) {
        return new Circulation(story, List.of());
    }
}
