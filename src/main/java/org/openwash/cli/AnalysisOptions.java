package org.openwash.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that decide what a claim is judged by and when it is flagged.
final class AnalysisOptions {

    @Option(names = "--standard", paramLabel = "osaid|osd",
            description = "yardstick for \"open source\" (default: osaid for models, osd for software)")
    @Nullable String standard;

    @Option(names = "--min-confidence", paramLabel = "X", description = "flag claims read with at least this confidence, 0 to 1 (default: 0.6)")
    @Nullable Double minConfidence;

    @Option(names = "--no-gate", description = "analyse articles in full that name nothing a claim could be about")
    boolean noGate;

    Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        if (standard != null) {
            given.put("standard", standard);
        }
        if (minConfidence != null) {
            given.put("min-confidence", String.valueOf(minConfidence));
        }
        if (noGate) {
            given.put("gate", "false");
        }
        return given;
    }
}
