package org.openwash.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openwash.fetch.FetchFolder.NOW;
import static org.openwash.fetch.FetchFolder.feed;
import static org.openwash.fetch.FetchFolder.list;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.testing.TestSite;

/// How servers are treated.
class MannersTest {

    @TempDir
    private Path folder;

    private TestSite site;
    private FetchFolder fetch;

    @BeforeEach
    void aSite() throws IOException {
        site = new TestSite();
        fetch = new FetchFolder(folder);
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void serversAreToldWhoAsksAndWhomToComplainTo() throws IOException {
        site.feed("/feed");
        fetch.fetch(feed("quay", site.address("/feed")));
        assertThat(site.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.header("User-Agent")).isEqualTo("openwash (+desk@quay.example)");
            assertThat(request.header("Accept-Encoding")).isEqualTo("gzip");
            assertThat(request.headers()).doesNotContainKeys("cookie", "referer", "authorization");
        });
    }

    @Test
    void noCookieIsCarriedOn() throws IOException {
        site.on("/feed", "302 Found|Set-Cookie: a=b; Path=/|Location: /feed2", "").feed("/feed2");
        fetch.fetch(feed("quay", site.address("/feed")));
        assertThat(site.requests()).noneMatch(request -> request.headers().containsKey("cookie"));
    }

    @Test
    void betweenTwoRequestsToAHostLiesTheDelay() throws IOException {
        site.page("/a", "Open.").page("/b", "Open.").feed("/feed", "/a", "/b");
        Limits limits = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), 1 << 20, 10);
        fetch.fetch(feed("quay", site.address("/feed"), limits, Source.Articles.PAGES));
        assertThat(fetch.pauses).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    @Test
    void aHostIsAskedOneThingAtATimeWhateverTheSources() throws IOException {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        for (int i = 0; i < 12; i++) {
            site.on("/feed" + i, (request, to) -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                to.write(TestSite.answer("200 OK|Content-Type: text/xml", site.rss().getBytes()));
                Thread.sleep(5);
                inside.decrementAndGet();
            });
        }
        fetch.threads = 8;
        fetch.fetch(IntStream.range(0, 12).mapToObj(i -> feed("s" + i, site.address("/feed" + i))).toArray(Source[]::new));
        assertThat(site.asked()).hasSize(12);
        assertThat(most).hasValue(1);
    }

    @Test
    void differentHostsAreAskedSideBySide() throws IOException {
        var together = new CyclicBarrier(3); // holds each of them until all three are there
        site.on("/feed", (request, to) -> {
            try {
                together.await(60, TimeUnit.SECONDS);
            } catch (BrokenBarrierException | TimeoutException e) {
                throw new IOException(e);
            }
            to.write(TestSite.answer("200 OK|Content-Type: text/xml", site.rss().getBytes()));
        });
        FetchReport report = fetch.fetch(
                feed("a", site.at("a.example", "/feed"), "a.example"),
                feed("b", site.at("b.example", "/feed"), "b.example"),
                feed("c", site.at("c.example", "/feed"), "c.example"));
        assertThat(report.hasFailures()).isFalse();
    }

    @Test
    void robotsTxtIsAskedOnceADay() throws IOException {
        site.on("/robots.txt", "200 OK", "User-agent: *\nDisallow: /x\n").page("/x", "Open.").feed("/feed", "/x");
        Source source = feed("quay", site.address("/feed"));
        fetch.fetch(source);
        fetch.clock = Clock.fixed(NOW.plus(Duration.ofHours(23)), ZoneOffset.UTC);
        fetch.fetch(source);
        assertThat(site.requests()).filteredOn(r -> r.path().equals("/robots.txt")).hasSize(1);
        fetch.clock = Clock.fixed(NOW.plus(Duration.ofHours(24)), ZoneOffset.UTC);
        fetch.fetch(source);
        assertThat(site.requests()).filteredOn(r -> r.path().equals("/robots.txt")).hasSize(2);
        fetch.clock = Clock.fixed(NOW.minus(Duration.ofDays(365)), ZoneOffset.UTC); // what was read tomorrow is not believed
        fetch.fetch(source);
        assertThat(site.requests()).filteredOn(r -> r.path().equals("/robots.txt")).hasSize(3);
        assertThat(site.asked()).doesNotContain("/x");
    }

    @Test
    void whatWasRedirectedIsAskedForUnderTheRulesOfItsHost() throws IOException {
        site.on("/robots.txt", (request, to) -> to.write(TestSite.answer("200 OK", (request.header("Host").startsWith("b.")
                ? "User-agent: *\nDisallow: /\n" : "").getBytes())));
        site.on("/a", "301 Moved|Location: " + site.at("b.example", "/a"), "").feed("/feed", "/a");
        FetchReport report = fetch.fetch(feed("quay", site.address("/feed"), "b.example"));
        assertThat(report.sources().getFirst().failures()).containsExactly(
                new FetchReport.Failure(site.address("/a"), "the robots.txt of b.example does not allow it; not tried again"));
    }

    @Test
    void requestsOfARunAreBoundedAndTheRestWaits() throws IOException {
        String[] pages = IntStream.range(0, 10).mapToObj(i -> "/p" + i).toArray(String[]::new);
        for (String page : pages) {
            site.page(page, "Open.");
        }
        site.feed("/feed", pages);
        fetch.mostRequests = 6; // robots.txt, the feed, four pages
        FetchReport first = fetch.fetch(feed("quay", site.address("/feed")));
        assertThat(first.requests()).isEqualTo(6);
        assertThat(first.hasFailures()).isFalse();
        assertThat(first.sources().getFirst().fresh()).isEqualTo(4);
        assertThat(first.sources().getFirst().waiting()).isEqualTo(6);
        assertThat(first.sources().getFirst().waits()).containsExactly("the limit of 6 requests a run is reached");
        site.feed("/feed"); // names them no more
        fetch.mostRequests = 100;
        assertThat(fetch.fetch(feed("quay", site.address("/feed"))).sources().getFirst().fresh()).isEqualTo(6);
        assertThat(fetch.articles()).hasSize(10);
    }

    @Test
    void pagesOfASourceAreBoundedAndThoseThatWaitedLongestComeFirst() throws IOException {
        String[] pages = IntStream.range(0, 5).mapToObj(i -> "/p" + i).toArray(String[]::new);
        for (String page : pages) {
            site.page(page, "Open.");
        }
        Path file = Files.writeString(folder.resolve("list.txt"),
                IntStream.range(0, 5).mapToObj(i -> site.address("/p" + i)).collect(Collectors.joining("\n")));
        Source all = list("ours", file);
        Source two = new Source("ours", all.kind(), null, file, "", all.articles(), all.allowPrivate(),
                new Limits(Duration.ZERO, Duration.ofSeconds(20), 1 << 20, 2));
        for (int run = 0; run < 3; run++) {
            fetch.fetch(two);
        }
        assertThat(site.asked()).containsExactly("/p0", "/p1", "/p2", "/p3", "/p4", "/p0");
    }

    @Test
    void twoFeedsThatNameTheSamePageFetchItOnce() throws IOException {
        site.page("/a", "Open.").feed("/feed1", "/a").feed("/feed2", "/a");
        FetchReport report = fetch.fetch(feed("one", site.address("/feed1")), feed("two", site.address("/feed2")));
        assertThat(site.asked()).containsExactlyInAnyOrder("/feed1", "/feed2", "/a");
        assertThat(report.sources()).extracting(FetchReport.OfSource::fresh).containsExactly(1, 0);
    }

    private static Answer answer(WebAddress address) {
        return new Answer(address, NOW, List.of(), 200, "OK", List.of(), new byte[0], new byte[0], null);
    }

    @Test
    void aRunBeginsNoRequestThatItWouldHaveToWaitForPastItsEnd() throws Exception {
        var nanos = new AtomicLong();
        WebAddress page = WebAddress.of("https://quay.example/").orElseThrow();
        var turns = new Turns(Clock.fixed(NOW, ZoneOffset.UTC), wait -> nanos.addAndGet(wait.toNanos()), nanos::get, 1,
                new SourceList.Bounds(100, Duration.ofMinutes(1)), Map.of());
        for (int i = 0; i < 2; i++) { // at 0 and 40 seconds
            assertThat(turns.take(page, Duration.ofSeconds(40), 1, () -> answer(page)).status()).isEqualTo(200);
        }
        assertThatThrownBy(() -> turns.take(page, Duration.ofSeconds(40), 1, () -> answer(page)))
                .isInstanceOf(TroubleException.class).hasMessage("the run may take 1 minutes, and they are over");
    }

    @Test
    void whoMayTakeMoreMemoryCountsForSeveralThreads() throws Exception {
        var turns = new Turns(Clock.fixed(NOW, ZoneOffset.UTC), Pause.REAL, () -> 0, 2,
                new SourceList.Bounds(100, Duration.ofMinutes(1)), Map.of());
        WebAddress page = WebAddress.of("https://quay.example/").orElseThrow();
        // more than there is: it takes all, and does not wait for ever
        assertThat(turns.take(page, Duration.ZERO, 100 * Turns.BYTES_A_THREAD, () -> answer(page)).status()).isEqualTo(200);
    }

    @Test
    void aNameIsLookedUpOnceForEachRequest() throws IOException {
        site.feed("/feed");
        var names = new ArrayList<String>();
        DnsResolver counting = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                names.add(host);
                return new InetAddress[] {InetAddress.getLoopbackAddress()};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                names.add(host);
                return host;
            }
        };
        var list = new SourceList("desk@quay.example", SourceList.Bounds.DEFAULTS, List.of(feed("quay", site.address("/feed"))));
        new Fetcher(1, fetch.pauses::add, counting, Disk.REAL).fetch(list, fetch.out, fetch.clock);
        assertThat(site.requests()).hasSize(2);
        assertThat(names).containsExactly("localhost", "localhost");
    }
}
