package org.openwash.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What it takes to repeat a run: written to run.json, the only file that may hold a run id or a clock time.
///
/// @param version      of Openwash
/// @param options      effective settings by name
/// @param factsVersion hash or number of the facts base
/// @param factsDate    the day that `verdict_today` means; null if the base does not say
/// @param models       SHA-256 of each model file by its name
public record RunManifest(
        String version,
        String runId,
        Instant started,
        Map<String, String> options,
        String factsVersion,
        @Nullable LocalDate factsDate,
        Map<String, String> models) {

    public RunManifest {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        models = Collections.unmodifiableMap(new TreeMap<>(models));
    }
}
