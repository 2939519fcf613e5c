package org.openwash.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Lays out run.json, for people, for programs that watch the runs, and for [RunRecord], which reads it back.
final class RunJson {

    private RunJson() {}

    /// @param reports SHA-256 of every other file of the run by its name
    static String of(
            RunManifest run, InputBalance inputs, Counts counts, Map<String, String> reports, Clock clock) {
        Instant finished = clock.instant();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("openwash", run.version());
        json.put("run_id", run.runId());
        json.put("started", run.started().toString());
        json.put("finished", finished.toString());
        json.put("seconds", Duration.between(run.started(), finished).toMillis() / 1000.0);
        ObjectNode facts = json.putObject("facts");
        facts.put("version", run.factsVersion());
        facts.put("date", run.factsDate() == null ? null : run.factsDate().toString());
        ObjectNode models = json.putObject("models");
        run.models().forEach(models::put);
        ObjectNode options = json.putObject("options");
        run.options().forEach(options::put);
        ObjectNode read = json.putObject("inputs");
        read
                .put("total", inputs.total())
                .put("kept", inputs.kept())
                .put("duplicate", inputs.duplicate())
                .put("skipped", inputs.skipped())
                .put("failed", inputs.failed())
                .put("sha256", run.read().articles());
        ArrayNode given = read.putArray("given");
        run.read().inputs().forEach(given::add);
        json.put("earlier_articles", run.read().earlierArticles());
        json.put("decisions_sha256", run.read().decisions());
        json.putObject("counts")
                .put("articles", counts.articles())
                .put("claims", counts.claims())
                .put("flags", counts.flags())
                .put("unknown_subjects", counts.unknownSubjects())
                .put("expected_precision", counts.expectedPrecision());
        ObjectNode written = json.putObject("reports");
        reports.forEach(written::put);
        return PrettyJson.of(json);
    }
}
