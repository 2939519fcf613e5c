package org.openwash.report;

import java.io.IOException;
import org.apache.commons.csv.CSVPrinter;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Hit;
import tools.jackson.databind.node.ObjectNode;

/// Writes what a search found one claim after the other, so that any number fits into memory: CSV with the columns of
/// claims.csv, or a JSON array of objects with the same names, and `score` and `snippet`.
public final class ClaimStream {

    /// How claims are written.
    public enum Format { CSV, JSON }

    private final Format format;
    private final Appendable to;
    private final CSVPrinter csv;
    private boolean begun;

    public ClaimStream(Format format, Appendable to) throws IOException {
        this.format = format;
        this.to = to;
        this.csv = TableWriter.printer(to);
        if (format == Format.CSV) {
            csv.printRecord(Tables.CLAIMS.names());
        }
    }

    public void next(Hit hit) throws IOException {
        switch (format) {
            case CSV -> csv.printRecord(
                    Tables.CLAIMS.columns().stream().map(c -> Cells.cell(c.value().apply(hit.row()))).toList());
            case JSON -> to.append(begun ? ",\n" : "[\n").append(TableWriter.json(object(hit)));
        }
        begun = true;
    }

    public void end() throws IOException {
        if (format == Format.JSON) {
            to.append(begun ? "\n]\n" : "[]\n");
        }
    }

    /// A claim with the names of claims.csv.
    public static ObjectNode object(ClaimRow row) {
        return TableWriter.object(Tables.CLAIMS, row);
    }

    /// The same with how well it fits a search, and the words that matched between marks.
    public static ObjectNode object(Hit hit) {
        ObjectNode object = object(hit.row());
        object.put("score", hit.score());
        object.put("snippet", Cells.writable(hit.snippet()));
        return object;
    }
}
