package org.openwash.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openwash.domain.Span;

/// Text cut into runs of letters and numbers, so that "Llama3", "Llama-3" and "Llama 3" are the same two pieces.
///
/// A number keeps its dots ("3.1"), and `+` and `#` are pieces of their own ("Command R+").
///
/// @param folded lower case
record Pieces(String text, List<Span> spans, List<String> folded) {

    static Pieces of(String text) {
        var spans = new ArrayList<Span>();
        var folded = new ArrayList<String>();
        int i = 0;
        while (i < text.length()) {
            int end = endOfPiece(text, i);
            if (end > i) {
                spans.add(new Span(i, end));
                folded.add(text.substring(i, end).toLowerCase(Locale.ROOT));
                i = end;
            } else {
                i++;
            }
        }
        return new Pieces(text, spans, folded);
    }

    /// The end of the piece that begins at `start`; `start` if none does.
    static int endOfPiece(String text, int start) {
        char c = text.charAt(start);
        int i = start;
        if (Character.isLetter(c)) {
            while (i < text.length() && Character.isLetter(text.charAt(i))) {
                i++;
            }
        } else if (Character.isDigit(c)) {
            while (i < text.length()
                    && (Character.isDigit(text.charAt(i))
                            || text.charAt(i) == '.' && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1)))) {
                i++;
            }
        } else if (c == '+' || c == '#') {
            i++;
        }
        return i;
    }

    int size() {
        return spans.size();
    }

    String written(int i) {
        return spans.get(i).in(text);
    }

    /// Whether pieces `i` and `i + 1` can belong to one name: nothing, one space, a hyphen, a dot, a slash or an
    /// opening bracket between them.
    boolean joined(int i) {
        String between = text.substring(spans.get(i).end(), spans.get(i + 1).start());
        return switch (between) {
            case "", " ", "-", "‑", "–", ".", "_", "/", "[", " [", " (", ": " -> true;
            default -> false;
        };
    }

    /// Whether nothing at all stands between pieces `i` and `i + 1`.
    boolean contiguous(int i) {
        return i >= 0 && i + 1 < size() && spans.get(i).end() == spans.get(i + 1).start();
    }
}
