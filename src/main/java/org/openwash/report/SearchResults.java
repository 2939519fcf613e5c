package org.openwash.report;

import java.io.IOException;
import java.util.Objects;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Hit;
import org.openwash.domain.Hits;

/// Shows what a search found: as a table for the terminal, as CSV or as JSON.
public final class SearchResults {

    /// TABLE for people; CSV with the columns of claims.csv; JSON an array of objects with the same names, and `score`
    /// and `snippet`.
    public enum Format { TABLE, CSV, JSON }

    private static final int WIDTH = 100;
    private static final TextTable HEAD = new TextTable(10, 18, 20, 13, 11, 12, 4);

    private SearchResults() {}

    public static void print(Hits hits, Format format, Appendable to) throws IOException {
        switch (format) {
            case TABLE -> table(hits, to);
            case CSV -> stream(hits, ClaimStream.Format.CSV, to);
            case JSON -> stream(hits, ClaimStream.Format.JSON, to);
        }
    }

    private static void stream(Hits hits, ClaimStream.Format format, Appendable to) throws IOException {
        var stream = new ClaimStream(format, to);
        for (Hit hit : hits.best()) {
            stream.next(hit);
        }
        stream.end();
    }

    private static void table(Hits hits, Appendable to) throws IOException {
        if (!hits.best().isEmpty()) {
            to.append(HEAD.line("published", "outlet", "subject", "aspect", "attribution", "verdict", "flag")).append('\n');
        }
        for (Hit hit : hits.best()) {
            ClaimRow row = hit.row();
            to.append('\n').append(HEAD.line(
                            Objects.toString(row.metadata().published(), ""),
                            Objects.toString(row.metadata().outlet(), ""),
                            row.claim().subject(),
                            row.claim().aspect().label(),
                            row.claim().attribution().label(),
                            row.judgement().verdict().label(),
                            row.flagged() ? "FLAG" : ""))
                    .append('\n');
            for (String line : TextTable.wrap(hit.snippet(), WIDTH - 4)) {
                to.append("    ").append(line).append('\n');
            }
            to.append("    ").append(TextTable.printable(row.source()))
                    .append(", sentence ").append(String.valueOf(row.claim().sentence())).append('\n');
        }
        to.append(hits.best().isEmpty() ? "" : "\n").append(total(hits)).append('\n');
    }

    private static String total(Hits hits) {
        String found = hits.total() == 1 ? "1 claim" : hits.total() + " claims";
        int shown = hits.best().size();
        return hits.total() == shown ? found : found + ", " + shown + " shown";
    }
}
