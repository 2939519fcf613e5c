package org.openwash.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that name an event, before and after which report.html compares what was claimed.
final class EventOptions {

    @Option(names = "--around", paramLabel = "DATE",
            description = "a day: report.html holds the time from it on against the time before it")
    @Nullable String around;

    @Option(names = "--window-days", paramLabel = "N",
            description = "how many days before and from that day on are compared (default: 30)")
    @Nullable Integer days;

    Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        if (around != null) {
            given.put("around", around);
        }
        if (days != null) {
            given.put("window-days", String.valueOf(days));
        }
        return given;
    }
}
