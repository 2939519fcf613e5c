package org.openwash.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.openwash.report.Change.Kind;
import org.openwash.report.RunDiff;
import org.openwash.report.RunRecord.Differing;
import org.openwash.report.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Compares two runs by what they left in their folders.
@Command(name = "diff", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Print what differs between two runs: flags that are new, flags that were withdrawn, other claims that "
                + "changed, came or went in articles that both have, and what differs in run.json where both have one. A RUN "
                + "is an output folder, or that of a night, such as output/nights/00003-2026-12-03; a night keeps its flags "
                + "alone, and then flags alone are compared. Exit code 0 whether or not the two differ; 1 if a RUN cannot be "
                + "read.")
final class DiffCommand implements Callable<Integer> {

    private static final TextTable SENTENCE = new TextTable(600);
    private static final TextTable LINE = new TextTable(400);

    enum Format { TEXT, CSV }

    @Parameters(index = "0", paramLabel = "RUN", description = "the folder of a run")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "RUN", description = "the folder of a later one")
    private Path second = Path.of("");

    @Option(names = "--format", paramLabel = "text|csv",
            description = "how it is printed; CSV has the columns of changes.csv, and what differs in run.json goes to standard "
                    + "error (default: text)")
    private Format format = Format.TEXT;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private final Streams streams;

    DiffCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Messages messages = common.messages(streams);
        RunDiff.Result result = RunDiff.between(first, second);
        List<Differing> settings = Objects.requireNonNullElse(result.settings(), List.of());
        switch (format) {
            case CSV -> {
                result.csv(streams.out());
                settings.forEach(differing -> messages.info(line(differing)));
                messages.info(summary(result));
            }
            case TEXT -> {
                settings.forEach(differing -> streams.out().println(LINE.line(line(differing))));
                String absent = result.flagsOnly() ? "not flagged" : "no such claim";
                result.changes().forEach(change -> print(change.lines(absent)));
                streams.out().println(summary(result));
            }
        }
        if (result.settings() == null) {
            messages.info("run.json was not compared: not both have one");
        }
        return ExitCode.DONE;
    }

    private static String line(Differing differing) {
        return differing.what() + ": " + (differing.before().isEmpty() ? "none" : differing.before()) + ", now "
                + (differing.now().isEmpty() ? "none" : differing.now());
    }

    private static String summary(RunDiff.Result result) {
        return "compared %s: %s, %d withdrawn; of other claims %d changed, %d new, %d gone".formatted(result.compared(),
                Messages.count(result.count(Kind.NEW_FLAG), "new flag"), result.count(Kind.WITHDRAWN_FLAG),
                result.count(Kind.CHANGED_CLAIM), result.count(Kind.NEW_CLAIM), result.count(Kind.GONE_CLAIM));
    }

    private void print(List<String> lines) {
        streams.out().println(LINE.line(lines.getFirst()));
        lines.stream().skip(1).forEach(line -> streams.out().println("    " + SENTENCE.line(line)));
    }
}
