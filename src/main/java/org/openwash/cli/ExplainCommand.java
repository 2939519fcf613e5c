package org.openwash.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openwash.Pipeline;
import org.openwash.Settings;
import org.openwash.domain.Outcome;
import org.openwash.report.ExplainedArticle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows articles with their claims marked, for seeing why each was read and judged so.
@Command(name = "explain", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Print articles with their claims marked, and under each paragraph what its claims say, "
                + "their verdicts and the reasons. Nothing is written.")
final class ExplainCommand implements Callable<Integer> {

    enum Color { AUTO, ALWAYS, NEVER }

    @Mixin
    private final ReadingOptions reading = new ReadingOptions();

    @Mixin
    private final AnalysisOptions analysis = new AnalysisOptions();

    @Option(names = "--color", paramLabel = "auto|always|never",
            description = "bold and underlined claims instead of brackets (default: auto, which is on a terminal)")
    private Color color = Color.AUTO;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private final Streams streams;
    private int failures;

    ExplainCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Map<String, String> given = new LinkedHashMap<>(reading.given());
        given.putAll(analysis.given());
        Settings settings = common.settings(given);
        Messages messages = common.messages(streams);
        var pipeline = new Pipeline(settings, streams.clock());
        List<String> unmatched = pipeline.analyseInOrder(reading.inputs, streams.in(),
                outcome -> show(outcome, settings.minConfidence(), messages));
        unmatched.forEach(file -> messages.warn("the metadata file names " + file + ", which no input is called"));
        return failures > 0 ? ExitCode.DONE_WITH_FAILURES : ExitCode.DONE;
    }

    private void show(Outcome outcome, double minConfidence, Messages messages) {
        switch (outcome) {
            case Outcome.Analysed analysed -> {
                streams.out().print(ExplainedArticle.of(analysed, minConfidence, style()) + "\n");
                streams.out().flush(); // the reader need not wait for the rest, and messages stay in their place
            }
            case Outcome.OtherLanguage other ->
                messages.info("skipped " + other.source() + ": language: " + other.article().language());
            case Outcome.Failed failed -> {
                failures++;
                messages.warn("could not read " + failed.source()
                        + (failed.place().isEmpty() ? "" : ", " + failed.place()) + ": " + failed.reason());
            }
            case Outcome.Skipped skipped -> messages.info("skipped " + skipped.source() + ": " + skipped.reason());
        }
    }

    private ExplainedArticle.Style style() {
        boolean bold = switch (color) {
            case AUTO -> Ansi.AUTO.enabled(); // picocli asks the console in the way of each Java version, and NO_COLOR
            case ALWAYS -> true;
            case NEVER -> false;
        };
        return bold ? ExplainedArticle.Style.BOLD : ExplainedArticle.Style.BRACKETS;
    }
}
