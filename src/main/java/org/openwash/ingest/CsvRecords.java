package org.openwash.ingest;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.openwash.domain.Metadata;
import org.openwash.domain.UnreadableArticleException;

/// Reads articles from the rows of a CSV file with a header line.
///
/// The file is taken apart as bytes in the guise of Latin-1 characters, since quotes, commas and line ends are the same
/// bytes in every encoding read here; each cell is decoded by itself.
final class CsvRecords {

    /// The reader reads ahead; a tighter limit would stop it for what is not yet asked.
    private static final long LEAST_ROW_LIMIT = 1 << 20;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /// No text has as many commas, no table as many columns; each cell takes a hundred bytes.
    private static final int MOST_DELIMITERS = 1_000_000;

    /// Thrown from within the parser when one row grows past the limits.
    private static final class RowTooLarge extends IOException {
        private static final long serialVersionUID = 1;

        RowTooLarge(String message) {
            super(message);
        }
    }

    /// Counts what one row takes.
    private static final class RowLimit extends FilterReader {
        private final long longest;
        private char delimiter;
        private long taken;
        private int delimiters;

        RowLimit(Reader in, long longest) {
            super(in);
            this.longest = longest;
        }

        void newRow() {
            taken = 0;
            delimiters = 0;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            count(c < 0 ? 0 : 1);
            return c;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            for (int i = offset; i < offset + n; i++) {
                delimiters += buffer[i] == delimiter ? 1 : 0;
            }
            count(Math.max(0, n));
            return n;
        }

        private void count(int read) throws IOException {
            taken += read;
            if (taken > longest) {
                throw new RowTooLarge("(a quote that is never closed?)");
            }
            if (delimiters > MOST_DELIMITERS) {
                throw new RowTooLarge("(more than " + MOST_DELIMITERS + " cells)");
            }
        }
    }

    private final FieldNames names;
    private final SourceOptions options;
    private final CutEnds cuts;

    CsvRecords(FieldNames names, SourceOptions options, CutEnds cuts) {
        this.names = names;
        this.options = options;
        this.cuts = cuts;
    }

    void read(Content content, String source, Function<String, Metadata> others, Consumer<Found> sink)
            throws IOException, UnreadableArticleException {
        Optional<Charset> utf16 = Sniffer.utf16(content.head());
        InputStream stream = content.stream();
        boolean utf8Mark = new String(content.head(), StandardCharsets.ISO_8859_1).startsWith("\u00EF\u00BB\u00BF");
        stream.skipNBytes(utf8Mark ? 3 : 0);
        // a row may hold the largest article with every character quoted, beside its other cells
        Charset charset = utf16.orElse(StandardCharsets.ISO_8859_1);
        var limit = new RowLimit(new InputStreamReader(stream, charset),
                Math.max(2 * options.largest(), LEAST_ROW_LIMIT));
        var reader = new BufferedReader(limit);
        boolean tabs = content.name().toLowerCase(Locale.ROOT).matches(".*\\.(tsv|tab)");
        CsvDialect dialect = CsvDialect.of(beginning(content.head()), names, tabs);
        for (int above = 0; above < dialect.above(); above++) {
            reader.readLine();
        }
        limit.delimiter = dialect.delimiter();
        CSVFormat format = CSVFormat.RFC4180.builder()
                .setDelimiter(dialect.delimiter())
                .setQuote(dialect.quote())
                .setIgnoreEmptyLines(false) // counted, so that line numbers hold
                .get();
        try (CSVParser parser = CSVParser.builder().setReader(reader).setFormat(format).get()) {
            new Rows(parser, limit, utf16.isPresent(), dialect.above(), source, others, sink).read();
        }
    }

    /// The rows of one table.
    private final class Rows {

        private final CSVParser parser;
        private final RowLimit limit;
        private final boolean decoded;
        private final int above;
        private final String source;
        private final Function<String, Metadata> others;
        private final Consumer<Found> sink;

        Rows(CSVParser parser, RowLimit limit, boolean decoded, int above, String source,
                Function<String, Metadata> others, Consumer<Found> sink) {
            this.parser = parser;
            this.limit = limit;
            this.decoded = decoded;
            this.above = above;
            this.source = source;
            this.others = others;
            this.sink = sink;
        }

        void read() throws IOException, UnreadableArticleException {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> header = List.of();
            Map<Field, List<Integer>> columns = Map.of();
            int rows = 0;
            while (true) {
                long line = above + parser.getCurrentLineNumber() + 1;
                limit.newRow();
                List<String> cells;
                try {
                    if (!records.hasNext()) {
                        break;
                    }
                    cells = cells(records.next(), decoded);
                } catch (UncheckedIOException e) {
                    sink.accept(Found.failed(source + "#L" + line, reason(e.getCause()), "line " + line));
                    return; // nobody can tell where the next row begins
                }
                if (cells.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (header.isEmpty()) {
                    header = cells;
                    columns = columns(header, line);
                } else {
                    rows++;
                    sink.accept(found(cells, header.size(), columns, line));
                }
            }
            if (rows == 0) {
                sink.accept(Found.skipped(source, "holds no record"));
            }
        }

        private Found found(List<String> cells, int names, Map<Field, List<Integer>> columns, long line) {
            String record = source + "#L" + line;
            String place = "line " + line;
            if (cells.stream().anyMatch(c -> c.length() > options.largest())) {
                return Found.failed(record, "record larger than the limit of " + options.limitText(), place);
            }
            if (cells.stream().skip(names).anyMatch(c -> !c.isBlank())) {
                return Found.failed(record, cells.size() + " cells under " + names
                        + " column names (text with commas needs quotes)", place);
            }
            return record(columns, cells).found(record, place, others.apply(record), cuts);
        }
    }

    private Map<Field, List<Integer>> columns(List<String> header, long line) throws UnreadableArticleException {
        String existing = header.stream().map(h -> Excerpt.of(h, 30)).limit(30).collect(Collectors.joining(", "));
        for (Field field : Field.values()) {
            var wanted = names.mapped(field);
            if (wanted.isPresent()
                    && header.stream().noneMatch(h -> FieldNames.squash(h).equals(FieldNames.squash(wanted.get())))) {
                throw new UnreadableArticleException(
                        "no column named " + wanted.get() + "; the columns are " + existing, "line " + line);
            }
        }
        Map<Field, List<Integer>> columns = names.columns(header);
        if (columns.keySet().stream().noneMatch(Field::makesRecord)) {
            throw new UnreadableArticleException(
                    "no column with the text or address of articles; the columns are " + existing, "line " + line);
        }
        return columns;
    }

    /// Of several columns for one field, the surest that says something.
    private static ArticleRecord record(Map<Field, List<Integer>> columns, List<String> cells) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        columns.forEach((field, candidates) -> candidates.stream()
                .filter(column -> column < cells.size())
                .map(cells::get)
                .filter(cell -> !ArticleRecord.saysNothing(cell))
                .findFirst()
                .ifPresent(cell -> values.put(field, cell)));
        return new ArticleRecord(values);
    }

    private static List<String> cells(CSVRecord record, boolean decoded) {
        List<String> cells = new ArrayList<>(record.size());
        for (String cell : record) {
            cells.add(decoded ? cell : decode(cell.getBytes(StandardCharsets.ISO_8859_1)));
        }
        return cells;
    }

    private static String decode(byte[] cell) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(cell)).toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(cell, WESTERN);
        }
    }

    private static String beginning(byte[] head) {
        return new String(head, Sniffer.utf16(head).orElse(StandardCharsets.UTF_8))
                .replaceFirst("^\uFEFF", "");
    }

    private String reason(IOException e) {
        String said = String.valueOf(e.getMessage());
        if (e instanceof RowTooLarge) {
            return "row larger than the limit of " + options.limitText() + " " + said;
        }
        if (said.contains("EOF reached before encapsulated token finished")) {
            return "unclosed quote";
        }
        return said.contains("Invalid character between encapsulated token and delimiter")
                ? "a quote inside a cell that is not doubled"
                : Content.reason(e);
    }
}
