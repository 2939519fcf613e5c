package org.openwash.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openwash.fetch.FetchReport;
import org.openwash.fetch.FetchReport.Failure;

/// Tells on standard error what was fetched, and what could not be, one line a reason.
final class FetchText {

    private FetchText() {}

    static void tell(FetchReport report, Messages messages) {
        report.warnings().forEach(messages::warn);
        for (FetchReport.OfSource source : report.sources()) {
            tell(source, messages);
        }
        messages.info(Messages.count(report.requests(), "request") + "; "
                + (report.archive() == null ? "nothing to keep" : "kept in " + report.archive()));
    }

    private static void tell(FetchReport.OfSource source, Messages messages) {
        source.waits().forEach(why -> messages.info(source.name() + ": waits: " + why));
        Map<String, List<Failure>> byReason = source.failures().stream()
                .collect(Collectors.groupingBy(Failure::reason, LinkedHashMap::new, Collectors.toList()));
        byReason.forEach((reason, failures) -> messages.warn(source.name() + ": " + failures.getFirst().what()
                + (failures.size() == 1 ? "" : " and " + (failures.size() - 1) + " more") + ": " + reason));
    }
}
