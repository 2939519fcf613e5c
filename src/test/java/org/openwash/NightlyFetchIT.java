package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.testing.OutputFolder;
import org.openwash.testing.TestSite;

/// Nights that fetch first.
class NightlyFetchIT {

    @TempDir
    private Path folder;

    private TestSite site;
    private OutputFolder out;
    private Path sources;

    @BeforeEach
    void aSite() throws IOException {
        site = new TestSite();
        out = new OutputFolder(folder.resolve("out"));
        site.page("/llama", "Meta calls Llama 2 open source. Llama 2 is open source.");
        Path list = Files.writeString(folder.resolve("pages.txt"), site.address("/llama") + "\n");
        Path drop = Files.createDirectory(folder.resolve("drop"));
        Files.writeString(drop.resolve("a.txt"), "PyTorch is open source.\n");
        sources = Files.writeString(folder.resolve("sources.yaml"), """
                contact: desk@quay.example
                delay: 0
                seconds: 2
                sources:
                  - name: pages
                    kind: addresses
                    path: %s
                    allow-private: [localhost]
                  - name: drop
                    kind: folder
                    path: %s
                """.formatted(list, drop));
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    private String night(int day, int exitCode) {
        var err = new ByteArrayOutputStream();
        var stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Clock clock = Clock.fixed(Instant.parse("2026-12-%02dT04:00:00Z".formatted(day)), ZoneOffset.UTC);
        String[] words = {"nightly", "--sources", sources.toString(), "--out", out.path().toString()};
        assertThat(Main.run(words, InputStream.nullInputStream(), stream, stream, clock))
                .as(err.toString(StandardCharsets.UTF_8)).isEqualTo(exitCode);
        return err.toString(StandardCharsets.UTF_8);
    }

    private List<String> changes() {
        return out.rows("changes.csv").stream().map(row -> row.get("change") + " " + row.get("why")).sorted().toList();
    }

    @Test
    void pagesAreFetchedAnalysedAndTakenAsTheyAreNow() throws IOException {
        assertThat(night(1, 0)).contains("2 articles new");
        assertThat(changes()).contains("new-flag new-article");
        assertThat(out.column("claims.csv", "subject")).contains("llama-2", "pytorch");
        Map<String, String> reports = out.reports();

        night(2, 0); // the page is as it was; an archive of the night says so
        assertThat(out.reports().get("claims.csv")).isEqualTo(reports.get("claims.csv"));

        site.page("/llama", "Meta calls Llama 2 open source. Critics say that Llama 2 is not open source.");
        night(3, 0);
        assertThat(changes()).contains("article-edited article-edited", "withdrawn-flag article-edited");
        assertThat(out.rows("articles.csv")).hasSize(2);
        assertThat(night(4, 0)).doesNotContain("new flag,");
    }

    @Test
    void aSourceThatFailsIsReportedOnceAndWhatItGaveStays() throws IOException {
        night(1, 0);
        int claims = out.rows("claims.csv").size();
        Files.delete(folder.resolve("pages.txt"));
        assertThat(night(2, 3)).contains("warning: pages: ");
        assertThat(changes()).contains("failing-input source");
        assertThat(out.rows("claims.csv")).hasSize(claims);
        assertThat(Files.readString(out.path().resolve("health.json"))).contains("with-failures");
    }
}
