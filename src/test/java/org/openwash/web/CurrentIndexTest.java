package org.openwash.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.domain.Article;
import org.openwash.domain.Hits;
import org.openwash.domain.JudgedClaim;
import org.openwash.domain.Outcome;
import org.openwash.domain.SetupException;
import org.openwash.domain.Verdict;
import org.openwash.index.ArticleIndex;
import org.openwash.index.Marks;
import org.openwash.testing.Samples;

/// One commit's view for each request, whatever is written meanwhile.
class CurrentIndexTest {

    private static final int READERS = 200;
    private static final int VIEWS = 5;

    @TempDir
    Path out;

    /// One article whose claims all say which round of writing they come from.
    private static Outcome.Analysed round(int number) {
        var text = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            text.append("Round ").append(number).append(" says thing ").append(i).append(" is open. ");
        }
        Article article = Samples.article("round.txt", text.toString());
        var claims = new ArrayList<JudgedClaim>();
        for (int i = 0; i < 5; i++) {
            claims.add(Samples.claim(article, "Round " + number + " says thing " + i + " is open.").id("c" + i).judged(Verdict.CONTRADICTED));
        }
        return Samples.analysed(article, claims.toArray(JudgedClaim[]::new));
    }

    private CurrentIndex open(Duration interval) throws IOException {
        return new CurrentIndex(out, 0.5, interval);
    }

    private static List<String> rounds(CurrentIndex.View view) throws IOException {
        Hits hits = view.search().find("", 100, Marks.PLAIN);
        return hits.best().stream().map(h -> h.row().sentence().split(" ")[1]).distinct().toList();
    }

    @Test
    void aViewStaysAsItWasAndTheNextIsNewer() throws IOException {
        Site.index(out, round(1));
        try (var index = open(Duration.ZERO); var before = index.take()) {
            Site.index(out, round(2));
            try (var after = index.take()) {
                assertThat(rounds(before)).containsExactly("1");
                assertThat(rounds(after)).containsExactly("2");
            }
            assertThat(rounds(before)).containsExactly("1");
        }
    }

    @Test
    void theFilesAreLookedAtOnceInTheInterval() throws IOException {
        Site.index(out, round(1));
        try (var index = open(Duration.ofHours(1))) {
            Site.index(out, round(2));
            try (var view = index.take()) {
                assertThat(rounds(view)).containsExactly("1");
            }
            index.refresh();
            try (var view = index.take()) {
                assertThat(rounds(view)).containsExactly("2");
            }
        }
    }

    @Test
    void twoHundredReadersSeeWholeCommitsWhileARunWrites() throws Exception {
        Site.index(out, round(0));
        Set<String> seen = ConcurrentHashMap.newKeySet();
        try (var index = open(Duration.ofMillis(5)); var readers = Executors.newFixedThreadPool(READERS);
                var run = ArticleIndex.openForWriting(out.resolve("index"), Samples.catalogue()::ancestorsOf)) {
            var reading = new ArrayList<Future<?>>();
            for (int i = 0; i < READERS; i++) {
                reading.add(readers.submit(() -> {
                    for (int n = 0; n < VIEWS || seen.size() < 2 && n < 50 * VIEWS; n++) {
                        try (var view = index.take()) {
                            assertThat(rounds(view)).hasSize(1);
                            assertThat(view.search().claimsOf("round.txt")).hasSize(5);
                            seen.addAll(rounds(view));
                        }
                        Thread.sleep(50);
                    }
                    return null;
                }));
            }
            for (int i = 1; reading.stream().anyMatch(r -> !r.isDone()); i++) {
                run.put(round(i));
                run.commit(Map.of());
                Thread.sleep(10);
            }
            for (Future<?> reader : reading) {
                reader.get();
            }
        }
        assertThat(seen).hasSizeGreaterThan(1);
    }

    @Test
    void anIndexBuiltAnewTakesTheOldOnesPlace() throws IOException {
        Site.index(out, round(1));
        try (var index = open(Duration.ZERO)) {
            try (var fresh = ArticleIndex.openFresh(out.resolve("index"), Samples.catalogue()::ancestorsOf)) {
                try (var view = index.take()) {
                    assertThat(rounds(view)).as("nothing was committed").containsExactly("1");
                }
                fresh.put(round(7));
                fresh.commit(Map.of());
            }
            try (var view = index.take()) {
                assertThat(rounds(view)).containsExactly("7");
            }
        }
    }

    @Test
    void aBrokenLineOfDecisionsLeavesTheViewAndIsSaid() throws IOException {
        Site.index(out, round(1));
        Path decisions = out.resolve("decisions.csv");
        Files.writeString(decisions, "claim_id,decision\nc1,accepted\n");
        try (var index = open(Duration.ZERO)) {
            Files.writeString(decisions, "claim_id,decision\nc1,accepted\nc2,nonsense\n");
            try (var view = index.take()) {
                assertThat(view.search().standing()).containsOnlyKeys("c1");
                assertThat(view.notice()).contains("decisions.csv, line 3");
            }
            Files.writeString(decisions, "claim_id,decision\nc1,accepted\nc2,rejected\n");
            try (var view = index.take()) {
                assertThat(view.search().standing()).containsOnlyKeys("c1", "c2");
                assertThat(view.notice()).isEmpty();
            }
        }
    }

    @Test
    void anIndexThatIsTakenAwayLeavesTheLastView() throws IOException {
        Site.index(out, round(1));
        try (var index = open(Duration.ZERO)) {
            try (Stream<Path> files = Files.list(out.resolve("index"))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            try (var view = index.take()) {
                assertThat(rounds(view)).containsExactly("1");
                assertThat(view.notice()).contains("not the newest");
            }
        }
    }

    @Test
    void atTheStartADamagedOrMissingIndexIsNamed() throws IOException {
        assertThatThrownBy(() -> open(Duration.ZERO)).isInstanceOf(SetupException.class).hasMessageContaining("run openwash analyze first");
        Site.index(out, round(1));
        try (Stream<Path> files = Files.list(out.resolve("index"))) {
            Path segments = files.filter(f -> f.getFileName().toString().startsWith("segments")).findFirst().orElseThrow();
            byte[] content = Files.readAllBytes(segments);
            Files.write(segments, java.util.Arrays.copyOf(content, content.length / 2));
        }
        assertThatThrownBy(() -> open(Duration.ZERO)).isInstanceOf(SetupException.class).hasMessageContaining("damaged");
    }
}
