package org.openwash.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openwash.Settings;
import org.openwash.fetch.FetchReport;
import org.openwash.fetch.Fetcher;
import org.openwash.fetch.SourceList;
import org.openwash.report.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Gets pages into the archive of an output folder, to be analysed from there.
@Command(name = "fetch", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Get what feeds and address lists have that is new, politely, into WARC files in the folder 'archive' of "
                + "the output folder. 'openwash analyze' reads them. Only this and 'nightly --sources' use the network.")
final class FetchCommand implements Callable<Integer> {

    private static final int DAY = 10; // characters of YYYY-MM-DD

    @Option(names = "--sources", paramLabel = "FILE", required = true,
            description = "where to fetch from, a YAML file; docs/fetch.md tells what it holds")
    private @Nullable Path sources; // set by picocli

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Streams streams;

    FetchCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = common.settings(Map.of());
        Messages messages = common.messages(streams);
        SourceList list = SourceList.read(Objects.requireNonNull(sources));
        FetchReport report = new Fetcher(settings.threads()).fetch(list, settings.out(), streams.clock());
        print(report);
        FetchText.tell(report, messages);
        return report.hasFailures() ? ExitCode.DONE_WITH_FAILURES : ExitCode.DONE;
    }

    private void print(FetchReport report) {
        var table = new TextTable(30, 9, 7, 7, 9, 7, 7, 10, 10);
        streams.out().println(table.line("source", "kind", "new", "changed", "unchanged", "waiting", "failed", "last good", "last new"));
        for (FetchReport.OfSource s : report.sources()) {
            streams.out().println(table.line(s.name(), s.kind().name().toLowerCase(Locale.ROOT), String.valueOf(s.fresh()),
                    String.valueOf(s.changed()), String.valueOf(s.unchanged()), String.valueOf(s.waiting()),
                    String.valueOf(s.failures().size()), day(s.lastGood()), day(s.lastNew())));
        }
    }

    private static String day(@Nullable Instant moment) {
        return moment == null ? "never" : moment.toString().substring(0, DAY);
    }
}
