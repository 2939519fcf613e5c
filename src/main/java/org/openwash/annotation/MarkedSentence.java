package org.openwash.annotation;

import java.util.List;
import org.openwash.domain.Span;

/// A sentence with its tokens and the claims marked in it.
///
/// @param number 0 for the title
/// @param start  first character in its passage, in code points
/// @param tokens in the text of the sentence; the first begins where it begins
record MarkedSentence(int number, int start, String text, List<Span> tokens, List<Mark> marks) {

    MarkedSentence {
        tokens = List.copyOf(tokens);
        marks = List.copyOf(marks);
    }

    int end() {
        return start + text.codePointCount(0, text.length());
    }
}
