package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.testing.Cli;
import org.openwash.testing.CommandProcess;
import org.openwash.testing.NastyFolder;
import org.openwash.testing.OutputFolder;

/// Nothing is written half: a run that is killed at any moment leaves whole reports or none, and the next run ends as
/// if nothing had happened.
class KilledRunIT {

    private static final int ARTICLES = 150;

    @TempDir
    static Path shared;

    private static Path inputs;
    private static Map<String, String> expected;

    private record Moment(String name, Predicate<Path> reached) {}

    private static final List<Moment> MOMENTS = List.of(
            new Moment("the index is opened", out -> Files.exists(out.resolve("index/write.lock"))),
            new Moment("articles lie in the index", out -> holds(out.resolve("index"), name -> name.startsWith("_"))),
            new Moment("the index is committed", out -> holds(out.resolve("index"), name -> name.startsWith("segments_"))),
            new Moment("the first report is begun", out -> holds(out, name -> name.endsWith(".part"))),
            new Moment("the last report is begun", out -> Files.exists(out.resolve(".run.json.part"))),
            new Moment("the first report has appeared", out -> holds(out, name -> name.endsWith(".csv"))));

    @BeforeAll
    static void anUndisturbedRun() throws IOException {
        inputs = Files.createDirectory(shared.resolve("inputs"));
        for (int i = 0; i < ARTICLES; i++) {
            Files.writeString(inputs.resolve("article-%03d.txt".formatted(i)),
                    "Llama 3 is open source, says edition " + i + ".\n\n" + NastyFolder.text(i));
        }
        var out = new OutputFolder(shared.resolve("undisturbed"));
        Cli.Result result = Cli.launch("analyze", inputs, "--out", out.path(), "--quiet");
        assertThat(result.exitCode()).as(result.err()).isZero();
        expected = out.reports();
        assertThat(out.rows("claims.csv")).hasSizeGreaterThanOrEqualTo(ARTICLES);
    }

    @Test
    void reportsOfAKilledRunAreWholeOrAbsentAndTheNextRunEndsTheSame() throws Exception {
        int killed = 0;
        for (Moment moment : MOMENTS) {
            Path out = shared.resolve("killed-" + killed);
            if (killed(out, moment)) {
                killed++;
            }
            assertThat(wholeReports(out)).as("when %s", moment.name()).isSubsetOf(expected.entrySet());

            Cli.Result next = Cli.launch("analyze", inputs, "--out", out, "--quiet");
            assertThat(next.exitCode()).as("after a kill when %s: %s", moment.name(), next.err()).isZero();
            assertThat(new OutputFolder(out).reports()).as("after a kill when %s", moment.name()).isEqualTo(expected);
            try (Stream<Path> left = Files.list(out)) {
                assertThat(left.map(f -> f.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
            }
        }
        assertThat(killed).as("moments at which the run was still alive").isGreaterThanOrEqualTo(3);
    }

    @Test
    void theReportsOfAnEarlierRunStayWhenALaterOneIsKilled() throws Exception {
        var out = new OutputFolder(shared.resolve("earlier"));
        assertThat(Cli.launch("analyze", inputs.resolve("article-000.txt"), "--out", out.path(), "--quiet").exitCode()).isZero();
        Map<String, String> earlier = out.reports();
        killed(out.path(), new Moment("the index is written", o -> holds(o.resolve("index"), name -> name.endsWith(".fdt"))));
        assertThat(wholeReports(out.path())).isSubsetOf(
                Stream.concat(earlier.entrySet().stream(), expected.entrySet().stream()).toList());
        assertThat(Cli.launch("analyze", inputs, "--out", out.path(), "--quiet").exitCode()).isZero();
        assertThat(out.reports()).isEqualTo(expected);
    }

    /// Starts a run and kills it at the moment. False if it had ended by then.
    private static boolean killed(Path out, Moment moment) throws IOException, InterruptedException {
        Path messages = shared.resolve("messages.txt");
        Process run = CommandProcess.start(messages, List.of(),
                List.of("analyze", inputs.toString(), "--out", out.toString(), "--threads", "2"));
        try {
            while (run.isAlive() && !moment.reached().test(out)) {
                Thread.onSpinWait();
            }
        } finally {
            run.destroyForcibly();
        }
        assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
        if (run.exitValue() == 0) {
            return false;
        }
        assertThat(run.exitValue()).as(Files.readString(messages)).isNotIn(1, 2, 3, 4);
        return true;
    }

    private static List<Map.Entry<String, String>> wholeReports(Path out) {
        var reports = new ArrayList<Map.Entry<String, String>>();
        if (Files.exists(out)) {
            new OutputFolder(out).reports().forEach((name, bytes) -> {
                if (!name.endsWith(".part")) { // files in the making are hidden and no reports
                    reports.add(Map.entry(name, bytes));
                }
            });
        }
        return reports;
    }

    private static boolean holds(Path folder, Predicate<String> name) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        String[] names = folder.toFile().list();
        return names != null && Stream.of(names).anyMatch(name);
    }
}
