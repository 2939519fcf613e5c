package org.openwash.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/// A program of others that a test runs: a spreadsheet, an interpreter, a validator.
public final class ExternalProgram {

    private static final int MINUTES = 10;

    private ExternalProgram() {}

    /// How a run ended.
    public record Ended(int exitCode, String said) {}

    /// The first of these names that is on the PATH. The test is skipped without it, unless OPENWASH_NO_SKIPS is set.
    public static String onPath(String... names) {
        for (String name : names) {
            for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
                Path file = Path.of(folder, name);
                if (Files.isExecutable(file)) {
                    return file.toString();
                }
            }
        }
        String missing = "no " + String.join(" or ", names) + " on the PATH";
        if (System.getenv("OPENWASH_NO_SKIPS") != null) {
            return fail(missing + ", and OPENWASH_NO_SKIPS is set");
        }
        Assumptions.abort(missing);
        throw new IllegalStateException("unreachable");
    }

    /// Runs a program to its end, with what it prints and complains of in one text.
    public static Ended run(Path in, List<String> words) throws IOException, InterruptedException {
        Path said = Files.createTempFile("external", ".log");
        Process process = new ProcessBuilder(words).directory(in.toFile()).redirectErrorStream(true)
                .redirectOutput(said.toFile()).start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String text = Files.readString(said);
        Files.delete(said);
        assertThat(ended).as("no end after " + MINUTES + " minutes\n" + text).isTrue();
        return new Ended(process.exitValue(), text);
    }

    /// The same for a program that must end well; gives what it said.
    public static String succeed(Path in, String... words) throws IOException, InterruptedException {
        Ended ended = run(in, List.of(words));
        assertThat(ended.exitCode()).as(String.join(" ", words) + "\n" + ended.said()).isZero();
        return ended.said();
    }
}
