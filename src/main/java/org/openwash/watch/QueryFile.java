package org.openwash.watch;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.openwash.domain.SetupException;
import org.openwash.report.Cells;

/// Reads a CSV file of queries: columns `name` and `query`, and `limit` where a query has one of its own.
///
/// @param queries  those that can be asked, in the order of the file
/// @param problems what is wrong with the others
public record QueryFile(List<NamedQuery> queries, List<Problem> problems) {

    /// A line that is no query.
    public record Problem(long line, String what) {}

    static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    static final List<String> COLUMNS = List.of("name", "query");

    static final int LONGEST_NAME = 200;
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,8}");

    public QueryFile {
        queries = List.copyOf(queries);
        problems = List.copyOf(problems);
    }

    /// @param file for messages
    /// @throws SetupException if this is no CSV file of queries
    public static QueryFile parse(String file, byte[] content) throws IOException {
        var queries = new ArrayList<NamedQuery>();
        var problems = new ArrayList<Problem>();
        long line = 1;
        try (CSVParser rows = rows(text(file, content))) {
            if (!rows.getHeaderNames().containsAll(COLUMNS)) {
                throw new SetupException(file + ", line 1: the header must name the columns name and query.");
            }
            for (CSVRecord row : rows) {
                String wrong = wrong(row);
                if (wrong.isEmpty()) {
                    String limit = limit(row);
                    queries.add(new NamedQuery(cell(row, "name"), cell(row, "query"),
                            limit.isEmpty() ? 0 : Integer.parseInt(limit), line + 1));
                } else {
                    problems.add(new Problem(line + 1, wrong));
                }
                line = rows.getCurrentLineNumber();
            }
        } catch (CSVException | UncheckedIOException | IllegalArgumentException e) {
            throw new SetupException(file + ", line " + (line + 1) + ": " + e.getMessage() + ".", e);
        }
        return new QueryFile(queries, problems);
    }

    private static String text(String file, byte[] content) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text; // spreadsheets mark it
        } catch (CharacterCodingException e) {
            throw new SetupException(file + " is not UTF-8. Save it so.", e);
        }
    }

    private static CSVParser rows(String text) throws IOException {
        return FORMAT.builder().setHeader().setSkipHeaderRecord(true).setIgnoreEmptyLines(true).get()
                .parse(new StringReader(text));
    }

    private static String wrong(CSVRecord row) {
        if (!row.isConsistent()) {
            return "it has " + row.size() + " cells, the header " + row.getParser().getHeaderNames().size();
        }
        String name = cell(row, "name");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return "a name has 1 to " + LONGEST_NAME + " characters";
        }
        return limit(row).isEmpty() || LIMIT.matcher(limit(row)).matches() ? ""
                : "limit is a whole number of 1 or more, not '" + limit(row) + "'";
    }

    private static String limit(CSVRecord row) {
        return row.isMapped("limit") ? row.get("limit").strip() : "";
    }

    private static String cell(CSVRecord row, String column) {
        return Cells.original(row.get(column).strip());
    }
}
