package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.testing.Cli;
import org.openwash.testing.FailingDisk;
import org.openwash.testing.OutputFolder;

/// A disk that fails at any one write, fsync, rename or deletion of a night, and at all that follow, costs nothing: the next
/// night ends with the bytes of an undisturbed one.
class FailingDiskIT {

    private static final int ARTICLES = 12;
    private static final Clock CLOCK = Clock.fixed(Cli.NOW, ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path drop;
    private Lazy<Pipeline> pipeline;

    @BeforeEach
    void articles() throws IOException {
        drop = Files.createDirectory(folder.resolve("drop"));
        for (int i = 0; i < ARTICLES; i++) {
            Files.writeString(drop.resolve("a%02d.txt".formatted(i)), "Llama 2 is open source, says edition " + i + ".\n");
        }
        Settings settings = settings(folder.resolve("any"));
        pipeline = new Lazy<>(() -> new Pipeline(settings, CLOCK));
    }

    private static Settings settings(Path out) {
        Settings s = SettingsLayers.of(null, Map.of("threads", "1", "as-of", "2026-12-01")).settings();
        return new Settings(out, s.facts(), s.standard(), s.minConfidence(), s.threads(), s.gate(), s.stockNlp(), s.fresh(), s.onlyFailed(),
                s.keepIndex(), s.longest(), s.asOf(), s.event(), s.sources(), s.csv());
    }

    private Nightly.Result night(Path out) throws IOException {
        var plan = new Nightly.Plan(List.of(drop.toString()), null, null, false, 90, 7);
        return new Nightly(settings(out), CLOCK, pipeline).run(plan, new StopRequest(), done -> { });
    }

    private static Map<String, String> reports(Path out) {
        Map<String, String> reports = new OutputFolder(out).reports();
        reports.remove("health.json"); // tells of the last run alone
        return reports;
    }

    @Test
    void everyWriteFsyncRenameAndDeletionMayFail() throws IOException {
        Path undisturbed = Files.createDirectory(folder.resolve("undisturbed"));
        var first = new FailingDisk(0);
        assertThat(night(first.on(undisturbed)).inputs()).hasSize(ARTICLES);
        Map<String, String> afterOne = reports(undisturbed);
        for (int at = 1; at <= first.operations(); at++) {
            Path out = Files.createDirectory(folder.resolve("first-" + at));
            fails(out, at);
            night(out);
            assertThat(reports(out)).as("after a failure at operation %d of the first night", at).isEqualTo(afterOne);
        }

        Path template = copy(undisturbed, folder.resolve("template"));
        edit();
        var second = new FailingDisk(0);
        night(second.on(undisturbed));
        Map<String, String> afterTwo = reports(undisturbed);
        assertThat(afterTwo).isNotEqualTo(afterOne);
        for (int at = 1; at <= second.operations(); at++) {
            Path out = copy(template, folder.resolve("second-" + at));
            fails(out, at);
            night(out);
            assertThat(reports(out)).as("after a failure at operation %d of the second night", at).isEqualTo(afterTwo);
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    private void fails(Path out, int at) {
        var disk = new FailingDisk(at);
        assertThatThrownBy(() -> night(disk.on(out))).as("operation %d", at)
                .isInstanceOfAny(IOException.class, UncheckedIOException.class, IllegalStateException.class,
                        org.apache.lucene.store.AlreadyClosedException.class);
    }

    private void edit() throws IOException {
        Files.writeString(drop.resolve("a03.txt"), "Llama 2 is not open source, after all.\n");
        Files.delete(drop.resolve("a04.txt"));
        Files.writeString(drop.resolve("b00.txt"), "Redis is open source.\n");
    }
}
