package org.openwash.report;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.openwash.domain.SetupException;

/// A CSV report read back row by row, whatever its delimiter, with or without a byte order mark.
record ReadTable(Path file) {

    /// No text of an article is longer than a million characters, and a row holds less than two of them.
    private static final int LONGEST_ROW = 4_000_000;

    /// Cells as they were before they were made inert; empty where the file lacks the column.
    interface Row {
        String cell(String column);
    }

    /// @param needed columns that the file must have
    /// @throws SetupException if the file is no such report; names the line
    void rows(List<String> needed, Consumer<Row> each) throws IOException {
        CsvStyle style = CsvStyle.ofFile(file);
        CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(style.delimiter()).setHeader().setSkipHeaderRecord(true).get();
        try (var rows = new RowReader(reader(style)); CSVParser parser = CSVParser.builder().setReader(rows).setFormat(format).get()) {
            List<String> missing = needed.stream().filter(name -> !parser.getHeaderNames().contains(name)).toList();
            if (!missing.isEmpty()) {
                throw broken("it has no column " + String.join(", ", missing), null);
            }
            for (CSVRecord row : parser) {
                if (!row.isConsistent()) {
                    throw broken("line " + parser.getCurrentLineNumber() + " has " + row.size() + " cells, the header "
                            + parser.getHeaderNames().size(), null);
                }
                each.accept(column -> row.isMapped(column) ? Cells.original(row.get(column)) : "");
                rows.begin();
            }
        } catch (CSVException | CharacterCodingException | IllegalArgumentException e) {
            throw broken(String.valueOf(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException || e.getCause() instanceof CharacterCodingException) {
                throw broken(e.getCause().getMessage(), e);
            }
            throw e.getCause();
        }
    }

    private Reader reader(CsvStyle style) throws IOException {
        BufferedReader reader = Files.newBufferedReader(file); // UTF-8, and nothing else
        if (style.mark()) {
            reader.skip(1);
        }
        return reader;
    }

    private SetupException broken(String what, @org.jspecify.annotations.Nullable Exception cause) {
        String message = file + " is not as runs write it: " + what + ". Write it again with 'openwash report', or name another run.";
        return cause == null ? new SetupException(message) : new SetupException(message, cause);
    }

    /// Ends a row that does not end, as where a quotation mark is missing, before it fills the memory.
    private static final class RowReader extends FilterReader {

        private long read;

        RowReader(Reader in) {
            super(in);
        }

        void begin() {
            read = 0;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            count(1);
            return c;
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            int count = super.read(buffer, from, length);
            count(count);
            return count;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > LONGEST_ROW) {
                throw new CSVException("a row of more than %d characters", LONGEST_ROW);
            }
        }
    }
}
