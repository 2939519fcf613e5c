package org.openwash.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the commented tables in which the stages keep their knowledge: `#` starts a comment line, empty lines are
/// skipped, cells are parted by tabs.
///
/// Part of the class path and so set-up, never input: whatever is wrong with one names the file, the line and the
/// remedy.
public final class DataFile {

    /// A line of such a table, which knows its place for messages.
    public record Row(String file, int line, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        public String cell(int column) {
            return cells.get(column);
        }

        /// An error that names this row's file and line.
        public SetupException wrong(String what) {
            return new SetupException(file + " line " + line + ": " + what);
        }
    }

    private DataFile() {}

    /// The rows of a table whose columns are explained in its comments only.
    ///
    /// @param path below the root of the class path: `claims/cues.tsv`
    /// @throws SetupException if there is no such file, or a row has another number of cells
    public static List<Row> rows(String path, int columns) {
        List<Row> rows = new ArrayList<>();
        try (InputStream in = DataFile.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new SetupException(path + " is missing from the build. Build again.");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(row(path, number, line, columns));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(rows);
    }

    /// The rows of a table that begins with a line of column names, without that line.
    ///
    /// @throws SetupException if there is no such file, it is empty, or a row has another number of cells
    public static List<Row> rowsBelowHeader(String path, int columns) {
        List<Row> rows = rows(path, columns);
        if (rows.isEmpty()) {
            throw new SetupException(path + " has no line of column names. Add it.");
        }
        return rows.subList(1, rows.size());
    }

    private static Row row(String path, int number, String line, int columns) {
        Row row = new Row(path, number, List.of(line.split("\t", -1)));
        if (row.cells.size() != columns) {
            throw row.wrong(columns + " cells expected, " + row.cells.size() + " found. Separate them with tabs.");
        }
        return row;
    }
}
