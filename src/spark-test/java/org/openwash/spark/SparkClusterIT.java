package org.openwash.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.testing.Cli;
import org.openwash.testing.OutputFolder;

/// A standalone cluster of one master and two workers on this machine, each a process, to which `scripts/openwash-spark`
/// submits the sample corpus.
class SparkClusterIT {

    private static final String CORPUS = "corpus";
    private static final int SECONDS = 300;

    @TempDir
    Path folder;

    private final List<Process> cluster = new ArrayList<>();
    private String master = "";

    @BeforeEach
    void startCluster() throws IOException, InterruptedException {
        int port = freePort();
        master = "spark://127.0.0.1:" + port;
        start("master", "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", String.valueOf(port),
                "--webui-port", "0");
        for (int i = 1; i <= 2; i++) {
            start("worker-" + i, "org.apache.spark.deploy.worker.Worker", master, "--host", "127.0.0.1", "--cores", "1",
                    "--memory", "1g", "--webui-port", "0", "--work-dir", folder.resolve("work-" + i).toString());
        }
    }

    @AfterEach
    void stopCluster() throws InterruptedException {
        for (Process process : cluster.reversed()) {
            List<ProcessHandle> below = process.descendants().toList();
            process.destroy();
            below.forEach(ProcessHandle::destroy);
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            below.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// The home for Spark that the build makes.
    private static Path home() {
        return Path.of("target/spark").toAbsolutePath();
    }

    private void start(String name, String main, String... words) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-cp", home().resolve("conf") + ":" + home().resolve("jars") + "/*", main));
        command.addAll(List.of(words));
        Process process = here(new ProcessBuilder(command)).redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile()).start();
        cluster.add(process);
    }

    private static ProcessBuilder here(ProcessBuilder builder) {
        Map<String, String> environment = builder.environment();
        environment.put("SPARK_HOME", home().toString());
        environment.put("SPARK_SCALA_VERSION", "2.13");
        environment.put("SPARK_LOCAL_IP", "127.0.0.1");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private Process submit(Path out) throws IOException {
        ProcessBuilder builder = here(new ProcessBuilder("scripts/openwash-spark", "--conf", "spark.ui.enabled=false",
                "--executor-memory", "1g", "--driver-memory", "700m", "analyze", CORPUS, "--out", out.toString(), "--partitions", "8",
                "--master", master));
        builder.environment().remove("SPARK_HOME"); // as for a user who has no Spark
        return builder.redirectErrorStream(true).redirectOutput(folder.resolve("driver.log").toFile()).start();
    }

    private void await(String what, BooleanSupplier condition) throws InterruptedException, IOException {
        for (int i = 0; i < SECONDS * 10; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no " + what + " after " + SECONDS + " s\n" + logs());
    }

    private String logs() throws IOException {
        var all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path log : files.filter(f -> f.toString().endsWith(".log") || f.endsWith("stderr")).toList()) {
                all.append(log).append('\n').append(Files.readString(log)).append('\n');
            }
        }
        return all.toString();
    }

    private Optional<ProcessHandle> executor() {
        return cluster.stream().flatMap(Process::descendants)
                .filter(process -> process.isAlive()
                        && process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                .findFirst();
    }

    private static boolean hasPart(Path out) {
        try (Stream<Path> parts = Files.list(out.resolve(".parts"))) {
            return parts.anyMatch(part -> part.getFileName().toString().startsWith("part-"));
        } catch (IOException e) {
            return false; // not begun
        }
    }

    @Test
    void twoWorkersOfWhichOneLosesItsExecutorGiveTheSameBytes() throws IOException, InterruptedException {
        Path alone = folder.resolve("alone");
        assertThat(Cli.launch("analyze", CORPUS, "--out", alone).exitCode()).isZero();

        Path spread = folder.resolve("spread");
        Process driver = submit(spread);
        try {
            await("part", () -> hasPart(spread) || !driver.isAlive());
            ProcessHandle executor = executor().orElseThrow(() -> new AssertionError("no executor"));
            assertThat(executor.destroyForcibly()).isTrue();
            await("end", () -> !driver.isAlive());
        } finally {
            driver.destroyForcibly();
        }
        String said = Files.readString(folder.resolve("driver.log"));
        assertThat(driver.exitValue()).as(logs()).isZero();
        assertThat(said).contains("71 inputs: 68 kept, 1 duplicate, 2 skipped, 0 failed").contains("Lost executor");
        var reports = new OutputFolder(spread).reports();
        assertThat(reports.keySet().removeIf(name -> name.endsWith(".parquet"))).isTrue();
        assertThat(reports).isEqualTo(new OutputFolder(alone).reports());
        assertThat(spread.resolve(".parts")).doesNotExist();
    }
}
