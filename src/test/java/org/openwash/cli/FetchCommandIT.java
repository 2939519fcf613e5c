package org.openwash.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.testing.Cli;
import org.openwash.testing.OutputFolder;
import org.openwash.testing.TestSite;

/// `openwash fetch` as a user calls it, against a server on this machine with every kind of misbehaviour, and
/// `openwash analyze` of what it kept.
class FetchCommandIT {

    @TempDir
    private Path folder;

    private TestSite site;
    private Path out;

    @BeforeEach
    void aSite() throws IOException {
        site = new TestSite();
        out = folder.resolve("out");
        site.page("/llama", "Meta calls Llama 2 open source.").page("/grafana", "Grafana is open source.")
                .feed("/feed", "/llama", "/grafana");
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    private Cli.Result fetch(String sources, Object... more) throws IOException {
        Path file = Files.writeString(folder.resolve("sources.yaml"), sources);
        var words = new ArrayList<Object>(List.of("fetch", "--sources", file, "--out", out));
        words.addAll(List.of(more));
        return Cli.launch(words.toArray());
    }

    private String source(String name, String path) {
        return """
                  - name: %s
                    kind: feed
                    url: %s
                    allow-private: [localhost]
                """.formatted(name, site.address(path));
    }

    private static String head() {
        return "contact: desk@quay.example\ndelay: 0\nseconds: 2\nlargest-mb: 1\nsources:\n";
    }

    @Test
    void whatIsFetchedIsAnalysedFromTheArchive() throws IOException {
        Cli.Result fetched = fetch(head() + source("quay", "/feed") + "    outlet: Zürcher Kai\n");
        assertThat(fetched.exitCode()).as(fetched.err()).isZero();
        assertThat(fetched.outLines()).containsExactly(
                "source                          kind       new      changed  unchanged  waiting  failed   last good   last new",
                "quay                            feed       2        0        0          0        0        2026-12-01  2026-12-01");
        assertThat(fetched.err()).isEqualTo("4 requests; kept in " + out.resolve("archive/20261201T120000Z-fetch.warc.gz") + "\n");
        Cli.Result analysed = Cli.launch("analyze", out.resolve("archive"), "--out", out);
        assertThat(analysed.exitCode()).as(analysed.err()).isZero();
        var reports = new OutputFolder(out);
        assertThat(reports.column("articles.csv", "article_id")).containsExactlyInAnyOrder(site.address("/llama"), site.address("/grafana"));
        assertThat(reports.column("articles.csv", "outlet")).containsOnly("Zürcher Kai");
        assertThat(reports.column("claims.csv", "subject")).contains("llama-2", "grafana");
        assertThat(reports.column("inputs.csv", "reason")).contains("application/rss+xml, no article");
    }

    @Test
    void aFeedWhoseEntriesAreTheArticlesIsReadItself() throws IOException {
        String item = "<item><title>%s</title>%s<description>&lt;p&gt;%s Nobody at the quay had expected it this week, and few had"
                + " asked for it before the summer, as the paper reported on Monday.&lt;/p&gt;</description></item>";
        site.on("/full", "200 OK|Content-Type: application/rss+xml", TestSite.rssOf(
                item.formatted("One", "<link>https://quay.example/1</link>", "Grafana is open source.")
                        + item.formatted("Two", "<link>https://quay.example/2</link>", "Redis is open source.")));
        Cli.Result fetched = fetch(head() + source("quay", "/full") + "    articles: feed\n    outlet: The Quay Post\n");
        assertThat(fetched.exitCode()).as(fetched.err()).isZero();
        assertThat(site.asked()).containsExactly("/full");
        assertThat(Cli.launch("analyze", out.resolve("archive"), "--out", out).exitCode()).isZero();
        assertThat(new OutputFolder(out).column("articles.csv", "url"))
                .containsExactlyInAnyOrder("https://quay.example/1", "https://quay.example/2");
    }

    @Test
    void everyMisbehaviourIsNamedAndCostsTheGoodSourceNothing() throws IOException {
        site.endless("/endless", "200 OK|Content-Type: text/xml", "<rss><channel>", "<item><title>x</title></item>")
                .stallsAfter("/drop", "200 OK|Content-Length: 60", "<")
                .on("/round", "302 Found|Location: /round", "")
                .on("/inside", "302 Found|Location: http://127.0.0.1:" + site.port() + "/llama", "")
                .on("/html", "200 OK|Content-Type: text/html", "<html>")
                .on("/broken", "500 Internal Server Error", "");
        Cli.Result result = fetch(head() + source("good", "/feed") + source("endless", "/endless") + source("drop", "/drop")
                + source("round", "/round") + source("inside", "/inside") + source("html", "/html") + source("broken", "/broken"));
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.outLines()).hasSize(8).filteredOn(line -> line.startsWith("good")).singleElement().asString()
                .matches("good +feed +2 +0 +0 +0 +0 +2026-12-01 +2026-12-01");
        assertThat(result.err().lines()).containsExactly(
                "warning: endless: " + site.address("/endless") + ": sends more than 1 MB, and is not read on",
                "warning: drop: " + site.address("/drop") + ": no whole answer within 2 seconds",
                "warning: round: " + site.address("/round") + ": redirects in a circle, by way of " + site.address("/round"),
                "warning: inside: " + site.address("/inside") + ": the robots.txt of 127.0.0.1 could not be read, so nothing may be"
                        + " fetched there now: 127.0.0.1 has the address 127.0.0.1 (loopback), which is none of the public web; if it"
                        + " is meant, name it under allow-private",
                "warning: html: " + site.address("/html") + ": neither RSS nor Atom, but text/html",
                "warning: broken: " + site.address("/broken") + ": HTTP 500",
                "11 requests; kept in " + out.resolve("archive/20261201T120000Z-fetch.warc.gz"));
        assertThat(Cli.launch("analyze", out.resolve("archive"), "--out", out).exitCode()).isZero();
    }

    @Test
    void nothingIsFetchedUnlessASourcesFileSaysWhat() {
        Cli.Result result = Cli.launch("fetch", "--out", out);
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).startsWith("Missing required option: '--sources=FILE'");
        assertThat(out).doesNotExist();
    }

    @Test
    void aMissingSourcesFileIsASetupError() {
        Cli.Result result = Cli.launch("fetch", "--sources", folder.resolve("none.yaml"), "--out", out);
        assertThat(result.exitCode()).isOne();
        assertThat(result.err()).isEqualTo("openwash: No sources file at " + folder.resolve("none.yaml")
                + ". Correct --sources; docs/fetch.md shows one.\n");
        assertThat(out).doesNotExist();
    }

    @Test
    void aRunThatHoldsTheLockKeepsOthersOut() throws IOException {
        Files.createDirectories(out.resolve("archive"));
        try (FileChannel held = FileChannel.open(out.resolve("archive/.fetch.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            held.lock();
            Cli.Result result = fetch(head() + source("quay", "/feed"));
            assertThat(result.exitCode()).isEqualTo(4);
            assertThat(result.err()).isEqualTo("openwash: Another run is fetching into " + out.resolve("archive")
                    + ". Wait for it to end, or choose another folder with --out.\n");
        }
        assertThat(site.requests()).isEmpty();
    }

    @Test
    void aDropFolderIsListedAndOneThatIsGoneIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("drop"));
        Cli.Result result = fetch("sources:\n  - {name: drop, kind: folder, path: drop}\n  - {name: gone, kind: folder, path: gone}\n");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err().lines()).containsExactly(
                "warning: gone: " + folder.resolve("gone") + ": no folder that can be read here", "0 requests; nothing to keep");
    }

    @ParameterizedTest
    @CsvSource({"tr-TR, UTC", "en-US, Pacific/Kiritimati", "tr-TR, Pacific/Kiritimati"})
    void localeAndTimeZoneChangeNoWord(String language, String zone) throws IOException {
        String sources = head() + source("QUIET", "/FEED-I");
        site.feed("/FEED-I", "/llama");
        Cli.Result expected = fetch(sources);
        Locale locale = Locale.getDefault();
        TimeZone here = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            out = folder.resolve("other");
            Cli.Result other = fetch(sources);
            assertThat(other.exitCode()).isZero();
            assertThat(other.out()).isEqualTo(expected.out());
            assertThat(other.err()).isEqualTo(expected.err().replace("/out/", "/other/"));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(here);
        }
    }
}
