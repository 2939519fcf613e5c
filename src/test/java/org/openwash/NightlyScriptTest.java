package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `scripts/nightly` makes of its settings and of how a night ends; a script takes the place of `scripts/openwash`.
class NightlyScriptTest {

    private static final String OPENWASH = "#!/usr/bin/env bash\n";

    @TempDir
    Path folder;

    private Path script;
    private Path log;

    /// @param printed on both streams
    private record Ended(int exitCode, String printed) {}

    @BeforeEach
    void aCopyOfTheScript() throws IOException {
        Path scripts = Files.createDirectory(folder.resolve("scripts"));
        script = scripts.resolve("nightly");
        Files.copy(Path.of("scripts/nightly"), script);
        log = folder.resolve("out/log/nightly.log");
        openwash("echo nothing is new >&2");
    }

    private void openwash(String commands) throws IOException {
        Path openwash = script.resolveSibling("openwash");
        Files.writeString(openwash, OPENWASH + commands + "\n");
        assertThat(openwash.toFile().setExecutable(true)).isTrue();
    }

    private Process start(Map<String, String> environment, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", script.toString()));
        command.addAll(Arrays.asList(words));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("OPENWASH_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Ended run(Map<String, String> environment, String... words) throws IOException, InterruptedException {
        int code = start(environment, words).waitFor();
        return new Ended(code, Files.readString(folder.resolve("printed"), StandardCharsets.UTF_8));
    }

    private String settings(String lines) throws IOException {
        return Files.writeString(folder.resolve("nightly.conf"), lines).toString();
    }

    @Test
    void aGoodNightPrintsNothingAndIsLogged() throws Exception {
        openwash("printf '%s\\n' \"$@\" >&2");
        Ended ended = run(Map.of(), settings("""
                # the coast
                OPENWASH_OUT=out
                OPENWASH_INPUTS=drop:more news
                OPENWASH_SOURCES=sources.yaml
                OPENWASH_OPTIONS=--keep-nights 30
                """));
        assertThat(ended).isEqualTo(new Ended(0, ""));
        assertThat(Files.readString(log).lines().skip(1)).startsWith("nightly", "--out", "out", "--sources", "sources.yaml",
                "--keep-nights", "30", "drop", "more news").last().asString().endsWith("ended with exit code 0");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # exit code, what is printed
            1, failed
            3, 'done, but some inputs could not be read'
            4, another run was still going
            137, failed
            """)
    void aNightThatEndsOtherwisePrintsItsMessagesAndPassesTheExitCodeOn(int code, String said) throws Exception {
        run(Map.of("OPENWASH_OUT", "out", "OPENWASH_INPUTS", "drop"));
        openwash("echo 'warning: could not read x' >&2; exit " + code);
        Ended ended = run(Map.of("OPENWASH_OUT", "out", "OPENWASH_INPUTS", "drop"));
        assertThat(ended.exitCode()).isEqualTo(code);
        assertThat(ended.printed()).contains("openwash nightly: " + said + " (exit code " + code + "); output folder out, ")
                .contains("warning: could not read x").doesNotContain("nothing is new");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # settings,                                    what is said
            OPENWASH_INPUTS=drop,                          'set OPENWASH_OUT, the output folder'
            OPENWASH_OUT=out,                              'set OPENWASH_INPUTS, OPENWASH_SOURCES or both'
            OPENWASH_OUTPUT=out,                           'nightly.conf, line 1: no setting is called ''OPENWASH_OUTPUT'''
            out,                                           'nightly.conf, line 1: not NAME=value'
            PATH=/nowhere,                                 'line 1: no setting is called ''PATH'''
            'OPENWASH_OUT=out;OPENWASH_INPUTS=drop;OPENWASH_LOG_KB=0', 'OPENWASH_LOG_KB must be a whole number'
            """)
    void wrongSettingsAreRefusedWithTheirLine(String lines, String said) throws Exception {
        Ended ended = run(Map.of(), settings(lines.replace(';', '\n')));
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.printed()).contains(said);
    }

    @Test
    void nothingInTheSettingsIsRun() throws Exception {
        run(Map.of(), settings("OPENWASH_OUT=out\nOPENWASH_INPUTS=$(touch run);`touch run`\n"));
        assertThat(folder.resolve("run")).doesNotExist();
        assertThat(Files.readString(log)).contains("$(touch run);`touch run`");
    }

    @Test
    void theEnvironmentOutweighsTheSettings() throws Exception {
        run(Map.of("OPENWASH_OUT", "other"), settings("OPENWASH_OUT=out\nOPENWASH_INPUTS=drop"));
        assertThat(folder.resolve("other/log/nightly.log")).exists();
        assertThat(log).doesNotExist();
    }

    @Test
    void aLargeLogIsPutAsideAndOldOnesAreForgotten() throws Exception {
        openwash("head -c 2000 /dev/zero | tr '\\0' x >&2; echo >&2");
        for (int night = 0; night < 6; night++) {
            run(Map.of("OPENWASH_OUT", "out", "OPENWASH_INPUTS", "drop", "OPENWASH_LOG_KB", "1", "OPENWASH_LOG_FILES", "2"));
        }
        try (var logs = Files.list(log.getParent())) {
            assertThat(logs.map(l -> l.getFileName().toString()))
                    .containsExactlyInAnyOrder("nightly.log", "nightly.log.1", "nightly.log.2");
        }
    }

    @Test
    void withoutALogMessagesGoToStandardError() throws Exception {
        assertThat(run(Map.of("OPENWASH_OUT", "out", "OPENWASH_INPUTS", "drop", "OPENWASH_LOG", "-")))
                .isEqualTo(new Ended(0, "nothing is new\n"));
        Files.writeString(folder.resolve("file"), "");
        assertThat(run(Map.of("OPENWASH_OUT", "out", "OPENWASH_INPUTS", "drop", "OPENWASH_LOG", "file/log")).printed())
                .contains("the log file/log cannot be written").contains("nothing is new");
    }

    @Test
    void aRequestToStopReachesTheRunAndItsEndIsWaitedFor() throws Exception {
        openwash("""
                trap 'echo kept what was read >&2; exit 1' TERM
                touch running
                while :; do read -r -t 1 < <(:) || true; done
                """);
        Process night = start(Map.of("OPENWASH_OUT", "out", "OPENWASH_INPUTS", "drop"));
        while (night.isAlive() && !Files.exists(folder.resolve("running"))) {
            Thread.onSpinWait();
        }
        night.destroy(); // SIGTERM
        assertThat(night.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(night.exitValue()).isEqualTo(1);
        assertThat(Files.readString(log)).contains("kept what was read").contains("ended with exit code 1");
    }
}
