package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.testing.CommandProcess;
import org.openwash.testing.HostileInputs;
import org.openwash.testing.NastyFolder;
import org.openwash.testing.OutputFolder;
import org.openwash.testing.PdfSample;

/// Inputs made to break a run, in the memory of a small machine: each is named with its reason, and everything else is
/// read.
class HostileInputsIT {

    private static final int GOOD = 20;
    /// A run over ordinary inputs takes the time of a start; this is a hundred starts.
    private static final int MOST_TIMES = 100;

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 15, unit = java.util.concurrent.TimeUnit.MINUTES)
    void eachIsListedAndTheRestIsRead() throws IOException, InterruptedException {
        Path good = goodArticles();
        long ordinary = System.nanoTime();
        assertThat(analyse("ordinary", good)).isZero();
        ordinary = System.nanoTime() - ordinary;

        HostileInputs hostile = HostileInputs.in(Files.createDirectory(folder.resolve("hostile")));
        long time = System.nanoTime();
        assertThat(analyse("out", good, hostile.folder())).isEqualTo(3);
        time = System.nanoTime() - time;
        assertThat(time / ordinary).isLessThan(MOST_TIMES);

        var out = new OutputFolder(folder.resolve("out"));
        List<CSVRecord> rows = out.rows("inputs.csv");
        Map<String, List<CSVRecord>> byFile = rows.stream().collect(Collectors.groupingBy(
                row -> row.get("source").replaceFirst("[#!].*", "").replaceFirst(".*/", "")));
        for (HostileInputs.Input input : hostile.inputs()) {
            assertThat(byFile).containsKey(input.name());
            assertThat(byFile.get(input.name())).as(input.name()).allSatisfy(row -> {
                assertThat(row.get("status")).matches(input.status());
                assertThat(row.get("reason")).matches(input.reason());
            });
        }
        assertThat(byFile.get("empty-members.zip")).hasSize(100_000);
        assertThat(rows.stream().filter(row -> row.get("source").contains("/good/")))
                .hasSize(GOOD)
                .allSatisfy(row -> assertThat(row.get("status")).isEqualTo("kept"));

        Map<String, Long> totals = rows.stream().collect(Collectors.groupingBy(row -> row.get("status"), Collectors.counting()));
        String messages = Files.readString(messages("out"));
        assertThat(messages).contains("%d inputs: %d kept, %d duplicate, %d skipped, %d failed".formatted(rows.size(),
                totals.getOrDefault("kept", 0L), totals.getOrDefault("duplicate", 0L), totals.getOrDefault("skipped", 0L),
                totals.getOrDefault("failed", 0L)));
        assertThat(messages).doesNotContain("OutOfMemoryError").doesNotContain("StackOverflowError")
                .doesNotContain("org.apache");
    }

    private Path goodArticles() throws IOException {
        Path good = Files.createDirectory(folder.resolve("good"));
        for (int i = 0; i < GOOD; i++) {
            String name = "article-%02d".formatted(i);
            if (i % 4 == 0) {
                Files.write(good.resolve(name + ".pdf"), PdfSample.article("A council for the " + i + "th time",
                        NastyFolder.text(i).lines().filter(line -> !line.isEmpty()).toList()));
            } else {
                Files.writeString(good.resolve(name + ".txt"), NastyFolder.text(i));
            }
        }
        return good;
    }

    private Path messages(String out) {
        return folder.resolve(out + ".messages");
    }

    private int analyse(String out, Path... inputs) throws IOException, InterruptedException {
        var words = new java.util.ArrayList<>(List.of("analyze", "--threads", "2", "--out", folder.resolve(out).toString()));
        for (Path input : inputs) {
            words.add(input.toString());
        }
        return CommandProcess.run(messages(out), List.of("-Xmx512m"), words);
    }
}
