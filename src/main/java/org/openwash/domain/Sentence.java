package org.openwash.domain;

import java.io.Serializable;
import java.util.List;

/// A sentence of an article; number 0 is the title, with spans into the title.
///
/// @param paragraph counts the lines of the text that hold sentences, from 1; the title is 0
public record Sentence(int number, Span span, int paragraph, Kind kind, List<Token> tokens) implements Serializable {

    /// What the sentence is in the layout of the text.
    public enum Kind { TITLE, HEADING, BODY, LIST_ITEM, TABLE_ROW }

    public Sentence {
        tokens = List.copyOf(tokens);
    }

    public String in(Article article) {
        return span.in(article.passage(number));
    }
}
