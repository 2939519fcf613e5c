package org.openwash.testing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.openwash.Main;

/// Runs a command as a user would, within the test's own process and by a clock that stands still.
public final class Cli {

    /// The instant at which all runs of tests happen.
    public static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    private Cli() {}

    /// What a command left behind.
    ///
    /// @param out what it printed as results
    /// @param err what it said beside them
    public record Result(int exitCode, String out, String err) {

        public List<String> outLines() {
            return out.lines().toList();
        }
    }

    /// Runs `openwash` with these words (paths are written out) and nothing on standard input.
    public static Result launch(Object... words) {
        return launch(Main::run, words);
    }

    /// The same with the commands of another program.
    public static Result launch(Main.Commands commands, Object... words) {
        return launch(commands, InputStream.nullInputStream(), words);
    }

    /// The same with a text on standard input.
    public static Result launchWithInput(String stdin, Object... words) {
        return launch(Main::run, new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)), words);
    }

    private static Result launch(Main.Commands commands, InputStream stdin, Object... words) {
        String[] args = Stream.of(words).map(w -> w instanceof Path path ? path.toString() : (String) w).toArray(String[]::new);
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int exit;
        try (var toOut = new PrintStream(out, false, StandardCharsets.UTF_8);
                var toErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            exit = commands.run(args, stdin, toOut, toErr, Clock.fixed(NOW, ZoneOffset.UTC));
        }
        return new Result(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
