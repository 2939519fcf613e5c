package org.openwash.report;

import java.io.IOException;
import java.util.List;
import org.openwash.domain.ClaimRow;

/// Writes what many queries found as one CSV table: the name of the query, then the columns of claims.csv. Holds nothing
/// in memory.
public final class BatchResults {

    private static final Table<NamedClaim> TABLE =
            Tables.named("-", "What many queries found", "name", "Name of the query");

    private final Appendable to;

    /// Writes the header.
    public BatchResults(Appendable to) throws IOException {
        this.to = to;
        TableWriter.header(TABLE, to);
    }

    public void add(String name, ClaimRow row) throws IOException {
        TableWriter.rows(TABLE, List.of(new NamedClaim(name, row)), to);
    }
}
