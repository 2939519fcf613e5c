package org.openwash.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openwash.Nightly;
import org.openwash.Settings;
import org.openwash.StopRequest;
import org.openwash.fetch.SourceList;
import org.openwash.nightly.HealthFile;
import org.openwash.report.Change;
import org.openwash.report.InputBalance;
import org.openwash.report.NightReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What a schedule runs: analyse what is new or changed, and report what is other than last night.
@Command(name = "nightly", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Bring index and reports up to what lies in the inputs, analysing only what is new or changed, and "
                + "report what is other than at the last run: nightly.html, changes.csv, history.csv, nightly.atom.")
final class NightlyCommand implements Callable<Integer> {

    /// Within which a process that is told to stop has to end; the system may then kill it.
    private static final int STOP_SECONDS = 9;

    @Parameters(arity = "0..*", paramLabel = "INPUT", description = "files and folders, such as drop folders")
    private List<String> inputs = List.of();

    @Option(names = "--sources", paramLabel = "FILE",
            description = "fetch first what this YAML file names, and read its drop folders too; docs/fetch.md tells what it holds")
    private @Nullable Path sources;

    @Mixin
    private final SourceChoices choices = new SourceChoices();

    @Mixin
    private final AnalysisOptions analysis = new AnalysisOptions();

    @Mixin
    private final RunOptions run = new RunOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--since", paramLabel = "DATE", description = "look only at files changed on that day (UTC) or later")
    private @Nullable LocalDate since;

    @Option(names = "--only-failed", description = "look only at files of which something could not be read")
    private boolean onlyFailed;

    @Option(names = "--forget", description = "read all inputs again, whatever was read before")
    private boolean forget;

    @Option(names = "--keep-nights", paramLabel = "N", defaultValue = "90",
            description = "folders of earlier nights to keep under nights/ (default: ${DEFAULT-VALUE})")
    private int keepNights;

    @Option(names = "--quiet-days", paramLabel = "N", defaultValue = "7",
            description = "report an input that brings nothing new for more days (default: ${DEFAULT-VALUE})")
    private int quietDays;

    @Option(names = "--dry-run", description = "say what would be analysed, and write nothing")
    private boolean dryRun;

    @Option(names = "--health", description = "say how the last run ended, and do nothing else; exit code 1 if none ended well of late")
    private boolean health;

    @Option(names = "--max-age-hours", paramLabel = "N", defaultValue = "26",
            description = "with --health: how old the last good run may be (default: ${DEFAULT-VALUE})")
    private int maxAgeHours;

    @Spec
    private @Nullable CommandSpec command; // set by picocli

    private final Streams streams;

    NightlyCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = common.settings(given());
        Messages messages = common.messages(streams);
        if (health) {
            return tellHealth(HealthFile.in(settings.out()));
        }
        if (inputs.isEmpty() && sources == null) {
            throw new ParameterException(Objects.requireNonNull(command).commandLine(),
                    "Name at least one INPUT, such as a drop folder, or --sources.");
        }
        var plan = new Nightly.Plan(inputs, sources == null ? null : SourceList.read(sources), since, forget, Math.max(1, keepNights), Math.max(1, quietDays));
        var nightly = new Nightly(settings, streams.clock());
        messages.ofRun(nightly.runId());
        if (dryRun) {
            List<String> todo = nightly.preview(plan);
            todo.forEach(streams.out()::println);
            messages.info(Messages.count(todo.size(), "article") + " would be analysed; nothing was written (--dry-run)");
            return ExitCode.DONE;
        }
        var stop = new StopRequest();
        var hook = new Thread(() -> stop(stop), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        Nightly.Result result;
        try (var progress = new Progress(streams.err(), common.quiet)) {
            result = nightly.run(plan, stop, progress);
        } finally {
            if (!stop.isMade()) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
        return tell(result, settings, messages);
    }

    private static void stop(StopRequest stop) {
        stop.make();
        try {
            stop.awaitEnd(STOP_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>(analysis.given());
        given.putAll(choices.given());
        given.putAll(run.given());
        if (onlyFailed) {
            given.put("only-failed", "true");
        }
        return given;
    }

    private int tell(Nightly.Result result, Settings settings, Messages messages) {
        if (result.stopped()) {
            messages.warn("told to stop: what was read is kept, and the next run goes on from there");
            return ExitCode.FAILED;
        }
        boolean failures = InputBalance.of(result.inputs()).failed() > 0;
        if (result.fetched() != null) {
            FetchText.tell(result.fetched(), messages);
            failures |= result.fetched().hasFailures();
        }
        InputSummary.tell(result.inputs(), List.of(), messages);
        result.missing().forEach(source -> messages.warn(source + " was to be kept and could not be read again; run once more"));
        result.refused().forEach((name, why) -> messages.warn("the watch " + name + " was not asked. " + why
                + " 'openwash watch remove' takes it away."));
        NightReport news = result.news();
        if (news == null) {
            messages.info("nothing is new; the reports in " + settings.out() + "/ stay as they are");
        } else {
            messages.info("%s new, %d edited, %d deleted; %s, %d withdrawn, %s; see nightly.html in %s/".formatted(
                    Messages.count(result.articles().added(), "article"), result.articles().edited(), result.articles().deleted(),
                    Messages.count(news.count(Change.Kind.NEW_FLAG), "new flag"), news.count(Change.Kind.WITHDRAWN_FLAG),
                    Messages.count(result.watchHits(), "watch hit"), settings.out()));
            news.changes().stream().filter(c -> c.kind() == Change.Kind.QUIET_SOURCE)
                    .forEach(c -> messages.warn(c.source() + ": " + c.detail()));
        }
        return failures ? ExitCode.DONE_WITH_FAILURES : ExitCode.DONE;
    }

    private int tellHealth(HealthFile file) throws IOException {
        Optional<Instant> lastGood = file.lastGood();
        String last = file.status().map(status -> "last run: " + status).orElse("no run yet");
        if (lastGood.isEmpty()) {
            streams.out().println("not well: " + last + "; none has ended well");
            return ExitCode.FAILED;
        }
        long hours = Duration.between(lastGood.get(), streams.clock().instant()).toHours();
        boolean well = hours <= maxAgeHours;
        streams.out().println((well ? "well: " : "not well: ") + last + "; the last good one ended at " + lastGood.get() + ", "
                + Messages.count(hours, "hour") + " ago");
        return well ? ExitCode.DONE : ExitCode.FAILED;
    }
}
