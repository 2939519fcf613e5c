package org.openwash.report;

import java.io.IOException;
import java.util.List;
import org.openwash.domain.Hit;

/// Writes what many queries found as one CSV table: the name of the query, then the columns of claims.csv. One query is
/// held in memory at a time.
public final class BatchResults {

    private static final Table<NamedClaim> TABLE =
            Tables.named("-", "What many queries found", "name", "Name of the query");

    private final Appendable to;

    /// Writes the header.
    public BatchResults(Appendable to) throws IOException {
        this.to = to;
        TableWriter.header(TABLE, to);
    }

    /// The hits of one query, best first.
    public void add(String name, List<Hit> hits) throws IOException {
        TableWriter.rows(TABLE, hits.stream().map(hit -> new NamedClaim(name, hit.row())).toList(), to);
    }
}
