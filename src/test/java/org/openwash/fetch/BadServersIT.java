package org.openwash.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openwash.fetch.FetchFolder.QUICK;
import static org.openwash.fetch.FetchFolder.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.fetch.FetchReport.Failure;
import org.openwash.testing.TestSite;

/// Servers that misbehave: each is named with its reason, and costs none of the others anything.
class BadServersIT {

    private static final String HTML = "200 OK|Content-Type: text/html";
    private static final Limits SHORT = new Limits(Duration.ZERO, Duration.ofSeconds(2), 1 << 20, 200);

    @TempDir
    private Path folder;

    private TestSite site;
    private FetchFolder fetch;

    @BeforeEach
    void aGoodFeedBesideTheBadOnes() throws IOException {
        site = new TestSite();
        site.page("/good", "Llama 2 is open source.").feed("/feed", "/good");
        fetch = new FetchFolder(folder);
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    /// Fetches a bad feed between two good ones, and hands over what failed of it.
    private List<Failure> failuresOf(Source bad) throws IOException {
        FetchReport report = fetch.fetch(feed("good", site.address("/feed")), bad);
        assertThat(report.sources().getFirst().failures()).isEmpty();
        assertThat(fetch.articles()).contains(site.address("/good"));
        return report.sources().get(1).failures();
    }

    private Source bad(String path) {
        return feed("bad", site.address(path), SHORT, Source.Articles.PAGES);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # a feed with                     | head                                                 | what is sent again and again
            a length that nobody believes     | 200 OK;Content-Type: text/xml;Content-Length: 9999999 | <item><title>x</title></item>
            no length                         | 200 OK;Content-Type: text/xml                        | <item><title>x</title></item>
            one entry without an end          | 200 OK                                               | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
            """)
    void aFeedThatNeverEndsIsReadUpToTheLimit(String title, String head, String more) throws IOException {
        site.endless("/bad", head.replace(';', '|'), "<rss version=\"2.0\"><channel>", more);
        Source bad = feed("bad", site.address("/bad"), QUICK, Source.Articles.PAGES);
        assertThat(failuresOf(bad)).containsExactly(new Failure(site.address("/bad"), "sends more than 1 MB, and is not read on"));
    }

    @Test
    void headersThatNeverEndAreNotReadOn() throws IOException {
        site.on("/bad", (request, to) -> {
            to.write("HTTP/1.1 200 OK\r\n".getBytes());
            while (true) {
                to.write("X-More: and more\r\n".repeat(1_000).getBytes());
            }
        });
        assertThat(failuresOf(feed("bad", site.address("/bad")))).singleElement()
                .satisfies(f -> assertThat(f.reason()).startsWith("the connection broke off: Maximum header count exceeded"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 OK;Content-Length: 1000     | <
            200 OK                          | <
            200 OK;Transfer-Encoding: chunked | 1
            """)
    void aServerThatSendsAByteAMinuteIsLeftAtTheDeadline(String head, String first) throws IOException {
        site.stallsAfter("/bad", head.replace(';', '|'), first);
        assertThat(failuresOf(bad("/bad"))).containsExactly(new Failure(site.address("/bad"), "no whole answer within 2 seconds"));
    }

    @Test
    void aServerThatKeepsTheConnectionAliveByDropsIsLeftAtTheDeadline() throws IOException {
        site.on("/bad", (request, to) -> {
            to.write(TestSite.answer("200 OK|Content-Length: 100000", new byte[0]));
            while (true) { // each byte comes in good time, the last one never
                to.write(' ');
                to.flush();
                Thread.sleep(20);
            }
        });
        assertThat(failuresOf(bad("/bad"))).containsExactly(new Failure(site.address("/bad"), "no whole answer within 2 seconds"));
    }

    @Test
    void aServerThatSendsNothingAtAllIsLeftAtTheDeadline() throws IOException {
        site.on("/bad", (request, to) -> Thread.sleep(Duration.ofMinutes(10)));
        assertThat(failuresOf(bad("/bad"))).containsExactly(new Failure(site.address("/bad"), "no whole answer within 2 seconds"));
    }

    @Test
    void redirectsInACircleEnd() throws IOException {
        site.on("/bad", "302 Found|Location: /round", "").on("/round", "301 Moved|Location: " + site.address("/bad"), "");
        assertThat(failuresOf(bad("/bad"))).containsExactly(
                new Failure(site.address("/bad"), "redirects in a circle, by way of " + site.address("/bad")));
        assertThat(site.asked()).filteredOn(p -> p.equals("/bad")).hasSize(1);
    }

    @Test
    void moreThanFiveRedirectsAreTooMany() throws IOException {
        for (int i = 0; i < 6; i++) {
            site.on("/r" + i, "307 Temporary Redirect|Location: r" + (i + 1), "");
        }
        site.feed("/r6", "/good");
        assertThat(failuresOf(bad("/r0"))).containsExactly(new Failure(site.address("/r0"), "more than 5 redirects"));
        assertThat(failuresOf(feed("other", site.address("/r1")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            file:///etc/passwd        | redirects to what is no address of the web: file:///etc/passwd
            javascript:alert(1)       | redirects to what is no address of the web: javascript:alert(1)
            ftp://quay.example/       | redirects to what is no address of the web: ftp://quay.example/
            http://a@quay.example/    | redirects to what is no address of the web: http://a@quay.example/
            http://                   | redirects to what is no address of the web: http://
            """)
    void redirectsLeadToPagesOfTheWebOnly(String location, String reason) throws IOException {
        site.on("/bad", "302 Found|Location: " + location, "");
        assertThat(failuresOf(bad("/bad"))).containsExactly(new Failure(site.address("/bad"), reason));
    }

    @Test
    void aHostInAPrivateNetworkIsNotAskedUnlessItIsAllowedByName() throws IOException {
        site.feed("/intra", site.at("intranet.example", "/good"));
        assertThat(failuresOf(feed("bad", site.at("intranet.example", "/intra")))).containsExactly(new Failure(
                site.at("intranet.example", "/intra"), "the robots.txt of intranet.example could not be read, so nothing may be"
                        + " fetched there now: intranet.example has the address 127.0.0.1 (loopback), which is none of the public"
                        + " web; if it is meant, name it under allow-private"));
        assertThat(failuresOf(feed("allowed", site.at("intranet.example", "/intra"), "intranet.example"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1", "2130706433", "[::1]", "router.example", "0x7f.1", "[::ffff:127.0.0.1]"})
    void aRedirectIntoAPrivateNetworkIsNotFollowed(String host) throws IOException {
        site.on("/bad", "302 Found|Location: " + site.at(host, "/secret"), "").page("/secret", "Nobody may read this.");
        assertThat(failuresOf(bad("/bad"))).singleElement()
                .satisfies(f -> assertThat(f.reason()).contains(" (loopback), which is none of the public web"));
        assertThat(site.asked()).doesNotContain("/secret");
    }

    @Test
    void whatOneSourceMayAskAnotherMayNot() throws IOException {
        site.feed("/bad", site.at("intranet.example", "/secret")).page("/secret", "Nobody may read this.");
        Source insider = feed("insider", site.at("intranet.example", "/feed"), "intranet.example");
        FetchReport report = fetch.fetch(insider, bad("/bad"));
        assertThat(report.sources().get(0).failures()).isEmpty();
        assertThat(report.sources().get(1).failures()).singleElement()
                .satisfies(f -> assertThat(f.reason()).contains("none of the public web"));
        assertThat(site.asked()).doesNotContain("/secret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # answer                              | what it means
            503 Service Unavailable               | the robots.txt of localhost could not be read, so nothing may be fetched there now: HTTP 503
            429 Too Many Requests                 | the robots.txt of localhost could not be read, so nothing may be fetched there now: HTTP 429
            302 Found;Location: /robots.txt       | the robots.txt of localhost could not be read, so nothing may be fetched there now: redirects in a circle, by way of ROBOTS
            """)
    void whereARobotsTxtCannotBeReadNothingIsFetched(String answer, String reason) throws IOException {
        site.on("/robots.txt", answer.replace(';', '|'), "");
        FetchReport report = fetch.fetch(feed("quay", site.address("/feed")));
        assertThat(report.sources().getFirst().failures()).containsExactly(
                new Failure(site.address("/feed"), reason.replace("ROBOTS", site.address("/robots.txt"))));
        assertThat(site.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"404 Not Found", "403 Forbidden", "401 Unauthorized", "410 Gone"})
    void whereThereIsNoRobotsTxtAllIsAllowed(String answer) throws IOException {
        site.on("/robots.txt", answer, "User-agent: *\nDisallow: /\n");
        assertThat(fetch.fetch(feed("quay", site.address("/feed"))).hasFailures()).isFalse();
    }

    @Test
    void ofARobotsTxtOf600KilobytesTheFirst500AreObeyed() throws IOException {
        String rules = "User-agent: *\nDisallow: /early\n" + "# nothing here\n".repeat(35_000);
        site.on("/robots.txt", "200 OK|Content-Type: text/plain", rules + "Disallow: /late\n".repeat(6_000));
        site.page("/early", "Hidden.").page("/late", "Shown.").feed("/feed", "/good", "/early", "/late");
        FetchReport report = fetch.fetch(feed("quay", site.address("/feed")));
        assertThat(report.sources().getFirst().failures()).containsExactly(
                new Failure(site.address("/early"), "the robots.txt of localhost does not allow it; not tried again"));
        assertThat(site.asked()).containsExactly("/feed", "/good", "/late");
        site.forgetRequests();
        assertThat(fetch.fetch(feed("quay", site.address("/feed"))).hasFailures()).isFalse();
    }

    @Test
    void ourOwnGroupInARobotsTxtCountsAndItsDelayIsKeptWithinBounds() throws IOException {
        site.on("/robots.txt", "200 OK|Content-Type: text/plain",
                "User-agent: *\nDisallow: /\n\nUser-agent: OpenWash\nCrawl-delay: 86400\nDisallow: /private\n");
        site.page("/b", "Open.").feed("/feed", "/good", "/b");
        assertThat(fetch.fetch(feed("quay", site.address("/feed"))).hasFailures()).isFalse();
        assertThat(fetch.pauses).containsOnly(Robots.LONGEST_DELAY).hasSize(3);
    }

    @Test
    void aPageThatUnpacksToMoreThanTheLimitIsNotKept() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 200; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        site.on("/bomb", HTML + "|Content-Encoding: gzip", packed.toByteArray()).feed("/bad", "/bomb");
        assertThat(failuresOf(bad("/bad"))).containsExactly(new Failure(site.address("/bomb"), "unpacks to more than 1 MB"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            200 OK;Content-Type: text/html                     | neither RSS nor Atom, but text/html
            200 OK;Content-Encoding: br                        | packed in a way that was not asked for (Content-Encoding br)
            404 Not Found                                      | HTTP 404
            500 Internal Server Error                          | HTTP 500
            503 Service Unavailable;Retry-After: 120           | HTTP 503, to be asked again later (Retry-After 120)
            """)
    void whatIsNoFeedIsNamed(String head, String reason) throws IOException {
        site.on("/bad", head.replace(';', '|'), "<html><title>Not here</title>");
        FetchReport report = fetch.fetch(bad("/bad"));
        assertThat(report.sources().getFirst().failures()).containsExactly(new Failure(site.address("/bad"), reason));
        assertThat(report.sources().getFirst().failuresInARow()).isOne();
    }

    @Test
    void aConnectionThatBreaksOffIsNoPage() throws IOException {
        site.on("/cut", (request, to) -> to.write(TestSite.answer(HTML.concat("|Content-Length: 500"), "<html>".getBytes())));
        site.feed("/bad", "/cut");
        assertThat(failuresOf(bad("/bad"))).singleElement().satisfies(f -> {
            assertThat(f.what()).isEqualTo(site.address("/cut"));
            assertThat(f.reason()).startsWith("the connection broke off: Premature end");
        });
    }

    @Test
    void aFeedThatIsCutShortGivesWhatItHasAndIsReadAgain() throws IOException {
        String whole = site.rss("/good", "/second");
        site.page("/second", "Grafana is open source.")
                .on("/bad", "200 OK|Content-Type: text/xml|ETag: \"1\"", whole.substring(0, whole.indexOf("</item>") + 20));
        FetchReport first = fetch.fetch(bad("/bad"));
        assertThat(first.sources().getFirst().fresh()).isOne();
        assertThat(first.sources().getFirst().failures()).extracting(Failure::reason)
                .contains("the feed is cut short; its entries up to there are used");
        site.marked("/bad", "\"1\"", "200 OK|Content-Type: text/xml", whole);
        assertThat(fetch.fetch(bad("/bad")).sources().getFirst().fresh()).isOne();
    }

    @Test
    void entriesThatLeadToNoPageAreNamedAndTheOthersFetched() throws IOException {
        site.on("/bad", "200 OK|Content-Type: text/xml", site.rss("mailto:desk@quay.example", "/good", "http://localhost:0x50/"));
        assertThat(fetch.fetch(bad("/bad")).sources().getFirst().failures()).extracting(Failure::reason).containsExactly(
                "an entry leads to what is no address of the web: mailto:desk@quay.example",
                "an entry leads to what is no address of the web: http://localhost:0x50/");
        assertThat(fetch.articles()).contains(site.address("/good"));
    }

    @Test
    void aHostThatDoesNotAnswerIsTriedThreeTimesARun() throws IOException {
        for (int i = 0; i < 8; i++) {
            site.stallsAfter("/slow" + i, HTML, "<html>");
        }
        site.feed("/bad", IntStream.range(0, 8).mapToObj(i -> "/slow" + i).toArray(String[]::new));
        FetchReport.OfSource report = fetch.fetch(bad("/bad")).sources().getFirst();
        assertThat(report.failures()).hasSize(3).extracting(Failure::reason).containsOnly("no whole answer within 2 seconds");
        assertThat(report.waiting()).isEqualTo(8);
        assertThat(report.waits()).containsExactly("localhost did not answer 3 times in a row");
    }

    @Test
    void aPageIsTriedInFiveRunsAndThenGivenUp() throws IOException {
        site.on("/bad", "500 Internal Server Error", "").feed("/feed", "/good", "/bad");
        Source source = feed("quay", site.address("/feed"));
        for (int run = 1; run < FetchRun.MOST_TRIES; run++) {
            assertThat(fetch.fetch(source).sources().getFirst().failures())
                    .containsExactly(new Failure(site.address("/bad"), "HTTP 500"));
        }
        assertThat(fetch.fetch(source).sources().getFirst().failures())
                .containsExactly(new Failure(site.address("/bad"), "HTTP 500; not tried again"));
        site.forgetRequests();
        assertThat(fetch.fetch(source).hasFailures()).isFalse();
        assertThat(site.asked()).containsExactly("/feed");
    }

    @Test
    void aPageThatFailedIsFetchedLaterThoughTheFeedNamesItNoMore() throws IOException {
        site.on("/late", "500 Internal Server Error", "").feed("/feed", "/late");
        fetch.fetch(feed("quay", site.address("/feed")));
        site.page("/late", "Redis is open source.").feed("/feed", "/good");
        assertThat(fetch.fetch(feed("quay", site.address("/feed"))).sources().getFirst().fresh()).isEqualTo(2);
        assertThat(fetch.articles()).contains(site.address("/late"), site.address("/good"));
    }

    @Test
    void aHostThatDoesNotExistStopsNoRun() throws IOException {
        assertThat(failuresOf(feed("bad", "http://nowhere.example/feed"))).containsExactly(new Failure("http://nowhere.example/feed",
                "the robots.txt of nowhere.example could not be read, so nothing may be fetched there now: no such host: nowhere.example"));
        assertThat(Set.copyOf(site.asked())).contains("/feed", "/good");
    }
}
