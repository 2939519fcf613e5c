package org.openwash.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openwash.Pipeline;
import org.openwash.Settings;
import org.openwash.domain.ClaimRow;
import org.openwash.report.InputBalance;
import org.openwash.report.InputRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The main job: articles in, flagged claims out.
@Command(name = "analyze", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Read articles, find openness claims, judge them by the licence facts, index them and write reports.")
final class AnalyzeCommand implements Callable<Integer> {

    @Mixin
    private final ReadingOptions reading = new ReadingOptions();

    @Mixin
    private final JobOptions job = new JobOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--fresh", description = "empty the index first")
    private boolean fresh;

    @Option(names = "--only-failed",
            description = "of these inputs, read only what the last run into the output folder could not read")
    private boolean onlyFailed;

    @Option(names = "--no-index", description = "keep no index; write the same reports from a temporary one")
    private boolean noIndex;

    @Option(names = "--dry-run", description = "read and analyse, but write nothing")
    private boolean dryRun;

    private final Streams streams;

    AnalyzeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, String> given = new LinkedHashMap<>(reading.given());
        given.putAll(job.given());
        if (fresh) {
            given.put("fresh", "true");
        }
        if (onlyFailed) {
            given.put("only-failed", "true");
        }
        if (noIndex) {
            given.put("index", "false");
        }
        Settings settings = common.settings(given);
        Messages messages = common.messages(streams);
        var pipeline = new Pipeline(settings, streams.clock());
        List<InputRow> inputs;
        try (var progress = new Progress(streams.err(), common.quiet)) {
            if (dryRun) {
                Pipeline.DryResult result = pipeline.dryRun(reading.inputs, streams.in(), progress);
                progress.close();
                inputs = result.inputs();
                InputSummary.tell(inputs, result.unmatchedMetadata(), messages);
                long flags = result.claims().stream().filter(ClaimRow::flagged).count();
                messages.info("%s, %d flagged; nothing was written (--dry-run)".formatted(Messages.count(result.claims().size(), "claim"), flags));
            } else {
                Pipeline.Result result = pipeline.run(reading.inputs, streams.in(), progress);
                progress.close();
                inputs = result.inputs();
                RunSummary.tell(result, settings.out(), messages);
            }
        }
        return InputBalance.of(inputs).failed() > 0 ? ExitCode.DONE_WITH_FAILURES : ExitCode.DONE;
    }
}
