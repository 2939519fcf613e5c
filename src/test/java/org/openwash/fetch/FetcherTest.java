package org.openwash.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openwash.fetch.FetchFolder.feed;
import static org.openwash.fetch.FetchFolder.list;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.testing.TestSite;

/// Fetching from a server on this machine: what is got, what is kept, and what a second run asks for.
class FetcherTest {

    @TempDir
    private Path folder;

    private TestSite site;
    private FetchFolder fetch;

    @BeforeEach
    void aSiteWithTwoPages() throws IOException {
        site = new TestSite();
        site.page("/a", "Llama 2 is open source.").page("/b", "Grafana is open source.").feed("/feed", "/a", "/b");
        fetch = new FetchFolder(folder);
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void thePagesOfAFeedLieInTheArchiveAndAreReadFromThere() throws IOException {
        FetchReport report = fetch.fetch(feed("quay", site.address("/feed")));
        assertThat(report.hasFailures()).as(report.toString()).isFalse();
        assertThat(report.sources().getFirst().fresh()).isEqualTo(2);
        assertThat(fetch.files()).containsExactly(".fetch-state.jsonl", "20261128T031500Z-fetch.warc.gz");
        assertThat(fetch.articles()).containsExactly(site.address("/a"), site.address("/b"));
        assertThat(FetchFolder.records(Objects.requireNonNull(report.archive()))).containsExactly(
                "warcinfo ", "response " + site.address("/feed"), "request " + site.address("/feed"),
                "response " + site.address("/a"), "request " + site.address("/a"),
                "response " + site.address("/b"), "request " + site.address("/b"));
    }

    @Test
    void aSecondRunAsksOnlyForWhatIsNew() throws IOException {
        fetch.fetch(feed("quay", site.address("/feed")));
        site.forgetRequests();
        site.page("/c", "Redis is open source.").feed("/feed", "/c", "/a", "/b");
        FetchReport second = fetch.fetch(feed("quay", site.address("/feed")));
        assertThat(site.asked()).containsExactly("/feed", "/c");
        assertThat(second.sources().getFirst().fresh()).isOne();
        assertThat(fetch.articles()).containsExactlyInAnyOrder(site.address("/a"), site.address("/b"), site.address("/c"));
    }

    @Test
    void anAddressListIsAskedWhetherAnythingChanged() throws IOException {
        Path file = Files.writeString(folder.resolve("list.txt"),
                "# ours\n" + site.address("/a") + "\n\n" + site.address("/marked") + "\nno address\n");
        site.marked("/marked", "\"v1\"", "200 OK|Content-Type: text/html", TestSite.html("/marked", "MySQL is free."));
        FetchReport first = fetch.fetch(list("ours", file));
        assertThat(first.sources().getFirst().failures())
                .containsExactly(new FetchReport.Failure(file + ", line 5", "no address of the web: no address"));
        site.page("/a", "Llama 2 is not open source.");
        FetchReport second = fetch.fetch(list("ours", file));
        assertThat(second.sources().getFirst().changed()).isOne();
        assertThat(second.sources().getFirst().unchanged()).isOne();
        assertThat(FetchFolder.records(Objects.requireNonNull(second.archive())))
                .contains("revisit " + site.address("/marked"), "response " + site.address("/a"));
        FetchReport third = fetch.fetch(list("ours", file));
        assertThat(third.sources().getFirst().unchanged()).isEqualTo(2);
        assertThat(FetchFolder.records(Objects.requireNonNull(third.archive())))
                .contains("revisit " + site.address("/marked"), "revisit " + site.address("/a"));
    }

    @Test
    void aSourceThatIsCalledOtherwiseNowTakesItsPagesAlong() throws IOException {
        site.on("/b", "500 Internal Server Error", "");
        fetch.fetch(feed("quay", site.address("/feed")));
        site.page("/b", "Grafana is open source.");
        site.forgetRequests();
        assertThat(fetch.fetch(feed("kai", site.address("/feed"))).sources().getFirst().fresh()).isOne();
        assertThat(site.asked()).containsExactly("/feed", "/b");
    }

    @Test
    void ofAnArchiveThatIsCutTheRestIsRead() throws IOException {
        Path archive = Objects.requireNonNull(fetch.fetch(feed("quay", site.address("/feed"))).archive());
        byte[] whole = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(whole, whole.length * 3 / 4));
        assertThat(fetch.articles()).containsExactly(site.address("/a"));
    }

    @Test
    void whatAServerNoLongerSaysOfAPageIsForgotten() throws IOException {
        site.marked("/a", "\"same\"", "200 OK|Content-Type: text/html", TestSite.html("/a", "Open."));
        Path file = Files.writeString(folder.resolve("list.txt"), site.address("/a"));
        fetch.fetch(list("ours", file));
        site.page("/a", "Not open."); // and no mark any more
        assertThat(fetch.fetch(list("ours", file)).sources().getFirst().changed()).isOne();
        assertThat(fetch.state()).doesNotContain("same");
    }
}
