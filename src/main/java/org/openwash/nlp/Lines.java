package org.openwash.nlp;

import java.util.regex.Pattern;
import org.openwash.domain.Sentence;
import org.openwash.domain.Span;

/// Tells what a line of cleaned text is by its layout: a list item, a table row, a heading or running text.
final class Lines {

    /// A longer line without a final stop is a paragraph that lost its stop, not a heading.
    private static final int LONGEST_HEADING = 14;

    private static final Pattern BULLET = Pattern.compile("(?:[-*•–·◦▪]|\\(?\\d{1,2}[.)])\\s+");
    private static final String FINAL_MARKS = ".!?…:;,\"”'’)";
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Lines() {}

    static Sentence.Kind kindOf(String line) {
        if (line.startsWith("|")) {
            return Sentence.Kind.TABLE_ROW;
        }
        if (BULLET.matcher(line).lookingAt()) {
            return Sentence.Kind.LIST_ITEM;
        }
        boolean unfinished = FINAL_MARKS.indexOf(line.charAt(line.length() - 1)) < 0;
        boolean question = line.endsWith("?") && line.indexOf('.') < 0;
        return (unfinished || question) && SPACES.split(line).length <= LONGEST_HEADING
                ? Sentence.Kind.HEADING
                : Sentence.Kind.BODY;
    }

    /// The line without its bullet.
    static Span content(String line) {
        var bullet = BULLET.matcher(line);
        return new Span(bullet.lookingAt() && bullet.end() < line.length() ? bullet.end() : 0, line.length());
    }
}
