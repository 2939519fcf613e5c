package org.openwash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;
import org.openwash.facts.Standard;
import org.openwash.ingest.SourceOptions;
import org.openwash.report.CsvStyle;
import org.openwash.statistics.Window;

/// Everything that can be set for a run, checked. Made by [SettingsLayers] from the defaults, a YAML file and the
/// command line; handed to stages piece by piece, never as a whole.
///
/// @param out           the output folder
/// @param facts         the user's own facts, added to the built-in base; null for none
/// @param standard      the yardstick for "open source"
/// @param minConfidence claims read with less are not flagged, 0 to 1
/// @param gate          skip the costly stages for articles that cannot hold a claim
/// @param stockNlp      let OpenNLP's own classes decode its models: slower, the same result
/// @param fresh         empty the index first
/// @param onlyFailed    read only what the last run into this folder could not read
/// @param keepIndex     false: write the reports from a temporary index
/// @param longest       an article that takes longer is given up and listed as failed
/// @param asOf          the run's day, which no article is later than; null: today
/// @param event         what report.html holds the time before and after against; null for nothing
/// @param sources       how inputs are read
/// @param csv           how CSV files are written
public record Settings(
        Path out,
        @Nullable Path facts,
        Standard standard,
        double minConfidence,
        int threads,
        boolean gate,
        boolean stockNlp,
        boolean fresh,
        boolean onlyFailed,
        boolean keepIndex,
        Duration longest,
        @Nullable LocalDate asOf,
        Window.@Nullable Event event,
        SourceOptions sources,
        CsvStyle csv) {

    private static final int MOST_THREADS = 256;
    private static final Duration LONGEST = Duration.ofHours(24);

    public Settings {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new SetupException("--threads must lie between 1 and " + MOST_THREADS + ", not " + threads + ".");
        }
        if (!(minConfidence >= 0 && minConfidence <= 1)) {
            throw new SetupException("--min-confidence must lie between 0 and 1, not " + minConfidence + ".");
        }
        if (longest.toSeconds() < 1 || longest.compareTo(LONGEST) > 0) {
            throw new SetupException("--seconds-per-article must lie between 1 and " + LONGEST.toSeconds() + ", not "
                    + longest.toSeconds() + ".");
        }
    }

    /// @throws SetupException if a file stands where the output folder goes
    void checkOut() {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new SetupException("The output folder " + out + " is a file. Choose another with --out.");
        }
    }

    public Path indexFolder() {
        return out.resolve("index");
    }

    /// What run.json records: every setting that can change a result.
    public Map<String, String> asOptions() {
        var options = new TreeMap<String, String>();
        options.put("standard", standard.label());
        options.put("min-confidence", String.valueOf(minConfidence));
        options.put("threads", String.valueOf(threads));
        options.put("gate", String.valueOf(gate));
        options.put("stock-nlp", String.valueOf(stockNlp));
        options.put("fresh", String.valueOf(fresh));
        options.put("only-failed", String.valueOf(onlyFailed));
        options.put("index", String.valueOf(keepIndex));
        options.put("facts", facts == null ? "" : facts.toString());
        options.put("metadata", sources.metadata() == null ? "" : String.valueOf(sources.metadata()));
        options.put("columns", new TreeMap<>(sources.columns()).toString());
        sources.columns().forEach((field, column) -> options.put(SettingsLayers.COLUMN + field, column));
        options.put("seconds-per-article", String.valueOf(longest.toSeconds()));
        options.put("largest", String.valueOf(sources.largest()));
        options.put("delimiter", csv.delimiterName());
        options.put("bom", String.valueOf(csv.mark()));
        options.put("around", event == null ? "" : event.day().toString());
        options.put("window-days", event == null ? "" : String.valueOf(event.days()));
        return options;
    }
}
