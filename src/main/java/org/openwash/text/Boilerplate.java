package org.openwash.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.openwash.domain.DataFile;

/// Drops what surrounds an article: teasers for other stories, sign-up and share lines, cookie notices, footers.
///
/// What counts as such is data: `boilerplate-lines.tsv` and `boilerplate-tails.txt`. A tail ("Related Posts" to the
/// end) goes only if what follows looks like teasers; else just its heading and the list below it go.
final class Boilerplate {

    /// Where in an article a line may stand to count as boilerplate.
    private enum Where { ANYWHERE, HEAD, TAIL, BLOCK }

    private record Row(Where where, Pattern pattern) {}

    private static final Pattern HAS_TEXT = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[^.…][.][\"”’')\\]]*$");
    private static final Pattern CLIPPED = Pattern.compile(".*(…|\\.\\.\\.|\\[…]|\\[\\.\\.\\.])[\"”’')\\]]*$");
    private static final int HEADLINE_WORDS = 30;
    private static final int BLOCK_LINE_WORDS = 6;
    /// An article does not consist of its tail: so many words must stand before it.
    private static final int WORDS_BEFORE_TAIL = 25;
    private static final double TEASER_SHARE = 0.8;
    private static final int LONGEST_LINE = 400;

    private final List<Row> rows;
    private final Set<String> tailHeadings;

    private Boilerplate(List<Row> rows, Set<String> tailHeadings) {
        this.rows = List.copyOf(rows);
        this.tailHeadings = Set.copyOf(tailHeadings);
    }

    static Boilerplate load() {
        List<Row> rows = new ArrayList<>();
        for (DataFile.Row row : DataFile.rowsBelowHeader("text/boilerplate-lines.tsv", 2)) {
            try {
                Where where = Where.valueOf(row.cell(0).toUpperCase(Locale.ROOT));
                rows.add(new Row(where, Pattern.compile(row.cell(1), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));
            } catch (PatternSyntaxException e) {
                throw row.wrong("not a pattern: " + e.getDescription());
            } catch (IllegalArgumentException e) {
                throw row.wrong("no such place: " + row.cell(0) + "; use anywhere, head, tail or block");
            }
        }
        Set<String> headings = new HashSet<>();
        DataFile.rowsBelowHeader("text/boilerplate-tails.txt", 1).forEach(row -> headings.add(heading(row.cell(0))));
        return new Boilerplate(rows, headings);
    }

    /// Whether a line is a heading such as "Related posts".
    private boolean isTailHeading(String line) {
        return tailHeadings.contains(heading(line));
    }

    /// The lines of the article alone, without blank ones.
    List<String> strip(List<String> lines) {
        List<String> kept = withoutBlocks(lines);
        kept.removeIf(line -> !line.isEmpty() && (matches(line, Where.ANYWHERE) || !HAS_TEXT.matcher(line).find()));
        kept = withoutTails(kept);
        kept.removeIf(String::isEmpty);
        while (!kept.isEmpty() && matches(kept.getLast(), Where.TAIL)) {
            kept.removeLast();
        }
        while (!kept.isEmpty() && matches(kept.getFirst(), Where.HEAD)) {
            kept.removeFirst();
        }
        return kept;
    }

    /// A widget's line takes the short lines next to it with it.
    private List<String> withoutBlocks(List<String> lines) {
        List<String> kept = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).isEmpty()) {
                List<String> block = lines.subList(start, i);
                boolean widget = block.stream().anyMatch(l -> matches(l, Where.BLOCK))
                        && block.stream().allMatch(l -> words(l) <= BLOCK_LINE_WORDS);
                if (!widget) {
                    kept.addAll(block);
                }
                kept.add("");
                start = i + 1;
            }
        }
        return kept;
    }

    private List<String> withoutTails(List<String> lines) {
        List<String> kept = new ArrayList<>();
        int before = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (before >= WORDS_BEFORE_TAIL && isTailHeading(line)) {
                List<String> rest = lines.subList(i + 1, lines.size()).stream().filter(l -> !l.isEmpty()).toList();
                long teasers = rest.stream().filter(this::isTeaser).count();
                if (teasers >= TEASER_SHARE * rest.size()) {
                    return kept;
                }
                while (i + 1 < lines.size() && lines.get(i + 1).startsWith("- ")) {
                    i++; // the list right below the heading
                }
                continue;
            }
            before += words(line);
            kept.add(line);
        }
        return kept;
    }

    /// A headline or a clipped summary, or itself boilerplate; not a sentence.
    private boolean isTeaser(String line) {
        return CLIPPED.matcher(line).matches()
                || (words(line) <= HEADLINE_WORDS && !SENTENCE_END.matcher(line).matches())
                || matches(line, Where.ANYWHERE)
                || matches(line, Where.TAIL)
                || isTailHeading(line);
    }

    private boolean matches(String line, Where where) {
        if (line.length() > LONGEST_LINE) {
            return false;
        }
        return rows.stream().anyMatch(row -> row.where == where && row.pattern.matcher(line).matches());
    }

    private static int words(String line) {
        return line.isEmpty() ? 0 : line.split(" ").length;
    }

    private static String heading(String line) {
        return line.length() > 60 ? "" : line.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}' ]+", " ").strip()
                .replaceAll(" +", " ");
    }
}
