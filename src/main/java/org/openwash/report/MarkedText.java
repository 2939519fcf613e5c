package org.openwash.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.openwash.domain.Span;
import org.openwash.report.ExplainedArticle.Style;

/// A text with labelled marks around some of its words, in lines for a terminal.
final class MarkedText {

    /// @param span  characters of the text
    /// @param label stands behind the marked words
    record Mark(Span span, String label) {

        /// One mark around both.
        Mark with(Mark other) {
            var both = new Span(Math.min(span.start(), other.span.start()), Math.max(span.end(), other.span.end()));
            return new Mark(both, label + "," + other.label);
        }
    }

    private static final String ON = "\u001B[1;4m";
    private static final String OFF = "\u001B[0m";
    private static final Pattern SEQUENCE = Pattern.compile("\u001B\\[[0-9;]*m");
    private static final Pattern WORD = Pattern.compile("[^ ]+");

    private final String text;
    private final List<Mark> marks;
    private final Style style;

    /// @param marks in order of the text; those that overlap become one with the labels of all
    MarkedText(String text, List<Mark> marks, Style style) {
        this.text = TextTable.printable(text); // sign for sign, so that spans stay right
        this.marks = apart(marks);
        this.style = style;
    }

    private static List<Mark> apart(List<Mark> marks) {
        var apart = new ArrayList<Mark>();
        for (Mark mark : marks) {
            if (!apart.isEmpty() && apart.getLast().span().overlaps(mark.span())) {
                apart.add(apart.removeLast().with(mark));
            } else {
                apart.add(mark);
            }
        }
        return apart;
    }

    /// The words in lines of at most this many visible characters; a longer word has a line of its own.
    List<String> lines(int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (MatchResult found : WORD.matcher(text).results().toList()) {
            String word = marked(new Span(found.start(), found.end()));
            if (!line.isEmpty() && visible(line) + 1 + visible(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private String marked(Span word) {
        var shown = new StringBuilder();
        int at = word.start();
        for (Mark mark : marks) {
            if (mark.span().overlaps(word)) {
                int from = Math.max(word.start(), mark.span().start());
                int to = Math.min(word.end(), mark.span().end());
                boolean first = from == mark.span().start();
                boolean last = to == mark.span().end();
                shown.append(text, at, from);
                shown.append(switch (style) {
                    case BRACKETS -> (first ? "[" : "") + text.substring(from, to) + (last ? "]" + mark.label() : "");
                    // word by word, so that no line begins or ends inside a mark
                    case BOLD -> ON + text.substring(from, to) + OFF + (last ? "[" + mark.label() + "]" : "");
                });
                at = to;
            }
        }
        return shown.append(text, at, word.end()).toString();
    }

    private static int visible(CharSequence line) {
        String shown = SEQUENCE.matcher(line).replaceAll("");
        return shown.codePointCount(0, shown.length());
    }
}
