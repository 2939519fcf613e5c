package org.openwash.text;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openwash.domain.DataFile;

/// Decides of a word that is broken at the end of a line whether its hyphen belongs to it.
///
/// 1. a capital or digit follows: it belongs ("GPT-4")
/// 2. the text writes the word elsewhere within a line: as it does there
/// 3. a word that makes compounds stands on either side (`hyphens.tsv`): it belongs
/// 4. an acronym or a number stands before it: it belongs ("AGPL-covered", "3-year")
/// 5. else it does not: most are broken for want of room
final class Hyphens {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[-‐'’][\\p{L}\\p{N}]+)*");
    private static final Pattern LAST = Pattern.compile("([\\p{L}\\p{N}]+)[-‐]$");
    private static final Pattern FIRST = Pattern.compile("^[\\p{L}\\p{N}]+");
    /// A word's worth: what is looked at where one line ends and the next begins.
    private static final int LONGEST_WORD = 60;

    /// The words that make compounds; the same for all documents.
    record Compounds(Set<String> before, Set<String> after) {

        Compounds {
            before = Set.copyOf(before);
            after = Set.copyOf(after);
        }

        static Compounds load() {
            Set<String> before = new HashSet<>();
            Set<String> after = new HashSet<>();
            for (DataFile.Row row : DataFile.rowsBelowHeader("text/hyphens.tsv", 3)) {
                switch (row.cell(0)) {
                    case "before" -> before.add(row.cell(1));
                    case "after" -> after.add(row.cell(1));
                    default -> throw row.wrong("no such side: " + row.cell(0) + "; use before or after");
                }
            }
            return new Compounds(before, after);
        }
    }

    private final Compounds compounds;
    private final Set<String> words = new HashSet<>();

    /// @param lines the whole text, from which its words are learnt
    Hyphens(Compounds compounds, List<String> lines) {
        this.compounds = compounds;
        for (String line : lines) {
            Matcher word = WORD.matcher(line);
            while (word.find()) {
                boolean whole = word.start() > 0 && word.end() < line.length();
                if (whole && word.end() - word.start() <= LONGEST_WORD) {
                    words.add(folded(word.group()));
                }
            }
        }
    }

    /// Two lines in one, with what parts them.
    String join(StringBuilder before, String after) {
        int length = before.length();
        if (length == 0) {
            return after;
        }
        char last = before.charAt(length - 1);
        if (last == '\u00AD') {
            before.setLength(length - 1);
            return after;
        }
        if (last == '—' || last == '/') {
            return after;
        }
        Matcher broken = LAST.matcher(before.substring(Math.max(0, length - LONGEST_WORD)));
        Matcher rest = FIRST.matcher(after.substring(0, Math.min(after.length(), LONGEST_WORD)));
        if (!broken.find() || !rest.find()) {
            return " " + after;
        }
        if (!belongs(broken.group(1), rest.group())) {
            before.setLength(length - 1);
        }
        return after;
    }

    private boolean belongs(String before, String after) {
        if (!Character.isLowerCase(after.charAt(0))) {
            return true;
        }
        if (words.contains(folded(before + "-" + after))) {
            return true;
        }
        if (words.contains(folded(before + after))) {
            return false;
        }
        boolean acronym = before.length() > 1 && before.equals(before.toUpperCase(Locale.ROOT));
        return compounds.before.contains(folded(before))
                || compounds.after.contains(folded(after))
                || acronym
                || Character.isDigit(before.charAt(before.length() - 1));
    }

    private static String folded(String word) {
        return word.toLowerCase(Locale.ROOT).replace('‐', '-').replace('’', '\'');
    }
}
