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
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
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

    CsvRecords(FieldNames names, SourceOptions options) {
        this.names = names;
        this.options = options;
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
        reader.mark(Sniffer.HEAD);
        char delimiter = CsvDialect.delimiter(firstLine(reader));
        reader.reset();
        delimiter = content.name().endsWith(".tsv") ? '\t' : delimiter;
        limit.delimiter = delimiter;
        CSVFormat format = CSVFormat.RFC4180.builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false) // counted, so that line numbers hold
                .get();
        try (CSVParser parser = CSVParser.builder().setReader(reader).setFormat(format).get()) {
            rows(parser, limit, utf16.isPresent(), source, others, sink);
        }
    }

    private void rows(CSVParser parser, RowLimit limit, boolean utf16, String source, Function<String, Metadata> others,
            Consumer<Found> sink) throws IOException, UnreadableArticleException {
        Iterator<CSVRecord> records = parser.iterator();
        List<String> header = List.of();
        Map<Field, Integer> columns = Map.of();
        int rows = 0;
        while (true) {
            long line = parser.getCurrentLineNumber() + 1;
            limit.newRow();
            List<String> cells;
            try {
                if (!records.hasNext()) {
                    break;
                }
                cells = cells(records.next(), utf16);
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
                continue;
            }
            rows++;
            String record = source + "#L" + line;
            String place = "line " + line;
            if (cells.stream().anyMatch(c -> c.length() > options.largest())) {
                sink.accept(Found.failed(record, "record larger than the limit of " + options.limitText(), place));
            } else if (cells.stream().skip(header.size()).anyMatch(c -> !c.isBlank())) {
                sink.accept(Found.failed(record, cells.size() + " cells under " + header.size()
                        + " column names (text with commas needs quotes)", place));
            } else {
                sink.accept(record(columns, cells).found(record, place, others.apply(record)));
            }
        }
        if (rows == 0) {
            sink.accept(Found.skipped(source, "holds no record"));
        }
    }

    private Map<Field, Integer> columns(List<String> header, long line) throws UnreadableArticleException {
        String existing = header.stream().map(h -> Excerpt.of(h, 30)).limit(30).collect(Collectors.joining(", "));
        for (Field field : Field.values()) {
            var wanted = names.mapped(field);
            if (wanted.isPresent()
                    && header.stream().noneMatch(h -> FieldNames.squash(h).equals(FieldNames.squash(wanted.get())))) {
                throw new UnreadableArticleException(
                        "no column named " + wanted.get() + "; the columns are " + existing, "line " + line);
            }
        }
        Map<Field, Integer> columns = names.columns(header);
        if (Collections.disjoint(columns.keySet(), List.of(Field.TEXT, Field.HTML, Field.URL))) {
            throw new UnreadableArticleException(
                    "no column with the text or address of articles; the columns are " + existing, "line " + line);
        }
        return columns;
    }

    private static ArticleRecord record(Map<Field, Integer> columns, List<String> cells) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        columns.forEach((field, column) -> {
            if (column < cells.size()) {
                values.put(field, cells.get(column));
            }
        });
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

    private static String firstLine(Reader reader) throws IOException {
        var line = new StringBuilder();
        for (int c = reader.read(); c >= 0 && c != '\n' && line.length() < Sniffer.HEAD / 2; c = reader.read()) {
            line.append((char) c);
        }
        return line.toString();
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
