package org.openwash.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of commands that analyse articles into an output folder.
final class RunOptions {

    @Option(names = "--as-of", paramLabel = "DATE",
            description = "the day of the run; later dates of publication are refused as mistakes (default: today)")
    private @Nullable String asOf;

    @Option(names = "--seconds-per-article", paramLabel = "N",
            description = "give an article up that takes longer, and list it as failed (default: 120)")
    private @Nullable Integer seconds;

    Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        if (asOf != null) {
            given.put("as-of", asOf);
        }
        if (seconds != null) {
            given.put("seconds-per-article", String.valueOf(seconds));
        }
        return given;
    }
}
