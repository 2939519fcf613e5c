package org.openwash.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
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
/// @param read         what the run was given
public record RunManifest(
        String version,
        String runId,
        Instant started,
        Map<String, String> options,
        String factsVersion,
        @Nullable LocalDate factsDate,
        Map<String, String> models,
        Read read) {

    public RunManifest {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        models = Collections.unmodifiableMap(new TreeMap<>(models));
    }

    /// What a run was given beside its settings.
    ///
    /// @param inputs          files and folders as given, `-` for standard input
    /// @param articles        hash of the sources and bytes of all articles that were found, in whatever order
    /// @param earlierArticles how many articles of earlier runs the index held: the reports cover them too
    /// @param decisions       SHA-256 of decisions.csv; empty where there was none
    public record Read(List<String> inputs, String articles, int earlierArticles, String decisions) {

        public Read {
            inputs = List.copyOf(inputs);
        }
    }
}
