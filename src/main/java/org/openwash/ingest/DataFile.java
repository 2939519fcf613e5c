package org.openwash.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openwash.domain.SetupException;

/// Reads the commented tables of knowledge beside these classes: `#` comments, a header line, cells parted by tabs.
final class DataFile {

    /// A line of such a table, which knows its place for messages.
    record Row(String file, int line, List<String> cells) {

        Row {
            cells = List.copyOf(cells);
        }

        String cell(int column) {
            return cells.get(column);
        }

        SetupException wrong(String what) {
            return new SetupException(file + ", line " + line + ": " + what);
        }
    }

    private DataFile() {}

    static List<Row> rows(String name, int columns) {
        String file = "ingest/" + name;
        List<Row> rows = new ArrayList<>();
        try (InputStream in = DataFile.class.getResourceAsStream("/" + file)) {
            if (in == null) {
                throw new SetupException(file + " is missing from the build. Build again.");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            boolean headerSeen = false;
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                Row row = new Row(file, number, List.of(line.split("\t", -1)));
                if (row.cells().size() != columns) {
                    throw row.wrong(columns + " cells expected, " + row.cells().size() + " found");
                }
                if (headerSeen) {
                    rows.add(row);
                }
                headerSeen = true;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
