package org.openwash.report;

import java.util.List;

/// What a run reports of standing queries.
///
/// @param hits the new claims that they found, by the name of the query
/// @param feed the Atom feed of these and earlier ones
public record WatchReport(List<NamedClaim> hits, String feed) {

    /// The feed's name in the output folder.
    public static final String FEED = "watches.atom";

    public WatchReport {
        hits = List.copyOf(hits);
    }
}
