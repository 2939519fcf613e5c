package org.openwash.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.DataFile;

/// Drops what surrounds an article: teasers for other stories, sign-up and share lines, cookie notices, footers.
///
/// What counts as such is data: `boilerplate-lines.tsv` and `boilerplate-tails.txt`. A tail ("Related Posts" to the
/// end) goes only if what follows looks like teasers; else just its heading and the list below it go.
final class Boilerplate {

    /// Where in an article a line may stand to count as boilerplate.
    private enum Where { ANYWHERE, HEAD, TAIL, BLOCK }

    private record Row(Where where, List<String> holds, Pattern pattern, int number) {

        /// @throws IllegalArgumentException if looking for the words would be no quicker
        private Row {
            holds = List.copyOf(holds);
            if (where == Where.ANYWHERE && holds.stream().anyMatch(word -> !word.toUpperCase(Locale.ROOT).equals(word))) {
                throw new IllegalArgumentException("words with capitals are looked for at the end of a text only");
            }
        }

        boolean fits(String line) {
            return mayFit(line) && pattern.matcher(line).matches();
        }

        private boolean mayFit(String line) {
            if (holds.isEmpty()) {
                return true;
            }
            String lower = where == Where.ANYWHERE ? line : line.toLowerCase(Locale.ROOT);
            for (String word : holds) {
                if (lower.contains(word)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final Pattern HAS_TEXT = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern SENTENCE_END = Pattern.compile(".*[^.…][.][\"”’')\\]]*$");
    private static final Pattern CLIPPED = Pattern.compile(".*(…|\\.\\.\\.|\\[…]|\\[\\.\\.\\.])[\"”’')\\]]*$");
    private static final int HEADLINE_WORDS = 30;
    private static final int BLOCK_LINE_WORDS = 6;
    /// An article does not consist of its tail: so many words must stand before it.
    private static final int WORDS_BEFORE_TAIL = 25;
    private static final double TEASER_SHARE = 0.8;
    private static final int LONGEST_LINE = 400;
    /// So many lines that are none may stand among the lines of the tail.
    private static final int MOST_OTHERS = 1;
    private static final int LONGEST_HEADING = 60;
    private static final int BEGINNING = 3;
    private static final int MOST_BEGINNINGS = 20_000;
    private static final int MOST_HEADING_WORDS = 7;
    private static final String AND_MORE = " …";

    private final List<Row> rows;
    private final Set<String> tailHeadings;
    private final List<String> tailBeginnings;
    private final Map<String, List<Row>> byBeginning = new ConcurrentHashMap<>();

    private Boilerplate(List<Row> rows, Set<String> tailHeadings, List<String> tailBeginnings) {
        this.rows = List.copyOf(rows);
        this.tailHeadings = Set.copyOf(tailHeadings);
        this.tailBeginnings = List.copyOf(tailBeginnings);
    }

    static Boilerplate load() {
        List<Row> rows = new ArrayList<>();
        for (DataFile.Row row : DataFile.rowsBelowHeader("text/boilerplate-lines.tsv", 3)) {
            try {
                Where where = Where.valueOf(row.cell(0).toUpperCase(Locale.ROOT));
                List<String> holds = row.cell(1).isEmpty() ? List.of() : List.of(row.cell(1).split(","));
                Pattern pattern = Pattern.compile(row.cell(2), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
                rows.add(new Row(where, holds, pattern, row.line()));
            } catch (PatternSyntaxException e) {
                throw row.wrong("not a pattern: " + e.getDescription());
            } catch (IllegalArgumentException e) {
                throw row.wrong("no such place: " + row.cell(0) + "; use anywhere, head, tail or block"
                        + " (or holds words that have capitals, anywhere)");
            }
        }
        Set<String> headings = new HashSet<>();
        List<String> beginnings = new ArrayList<>();
        for (DataFile.Row row : DataFile.rowsBelowHeader("text/boilerplate-tails.txt", 1)) {
            if (row.cell(0).endsWith(AND_MORE)) {
                beginnings.add(heading(row.cell(0)) + " ");
            } else {
                headings.add(heading(row.cell(0)));
            }
        }
        return new Boilerplate(rows, headings, beginnings);
    }

    /// Whether a line is a heading such as "Related posts".
    private boolean isTailHeading(String line) {
        String heading = heading(line);
        if (tailHeadings.contains(heading)) {
            return true;
        }
        if (heading.isEmpty()) {
            return false;
        }
        boolean sentence = SENTENCE_END.matcher(line).matches() || words(line) > MOST_HEADING_WORDS;
        return !sentence && tailBeginnings.stream().anyMatch(heading::startsWith);
    }

    /// The lines with those of the page marked, blank ones left out.
    List<Line> strip(List<Line> lines) {
        return new Work(lines).marked();
    }

    /// One document, line by line. What others have left out stays so and is not looked at.
    private final class Work {

        private final List<Line> all;
        private final List<Integer> open = new ArrayList<>();
        private final @Nullable String[] why;

        Work(List<Line> lines) {
            all = lines;
            why = new String[lines.size()];
            for (int i = 0; i < lines.size(); i++) {
                why[i] = lines.get(i).dropped();
                if (why[i] == null) {
                    open.add(i);
                }
            }
        }

        private String text(int i) {
            return all.get(i).text();
        }

        List<Line> marked() {
            blocks();
            drop(i -> text(i).isEmpty() || HAS_TEXT.matcher(text(i)).find() ? reason(text(i), Where.ANYWHERE) : "no letter");
            tails();
            open.removeIf(i -> text(i).isEmpty());
            int others = 0;
            for (int end = open.size() - 1; end > 0 && others <= MOST_OTHERS; end--) {
                if (dropped(open.get(end), Where.TAIL)) {
                    open.remove(end);
                } else {
                    others++;
                }
            }
            while (!open.isEmpty() && dropped(open.getFirst(), Where.HEAD)) {
                open.removeFirst();
            }
            List<Line> marked = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if (!text(i).isEmpty()) {
                    marked.add(new Line(text(i), why[i]));
                }
            }
            return marked;
        }

        private void drop(Function<Integer, @Nullable String> reason) {
            for (int i : open) {
                why[i] = reason.apply(i);
            }
            open.removeIf(i -> why[i] != null);
        }

        private boolean dropped(int i, Where where) {
            why[i] = reason(text(i), where);
            return why[i] != null;
        }

        /// A widget's line takes the short lines next to it with it.
        private void blocks() {
            int start = 0;
            for (int k = 0; k <= open.size(); k++) {
                if (k == open.size() || text(open.get(k)).isEmpty()) {
                    List<Integer> block = open.subList(start, k);
                    boolean widget = block.stream().allMatch(i -> words(text(i)) <= BLOCK_LINE_WORDS)
                            && block.stream().anyMatch(i -> matches(text(i), Where.BLOCK));
                    if (widget) {
                        block.forEach(i -> why[i] = "part of a widget");
                    }
                    start = k + 1;
                }
            }
            open.removeIf(i -> why[i] != null);
        }

        private void tails() {
            int before = 0;
            for (int k = 0; k < open.size(); k++) {
                int i = open.get(k);
                if (before < WORDS_BEFORE_TAIL || !isTailHeading(text(i))) {
                    before += words(text(i));
                    continue;
                }
                String heading = "boilerplate-tails: " + heading(text(i));
                List<Integer> rest = open.subList(k + 1, open.size());
                long lines = rest.stream().filter(r -> !text(r).isEmpty()).count();
                long teasers = rest.stream().filter(r -> !text(r).isEmpty() && isTeaser(text(r))).count();
                why[i] = heading;
                if (teasers >= TEASER_SHARE * lines) {
                    rest.forEach(r -> why[r] = "below " + heading);
                    break;
                }
                for (int r = k + 1; r < open.size() && text(open.get(r)).startsWith("- "); r++) {
                    why[open.get(r)] = "below " + heading; // the list right below the heading
                }
            }
            open.removeIf(i -> why[i] != null);
        }
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
        return reason(line, where) != null;
    }

    private @Nullable String reason(String line, Where where) {
        if (line.isEmpty() || line.length() > LONGEST_LINE) {
            return null;
        }
        String beginning = line.substring(0, Math.min(BEGINNING, line.length()));
        List<Row> candidates = byBeginning.get(beginning);
        if (candidates == null) {
            candidates = candidates(beginning);
            if (byBeginning.size() < MOST_BEGINNINGS) {
                byBeginning.put(beginning, candidates);
            }
        }
        for (Row row : candidates) {
            if (row.where == where && row.fits(line)) {
                return "boilerplate-lines, line " + row.number;
            }
        }
        return null;
    }

    /// The rows that lines with this beginning could match: where a pattern fails before it has read to the end of the
    /// beginning, what follows cannot help.
    private List<Row> candidates(String beginning) {
        return rows.stream().filter(row -> {
            Matcher m = row.pattern.matcher(beginning);
            return m.matches() || m.hitEnd();
        }).toList();
    }

    private static int words(String line) {
        int spaces = 0;
        for (int i = 0; i < line.length(); i++) {
            spaces += line.charAt(i) == ' ' ? 1 : 0;
        }
        return line.isEmpty() ? 0 : 1 + spaces;
    }

    private static String heading(String line) {
        if (line.length() > LONGEST_HEADING) {
            return "";
        }
        var heading = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = Character.toLowerCase(line.charAt(i));
            if (Character.isLetterOrDigit(c) || c == '\'') {
                heading.append(c);
            } else if (!heading.isEmpty() && heading.charAt(heading.length() - 1) != ' ') {
                heading.append(' ');
            }
        }
        return heading.toString().strip();
    }
}
