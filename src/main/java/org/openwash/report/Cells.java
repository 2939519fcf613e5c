package org.openwash.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns values into cells that every CSV reader and spreadsheet takes as data.
///
/// A spreadsheet runs a cell as a formula if it begins with `=`, `+`, `-`, `@`, a tab or a carriage return. Such a cell
/// is written with an apostrophe before it, and so is one that begins with apostrophes followed by such a sign, to keep
/// the two apart. To read a cell back: **if it begins with one or more apostrophes followed by one of those six signs,
/// take one apostrophe off; leave every other cell as it is.** (As a regular expression: replace `^'('*[=+\-@\t\r])` by
/// `\1`.) A text such as `'tis so` therefore stays untouched in both directions.
///
/// What UTF-8 files cannot hold or readers choke on, NUL and halves of surrogate pairs, becomes U+FFFD. That is the one
/// loss.
public final class Cells {

    private static final String FORMULA_SIGNS = "=+-@\t\r";
    private static final char REPLACEMENT = '\uFFFD';

    private Cells() {}

    /// The cell for a column's value.
    static String cell(@Nullable Object value) {
        return inert(text(value));
    }

    /// The value as text, not yet made inert.
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> writable(text);
            case Boolean yes -> yes.toString();
            case Integer number -> number.toString();
            case BigDecimal number -> number.toPlainString();
            case LocalDate day -> day.toString();
            case List<?> list -> list.stream()
                    .map(item -> writable(item.toString()).replace(";", "%3B"))
                    .collect(Collectors.joining(";"));
            default -> throw new IllegalArgumentException("no cell for a " + value.getClass());
        };
    }

    /// Keeps a spreadsheet from running the cell.
    public static String inert(String cell) {
        return beginsLikeFormula(cell, 0) ? "'" + cell : cell;
    }

    /// What was given to [#inert(String)].
    public static String original(String cell) {
        return cell.startsWith("'") && beginsLikeFormula(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean beginsLikeFormula(String cell, int from) {
        int i = from;
        while (i < cell.length() && cell.charAt(i) == '\'') {
            i++;
        }
        return i < cell.length() && FORMULA_SIGNS.indexOf(cell.charAt(i)) >= 0;
    }

    /// The text without what UTF-8 files cannot hold.
    public static String writable(String text) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                changed = changed == null ? new StringBuilder(text) : changed;
                changed.setCharAt(i, REPLACEMENT);
            }
        }
        return changed == null ? text : changed.toString();
    }
}
