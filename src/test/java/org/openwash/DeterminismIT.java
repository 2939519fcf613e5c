package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.testing.Cli;
import org.openwash.testing.CommandProcess;
import org.openwash.testing.OutputFolder;

/// The same articles give the same bytes, whatever the threads, the order of inputs, the machine's language and zone,
/// and however many runs it took. Compared with one plain run over the sample corpus.
class DeterminismIT {

    private static final String CORPUS = "corpus";

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Map<String, String> expected;

    @BeforeAll
    static void analyseOnce() {
        Path out = shared.resolve("plain");
        Cli.Result result = Cli.launch("analyze", CORPUS, "--out", out, "--threads", "1", "--quiet");
        assertThat(result.exitCode()).as(result.err()).isZero();
        expected = new OutputFolder(out).reports();
    }

    @Test
    void theComparisonHasSomethingToCompare() {
        assertThat(expected).containsKeys("report.html", "claims.csv", "flags.csv", "articles.csv", "entities.csv", "inputs.csv", "outlets.csv",
                "subjects.csv", "unknown-subjects.csv", "claims.jsonl");
        assertThat(new OutputFolder(shared.resolve("plain")).rows("claims.csv")).hasSizeGreaterThan(100);
        assertThat(new OutputFolder(shared.resolve("plain")).rows("flags.csv")).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void theNumberOfThreadsChangesNoByte(int threads) {
        assertThat(analyse("--threads", String.valueOf(threads), CORPUS).reports()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theOrderOfInputsChangesNoByte(long seed) throws IOException {
        List<String> files = files();
        Collections.shuffle(files, new Random(seed));
        files.addAll(0, List.of("--threads", "8"));
        assertThat(analyse(files.toArray(String[]::new)).reports()).isEqualTo(expected);
    }

    @Test
    void languageAndTimeZoneOfTheMachineChangeNoByte() throws Exception {
        Path messages = folder.resolve("messages.txt");
        Path out = folder.resolve("kiritimati");
        var options = List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Pacific/Kiritimati",
                "-Dfile.encoding=ISO-8859-9", "-Dline.separator=\r\n");
        int exit = CommandProcess.run(messages, options, List.of("analyze", CORPUS, "--out", out.toString(), "--threads", "3"));
        assertThat(exit).as(Files.readString(messages)).isZero();
        assertThat(new OutputFolder(out).reports()).isEqualTo(expected);
    }

    @Test
    void theSameAgainChangesNoByte() {
        analyse(CORPUS);
        assertThat(analyse(CORPUS).reports()).isEqualTo(expected);
    }

    @Test
    void withoutAnIndexTheReportsAreTheSame() {
        assertThat(analyse(CORPUS, "--no-index").reports()).isEqualTo(expected);
        assertThat(folder.resolve("out/index")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void severalRunsGiveTheTablesOfOne(long seed) throws IOException {
        List<String> files = files();
        Collections.shuffle(files, new Random(seed));
        int third = files.size() / 3;
        analyse(files.subList(0, third).toArray(String[]::new));
        analyse(files.subList(third, 2 * third).toArray(String[]::new));
        var tables = analyse(files.subList(2 * third, files.size()).toArray(String[]::new)).tables();
        var wanted = new java.util.TreeMap<>(expected);
        wanted.remove("inputs.csv");
        assertThat(tables).isEqualTo(wanted);
    }

    @Test
    void theGateLosesNoClaim() {
        var ungated = analyse(CORPUS, "--no-gate").reports();
        for (String report : List.of("claims.csv", "flags.csv", "subjects.csv")) {
            assertThat(ungated.get(report)).as(report).isEqualTo(expected.get(report));
        }
    }

    @Test
    void reportWritesTheSameTablesFromTheIndex() throws IOException {
        OutputFolder out = analyse(CORPUS);
        for (String file : List.of("claims.csv", "articles.csv", "claims.jsonl")) {
            Files.delete(out.path().resolve(file));
        }
        Cli.Result result = Cli.launch("report", "--out", out.path());
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(out.reports()).isEqualTo(expected);
    }

    private OutputFolder analyse(String... more) {
        Path out = folder.resolve("out");
        var words = new ArrayList<Object>(List.of("analyze", "--out", out, "--quiet"));
        words.addAll(List.of(more));
        Cli.Result result = Cli.launch(words.toArray());
        assertThat(result.exitCode()).as(result.err()).isZero();
        return new OutputFolder(out);
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(CORPUS))) {
            return new ArrayList<>(files.filter(Files::isRegularFile)
                    .map(f -> f.toString().replace('\\', '/'))
                    .filter(f -> !f.endsWith("README.md"))
                    .sorted()
                    .toList());
        }
    }
}
