package org.openwash.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.openwash.Replay;
import org.openwash.report.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Repeats a run and tells whether it gives the same.
@Command(name = "replay", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Repeat a run from its run.json, in the folder in which it was started, and say whether the reports "
                + "are the same, byte for byte; if not, what has changed since. The run's own folder stays as it is. Exit "
                + "code 1 if a report differs. What the run read from standard input must be given again. --out DIR keeps the "
                + "repeated reports there; else they are deleted.")
final class ReplayCommand implements Callable<Integer> {

    @Parameters(paramLabel = "run.json", description = "the run.json of the run")
    private Path file = Path.of("");

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Streams streams;

    ReplayCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        var replay = new Replay(file);
        if (common.out != null) {
            return run(replay, replay.settings());
        }
        Path temporary = Files.createTempDirectory("openwash-replay-");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(temporary))); // for a replay that is told to stop
        try {
            Map<String, String> given = new LinkedHashMap<>(replay.settings());
            given.put("out", temporary.toString());
            return run(replay, given);
        } finally {
            delete(temporary);
        }
    }

    private int run(Replay replay, Map<String, String> given) throws IOException {
        Messages messages = common.messages(streams);
        List<String> rewritten = replay.rewritten();
        Replay.Result result;
        try (var progress = new Progress(streams.err(), common.quiet)) {
            result = replay.run(common.settings(given), streams.in(), streams.clock(), progress);
        }
        rewritten.forEach(name -> messages.info(name + " beside " + file.getFileName()
                + " is not as the run wrote it; compared is what the run wrote"));
        result.equal().forEach(name -> say("equal", name));
        result.different().forEach(name -> say("differs", name));
        result.notCompared().forEach(name -> say("not compared", name + " (depends on the runs before)"));
        int compared = result.equal().size() + result.different().size();
        if (result.different().isEmpty()) {
            streams.out().println("the same bytes: all " + compared + " reports");
            return ExitCode.DONE;
        }
        streams.out().println(result.different().size() + " of " + compared + " reports differ");
        result.changes().forEach(change -> say("changed", change));
        if (result.changes().isEmpty()) {
            streams.out().println("nothing that a run depends on has changed: this is a bug, please report it");
        }
        return ExitCode.FAILED;
    }

    private void say(String what, String of) {
        streams.out().printf("%-13s %s%n", what, TextTable.printable(of));
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        } catch (IOException e) {
            // it lies in the system's folder for temporary files
        }
    }
}
