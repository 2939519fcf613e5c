package org.openwash.claims;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.openwash.domain.SetupException;

/// Reads the commented, tab-separated rule files of this package: `#` starts a comment line, empty lines are skipped.
final class DataFile {

    record Row(String file, int line, List<String> fields) {

        String field(int i) {
            return fields.get(i);
        }

        /// An error that names this row's file and line.
        SetupException wrong(String what) {
            return new SetupException("claims/" + file + " line " + line + ": " + what);
        }
    }

    private DataFile() {}

    /// @throws SetupException if a row has another number of fields
    static List<Row> read(String name, int columns) {
        var rows = new ArrayList<Row>();
        var stream = Objects.requireNonNull(DataFile.class.getResourceAsStream("/claims/" + name), name);
        try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                var row = new Row(name, number, List.of(line.split("\t", -1)));
                if (row.fields.size() != columns) {
                    throw row.wrong("has " + row.fields.size() + " columns, not " + columns + "; separate them with tabs.");
                }
                rows.add(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
