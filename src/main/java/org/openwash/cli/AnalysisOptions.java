package org.openwash.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that decide what a claim is judged by and when it is flagged.
final class AnalysisOptions {

    @Option(names = "--standard", paramLabel = "by-kind|osaid|osd",
            description = "yardstick for \"open source\" (default: by-kind, which is osaid for models and osd for software)")
    @Nullable String standard;

    @Mixin
    private final ThresholdOption threshold = new ThresholdOption();

    @Option(names = "--no-gate", description = "analyse articles in full that name nothing a claim could be about")
    boolean noGate;

    @Option(names = "--stock-nlp", description = "tag and lemmatise with OpenNLP's own classes, to compare: slower, the same claims")
    boolean stockNlp;

    Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        if (standard != null) {
            given.put("standard", standard);
        }
        given.putAll(threshold.given());
        if (noGate) {
            given.put("gate", "false");
        }
        if (stockNlp) {
            given.put("stock-nlp", "true");
        }
        return given;
    }
}
