package org.openwash.upstream;

import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;

/// Rows as they can be pasted into a file of `--facts DIR`, below one of these headers.
public enum PastedRow {
    LICENCES("id", "name", "osi", "fsf", "category", "scancode", "verified", "sources", "aliases"),
    SUBJECTS("id", "name", "kind", "vendors", "parent", "aliases"),
    FACTS("id", "subject", "artefact", "from", "licence", "weights", "code", "training_data", "training_code", "paper",
            "status", "verified", "sources", "note");

    private final List<String> columns;

    PastedRow(String... columns) {
        this.columns = List.of(columns);
    }

    public List<String> columns() {
        return columns;
    }

    /// The first line of the file.
    public String header() {
        return CSVFormat.RFC4180.format(columns.toArray());
    }

    /// @param cells by column; those left out stay empty
    String of(Map<String, String> cells) {
        if (!columns.containsAll(cells.keySet())) {
            throw new IllegalArgumentException(cells.keySet() + " are not all columns of " + this);
        }
        return CSVFormat.RFC4180.format(columns.stream().map(c -> oneLine(cells.getOrDefault(c, ""))).toArray());
    }

    private static String oneLine(String cell) {
        return cell.replaceAll("\\s+", " ").strip();
    }

    /// A name as a cell of aliases can hold it: `;` parts them, and braces hold conditions.
    static String alias(String name) {
        return name.replaceAll("[;{}]", " ");
    }
}
