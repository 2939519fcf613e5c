package org.openwash.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.testing.Cli;
import org.openwash.testing.CommandProcess;
import org.openwash.testing.TestSite;

/// A run that is killed while it fetches leaves nothing that looks whole and is not, and the next run gets everything.
class KilledFetchIT {

    @TempDir
    private Path folder;

    @Test
    void afterAKillTheNextRunFetchesAllAndClearsUp() throws Exception {
        try (var site = new TestSite()) {
            var asked = new CountDownLatch(1);
            site.page("/a", "Llama 2 is open source.").feed("/feed", "/a", "/slow").on("/slow", (request, to) -> {
                asked.countDown();
                Thread.sleep(600_000); // until the client is killed
            });
            Path sources = Files.writeString(folder.resolve("sources.yaml"), """
                    contact: desk@quay.example
                    delay: 0
                    sources:
                      - {name: quay, kind: feed, url: "%s", allow-private: localhost}
                    """.formatted(site.address("/feed")));
            Path archive = folder.resolve("out/archive");
            Process process = CommandProcess.start(folder.resolve("messages.txt"), List.of(),
                    List.of("fetch", "--sources", sources.toString(), "--out", folder.resolve("out").toString()));
            assertThat(asked.await(5, TimeUnit.MINUTES)).as("the page is asked for").isTrue();
            Cli.Result meanwhile = Cli.launch("fetch", "--sources", sources, "--out", folder.resolve("out"));
            assertThat(meanwhile.exitCode()).as(meanwhile.err()).isEqualTo(4);
            process.destroyForcibly().waitFor();
            assertThat(names(archive)).noneMatch(name -> !name.startsWith(".")).anyMatch(name -> name.endsWith(".part"))
                    .doesNotContain(FetchState.FILE);

            site.page("/slow", "Grafana is open source.");
            Cli.Result next = Cli.launch("fetch", "--sources", sources, "--out", folder.resolve("out"));
            assertThat(next.exitCode()).as(next.err()).isZero();
            assertThat(next.out()).containsPattern("quay +feed +2 ");
            assertThat(names(archive)).containsExactlyInAnyOrder(".fetch.lock", FetchState.FILE, "20261201T120000Z-fetch.warc.gz");
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).toList();
        }
    }
}
