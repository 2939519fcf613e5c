package org.openwash.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openwash.Settings;
import org.openwash.index.IndexCheck;
import org.openwash.report.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Checks the index.
@Command(name = "verify", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Check the index: its files, and that every claim is where its article says. Exit code 1 if anything "
                + "is wrong.")
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Streams streams;

    VerifyCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = common.settings(Map.of());
        Messages messages = common.messages(streams);
        IndexCheck.Result result = IndexCheck.of(settings.indexFolder());
        if (result.problems().isEmpty()) {
            streams.out().println(settings.indexFolder() + " is whole: " + Messages.count(result.claims(), "claim") + " in "
                    + Messages.count(result.articles(), "article"));
            return ExitCode.DONE;
        }
        result.problems().forEach(problem -> streams.out().println(TextTable.printable(problem)));
        messages.info("'openwash rebuild' writes the index anew from its articles where they can be read; else run "
                + "'openwash analyze --fresh' with all inputs");
        return ExitCode.FAILED;
    }
}
