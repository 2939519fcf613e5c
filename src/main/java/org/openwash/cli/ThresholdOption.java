package org.openwash.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that decides from which confidence on a claim is flagged.
final class ThresholdOption {

    @Option(names = "--min-confidence", paramLabel = "X",
            description = "flag claims read with at least this confidence, 0 to 1 (default: 0.5)")
    @Nullable Double minConfidence;

    Map<String, String> given() {
        return minConfidence == null ? Map.of() : Map.of("min-confidence", String.valueOf(minConfidence));
    }
}
