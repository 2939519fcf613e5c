package org.openwash.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Lays out run.json, for people and for programs that watch the runs.
final class RunJson {

    private RunJson() {}

    static String of(RunManifest run, InputBalance inputs, Counts counts, Clock clock) {
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
        json.putObject("inputs")
                .put("total", inputs.total())
                .put("kept", inputs.kept())
                .put("duplicate", inputs.duplicate())
                .put("skipped", inputs.skipped())
                .put("failed", inputs.failed());
        json.putObject("counts")
                .put("articles", counts.articles())
                .put("claims", counts.claims())
                .put("flags", counts.flags())
                .put("unknown_subjects", counts.unknownSubjects())
                .put("expected_precision", counts.expectedPrecision());
        return PrettyJson.of(json);
    }
}
