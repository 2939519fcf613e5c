package org.openwash.facts;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.openwash.domain.SetupException;

/// A data file read whole: CSV in UTF-8, `#` begins a comment line, the first other line names the columns.
///
/// @param columns in the order of the file
record Table(String file, List<String> columns, List<Row> rows) {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setIgnoreEmptyLines(true)
            .get();

    static Table parse(String file, byte[] bytes) {
        List<Row> rows = new ArrayList<>();
        List<String> header = List.of();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(new StringReader(text(file, bytes)), FORMAT)) {
            header = parser.getHeaderNames();
            line = parser.getCurrentLineNumber();
            for (CSVRecord record : parser) {
                line = parser.getCurrentLineNumber();
                if (record.size() != header.size()) {
                    throw new SetupException(file + ", line " + line + ": " + record.size() + " cells under " + header.size()
                            + " columns. Quote cells that hold a comma.");
                }
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    cells.put(header.get(i), record.get(i));
                }
                rows.add(new Row(file, line, cells));
            }
        } catch (CSVException | IllegalArgumentException | IllegalStateException | java.io.UncheckedIOException e) {
            throw new SetupException(file + ", line " + (line + 1) + " or after: not readable as CSV (" + e.getMessage()
                    + "). Check the quotes and the header.", e);
        } catch (IOException e) {
            throw new SetupException(file + " cannot be read: " + e.getMessage() + ". Check the file.", e);
        }
        return new Table(file, header, rows);
    }

    private static String text(String file, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().replace("\uFEFF", "");
        } catch (CharacterCodingException e) {
            throw new SetupException(file + " is not UTF-8. Save it as UTF-8.", e);
        }
    }
}
