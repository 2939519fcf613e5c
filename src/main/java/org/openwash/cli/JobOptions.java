package org.openwash.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;

/// The options of the main job, on one machine and on a cluster, beside those that say what is read.
final class JobOptions {

    @Mixin
    private final AnalysisOptions analysis = new AnalysisOptions();

    @Mixin
    private final CsvOptions csv = new CsvOptions();

    @Mixin
    private final EventOptions event = new EventOptions();

    @Mixin
    private final RunOptions run = new RunOptions();

    Map<String, String> given() {
        var given = new LinkedHashMap<>(analysis.given());
        given.putAll(run.given());
        given.putAll(csv.given());
        given.putAll(event.given());
        return given;
    }
}
