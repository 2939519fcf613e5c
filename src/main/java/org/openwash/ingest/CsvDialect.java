package org.openwash.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells by its first lines how a table is written: where its column names stand, and how cells are parted and quoted.
///
/// Column names are known by their meaning, so that a title above the table or a comma in one of them misleads nobody.
///
/// @param above lines that stand above the column names
/// @param known how many columns are known by their name
record CsvDialect(char delimiter, char quote, int above, int known) {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    /// Exports put a title, the query and a date above the table, and blank lines.
    private static final int MOST_ABOVE = 20;
    /// Spreadsheets write the delimiter into a first line of its own.
    private static final String SEPARATOR = "sep=";

    /// The dialect of a table that begins so.
    ///
    /// @param tabs whether the file's name says that tabs part its cells
    static CsvDialect of(String head, FieldNames names, boolean tabs) {
        List<String> lines = head.lines().limit(MOST_ABOVE).toList();
        int first = 0;
        while (first < lines.size() - 1 && lines.get(first).isBlank()) {
            first++;
        }
        String line = lines.isEmpty() ? "" : lines.get(first);
        if (line.length() == SEPARATOR.length() + 1 && line.startsWith(SEPARATOR)) {
            String header = first + 1 < lines.size() ? lines.get(first + 1) : "";
            return read(header, line.charAt(SEPARATOR.length()), first + 1, names);
        }
        for (int above = first; above < lines.size(); above++) {
            Optional<CsvDialect> header = best(lines.get(above), above, names, tabs);
            int enough = above == first ? 1 : 2; // a row may hold a word that is the name of a column
            if (header.isPresent() && header.get().known >= enough) {
                return header.get();
            }
        }
        return tabs ? read(line, '\t', first, names) : mostFrequent(line, first, names);
    }

    /// The first line that names a column with text or address, read in the way that knows most of its names.
    private static Optional<CsvDialect> best(String line, int above, FieldNames names, boolean tabs) {
        return delimiters(tabs)
                .filter(delimiter -> cells(line, delimiter, quote(line)).stream()
                        .anyMatch(cell -> names.meaning(cell).filter(m -> m.field().makesRecord()).isPresent()))
                .map(delimiter -> read(line, delimiter, above, names))
                .max(Comparator.comparingInt(CsvDialect::known)
                        .thenComparing(dialect -> dialect.cells(line).size()));
    }

    private static Stream<Character> delimiters(boolean tabs) {
        Stream<Character> all = new String(DELIMITERS).chars().mapToObj(c -> (char) c);
        return tabs ? Stream.of('\t') : all;
    }

    private static CsvDialect read(String line, char delimiter, int above, FieldNames names) {
        char quote = quote(line);
        long known = cells(line, delimiter, quote).stream().filter(cell -> names.meaning(cell).isPresent()).count();
        return new CsvDialect(delimiter, quote, above, (int) known);
    }

    /// The first of those that part a line into most cells.
    private static CsvDialect mostFrequent(String line, int above, FieldNames names) {
        return delimiters(false).map(delimiter -> read(line, delimiter, above, names))
                .reduce((a, b) -> b.cells(line).size() > a.cells(line).size() ? b : a)
                .orElseThrow();
    }

    /// The cells of a line, without their quotes.
    List<String> cells(String line) {
        return cells(line, delimiter, quote);
    }

    private static char quote(String line) {
        return line.startsWith("'") ? '\'' : '"';
    }

    private static List<String> cells(String line, char delimiter, char quote) {
        List<String> cells = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == quote) {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
