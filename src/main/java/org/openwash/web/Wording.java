package org.openwash.web;

import java.util.ArrayList;
import java.util.List;
import org.openwash.index.Marks;

/// A text in pieces, some of them marked, so that templates escape all of it and still mark words.
record Wording(List<Piece> pieces) {

    /// What the index puts around matched words for [#of(String)]: no text holds these two, which Unicode keeps for
    /// such use.
    static final Marks MARKS = new Marks("\uFDD0", "\uFDD1", false);

    record Piece(String text, boolean marked) {}

    /// Takes a snippet with [#MARKS] apart.
    static Wording of(String snippet) {
        var pieces = new ArrayList<Piece>();
        int from = 0;
        boolean marked = false;
        for (int i = 0; i < snippet.length(); i++) {
            char c = snippet.charAt(i);
            if (c == '\uFDD0' || c == '\uFDD1') {
                add(pieces, snippet.substring(from, i), marked);
                marked = c == '\uFDD0';
                from = i + 1;
            }
        }
        add(pieces, snippet.substring(from), marked);
        return new Wording(List.copyOf(pieces));
    }

    private static void add(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }
}
