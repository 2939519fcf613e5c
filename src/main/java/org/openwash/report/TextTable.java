package org.openwash.report;

import java.util.ArrayList;
import java.util.List;

/// Lines for a terminal, in columns of fixed width. Signs that would steer the terminal, or turn the direction of
/// writing, are shown as U+FFFD: the words come from strangers' pages.
public final class TextTable {

    private static final String TURNING_SIGNS =
            "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    private final int[] widths;

    public TextTable(int... widths) {
        this.widths = widths.clone();
    }

    /// The cells side by side, cut to fit.
    public String line(String... cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            String cell = fit(printable(cells[i]), widths[i]);
            line.append(cell).append(" ".repeat(widths[i] - length(cell) + 2));
        }
        return line.toString().stripTrailing();
    }

    /// The words in lines of at most this many characters; a longer word has a line of its own.
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : printable(text).strip().split(" +")) {
            if (!line.isEmpty() && length(line) + 1 + length(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    public static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL -> shown.append(Character.isWhitespace(c) ? ' ' : '\uFFFD');
                case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> shown.append(' ');
                case Character.SURROGATE -> shown.append('\uFFFD');
                default -> {
                    if (TURNING_SIGNS.indexOf(c) >= 0) {
                        shown.append('\uFFFD');
                    } else {
                        shown.appendCodePoint(c);
                    }
                }
            }
        });
        return shown.toString();
    }

    private static String fit(String cell, int width) {
        return length(cell) <= width ? cell : cell.substring(0, cell.offsetByCodePoints(0, width - 1)) + "…";
    }

    private static int length(CharSequence text) {
        return Character.codePointCount(text, 0, text.length());
    }
}
