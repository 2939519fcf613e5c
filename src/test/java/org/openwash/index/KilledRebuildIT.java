package org.openwash.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.domain.Outcome;
import org.openwash.testing.CommandProcess;
import org.openwash.testing.GeneratedClaims;

/// A rebuild that is killed at any moment leaves the old index or the new one, whole.
class KilledRebuildIT {

    private static final int ARTICLES = 3_000;
    private static final List<Integer> MILLISECONDS_OF_WRITING = List.of(0, 50, 200, 500, 1_000, 2_000);

    @TempDir
    static Path folder;

    private static Path index;

    @BeforeAll
    static void aLargeIndex() throws IOException {
        index = folder.resolve("index");
        var generated = new GeneratedClaims();
        try (var writing = ArticleIndex.openForWriting(index, GeneratedClaims.families())) {
            for (int n = 0; n < ARTICLES; n++) {
                writing.put(generated.article(n));
            }
            writing.commit(Map.of());
        }
    }

    @Test
    void oneOfTheTwoIsLeft() throws Exception {
        int killed = 0;
        for (int moment : MILLISECONDS_OF_WRITING) {
            killed += killed(moment) ? 1 : 0;
            assertThat(IndexCheck.of(index)).as("killed after %d ms", moment).isEqualTo(
                    new IndexCheck.Result(List.of(), ARTICLES, ARTICLES * GeneratedClaims.CLAIMS_PER_ARTICLE));
        }
        assertThat(killed).isGreaterThanOrEqualTo(1);
        assertThat(CommandProcess.run(folder.resolve("messages.txt"), List.of(), List.of("rebuild", "--out", folder.toString())))
                .as(Files.readString(folder.resolve("messages.txt"))).isZero();
        try (ArticleIndex whole = ArticleIndex.openForReading(index); Stream<Outcome> articles = whole.articles()) {
            assertThat(articles.count()).isEqualTo(ARTICLES);
        }
    }

    /// False if it had ended by then.
    private static boolean killed(int milliseconds) throws IOException, InterruptedException {
        List<String> before = files();
        Process rebuild = CommandProcess.start(folder.resolve("messages.txt"), List.of(), List.of("rebuild", "--out", folder.toString()));
        try {
            while (rebuild.isAlive() && files().equals(before)) { // until it writes
                Thread.sleep(5);
            }
            Thread.sleep(milliseconds);
        } finally {
            rebuild.destroyForcibly();
        }
        assertThat(rebuild.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return rebuild.exitValue() != 0;
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(index)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
