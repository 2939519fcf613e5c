package org.openwash.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.openwash.Pipeline;
import org.openwash.Settings;
import org.openwash.facts.FactBook;
import org.openwash.index.ArticleIndex;
import org.openwash.publication.Method;
import org.openwash.report.ReportWriter;
import org.openwash.review.DecisionFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Writes the reports again, for instance after decisions.csv was edited or with another threshold.
@Command(name = "report", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Write the reports again from the index. inputs.csv and run.json, which speak of the last run, stay.")
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private ThresholdOption threshold = new ThresholdOption();

    @Mixin
    private CsvOptions csv = new CsvOptions();

    @Mixin
    private EventOptions event = new EventOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Streams streams;

    ReportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        var given = new LinkedHashMap<>(threshold.given());
        given.putAll(csv.given());
        given.putAll(event.given());
        Settings settings = common.settings(given);
        Messages messages = common.messages(streams);
        var decisions = DecisionFile.in(settings.out()).read();
        FactBook facts = FactBook.load(settings.facts());
        try (var index = ArticleIndex.openForReading(settings.indexFolder());
                var stored = index.articles()) {
            var writer = new ReportWriter(facts.catalogue(), settings.minConfidence(), decisions, Pipeline.edition(facts),
                    settings.csv(), Method.of(index.runState()), settings.event(), streams.clock());
            var counts = writer.rewrite(settings.out(), stored);
            messages.reports(counts, settings.out());
        }
        return ExitCode.DONE;
    }
}
