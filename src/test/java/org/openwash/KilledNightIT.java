package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.testing.Cli;
import org.openwash.testing.CommandProcess;
import org.openwash.testing.NastyFolder;
import org.openwash.testing.OutputFolder;

/// A nightly run that is killed at any moment is made good by the next: the same bytes as an undisturbed one, nothing lost
/// and nothing told twice. `scripts/bench kill` does so 200 times.
public class KilledNightIT {

    private static final int ARTICLES = 300;
    private static final String DAY = "2026-12-01";

    @TempDir
    Path folder;

    @Test
    void nextNightEndsAsIfNothingHadHappened() throws Exception {
        assertThat(kill(folder, Integer.getInteger("openwash.kills", 40), 7)).isPositive();
    }

    @Test
    void aRunThatIsToldToStopKeepsWhatItHasReadAndTheNextGoesOn() throws Exception {
        Path drop = articles(folder);
        Map<String, String> undisturbed = undisturbed(folder, drop);
        Path out = folder.resolve("stopped");
        Path messages = folder.resolve("messages.txt");
        Process run = start(messages, drop, out);
        while (run.isAlive() && !Files.exists(out.resolve("index/write.lock"))) {
            Thread.onSpinWait();
        }
        run.destroy(); // SIGTERM
        assertThat(run.waitFor(10, TimeUnit.SECONDS)).as("the seconds that systems give").isTrue();
        assertThat(Cli.launch("nightly", drop, "--out", out, "--as-of", DAY).exitCode()).isZero();
        assertThat(reports(out)).isEqualTo(undisturbed);
    }

    /// Kills runs at random moments and lets the next night end.
    ///
    /// @return how many were killed before they had ended
    public static int kill(Path folder, int times, long seed) throws IOException, InterruptedException {
        Path drop = articles(folder);
        Map<String, String> undisturbed = undisturbed(folder, drop);
        Path messages = folder.resolve("messages.txt");
        long began = System.nanoTime();
        assertThat(start(messages, drop, folder.resolve("timed")).waitFor()).isZero();
        long whole = System.nanoTime() - began;
        var random = new Random(seed);
        int killed = 0;
        for (int i = 0; i < times; i++) {
            Path out = folder.resolve("killed-" + i);
            Process run = start(messages, drop, out);
            if (!run.waitFor((long) (whole * random.nextDouble()), TimeUnit.NANOSECONDS)) {
                killed++;
            }
            run.destroyForcibly().waitFor();
            Cli.Result next = Cli.launch("nightly", drop, "--out", out, "--as-of", DAY);
            assertThat(next.exitCode()).as(next.err()).isZero();
            assertThat(reports(out)).as("after kill %d", i).isEqualTo(undisturbed);
        }
        return killed;
    }

    private static Process start(Path messages, Path drop, Path out) throws IOException {
        return CommandProcess.start(messages, List.of("-XX:TieredStopAtLevel=1"),
                List.of("nightly", drop.toString(), "--out", out.toString(), "--as-of", DAY));
    }

    private static Path articles(Path folder) throws IOException {
        Path drop = Files.createDirectory(folder.resolve("drop"));
        for (int i = 0; i < ARTICLES; i++) {
            Files.writeString(drop.resolve("article-%03d.txt".formatted(i)),
                    "Llama 3 is open source, says edition " + i + ".\n\n" + NastyFolder.text(i));
        }
        return drop;
    }

    private static Map<String, String> undisturbed(Path folder, Path drop) {
        Path out = folder.resolve("undisturbed");
        Cli.Result result = Cli.launch("nightly", drop, "--out", out, "--as-of", DAY);
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(new OutputFolder(out).rows("claims.csv")).hasSizeGreaterThanOrEqualTo(ARTICLES);
        return reports(out);
    }

    private static Map<String, String> reports(Path out) {
        Map<String, String> reports = new OutputFolder(out).reports();
        reports.remove("health.json"); // tells of the last run alone
        return reports;
    }
}
