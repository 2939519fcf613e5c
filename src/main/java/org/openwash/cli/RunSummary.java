package org.openwash.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.openwash.Pipeline;

/// Tells on standard error what a run did: inputs, reports, standing queries.
final class RunSummary {

    private RunSummary() {}

    /// @param out where the reports lie
    static void tell(Pipeline.Result result, Path out, Messages messages) {
        InputSummary.tell(result.inputs(), result.unmatchedMetadata(), messages);
        messages.reports(result.counts(), out);
        tell(result.watches(), messages);
    }

    private static void tell(Pipeline.WatchSummary watches, Messages messages) {
        watches.refused().forEach((name, why) -> messages.warn("the watch " + name + " was not asked. " + why
                + " 'openwash watch remove' takes it away."));
        if (watches.queries() > 0) {
            int hits = watches.hits().values().stream().mapToInt(Integer::intValue).sum();
            String which = watches.hits().isEmpty() ? "" : watches.hits().entrySet().stream()
                    .map(e -> e.getKey() + " " + e.getValue()).collect(Collectors.joining(", ", " (", ")"));
            messages.info("%s of %s%s; see watch-hits.csv and watches.atom".formatted(
                    Messages.count(hits, "new hit"), Messages.count(watches.queries(), "watch query", "watch queries"), which));
        }
    }
}
