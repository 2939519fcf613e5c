package org.openwash.fetch;

import java.util.List;

/// What a source announces in this run.
///
/// @param addresses in its order, each once
/// @param failures  what of the source could not be read
/// @param waits     why it was not asked; empty if it was
/// @param readable  whether the source itself could be read
/// @param known     what to remember of a feed
record Listing(
        Source source, List<WebAddress> addresses, List<FetchReport.Failure> failures, List<String> waits, boolean readable,
        Known known) {

    Listing {
        addresses = List.copyOf(addresses);
        failures = List.copyOf(failures);
        waits = List.copyOf(waits);
    }
}
