package org.openwash.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openwash.fetch.FetchFolder.NOW;
import static org.openwash.fetch.FetchFolder.feed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.domain.SetupException;
import org.openwash.testing.TestSite;

/// What is remembered from run to run, and what becomes of it where clocks, disks and files fail.
class FetchStateTest {

    @TempDir
    private Path folder;

    private TestSite site;
    private FetchFolder fetch;
    private Source source;

    @BeforeEach
    void aFeedOfTwoPages() throws IOException {
        site = new TestSite();
        site.page("/a", "Llama 2 is open source.").page("/b", "Grafana is open source.").feed("/feed", "/a", "/b");
        fetch = new FetchFolder(folder);
        source = feed("quay", site.address("/feed"));
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    private FetchReport.OfSource run() throws IOException {
        return fetch.fetch(source).sources().getFirst();
    }

    private void at(Instant now) {
        fetch.clock = Clock.fixed(now, ZoneOffset.UTC);
    }

    @Test
    void aClockSetBackAYearLosesNothingAndIsNoted() throws IOException {
        run();
        at(NOW.minus(Duration.ofDays(365)));
        site.page("/c", "Redis is open source.").feed("/feed", "/c", "/b");
        FetchReport report = fetch.fetch(source);
        assertThat(report.hasFailures()).isFalse();
        assertThat(report.sources().getFirst().fresh()).isOne();
        assertThat(report.warnings()).containsExactly("the clock says 2025-11-28T03:15:00Z, but the last run was at 2026-11-28T03:15:00Z:"
                + " it was set back, or wrong then. Nothing is lost by it; times in the report may be odd.");
        assertThat(fetch.files()).containsExactly(
                ".fetch-state.jsonl", "20251128T031500Z-fetch.warc.gz", "20261128T031500Z-fetch.warc.gz");
        assertThat(fetch.fetch(source).warnings()).isEmpty();
        assertThat(fetch.articles()).hasSize(3);
    }

    @Test
    void aRestThatAWrongClockNamedIsNotKeptForAYear() throws IOException {
        site.on("/a", "503 Service Unavailable|Retry-After: 3600", "");
        run();
        assertThat(fetch.state()).contains("\"name\":\"localhost\",\"rest\":\"2026-11-28T04:15:00Z\"");
        assertThat(run().waits()).containsExactly("localhost asked to be left alone until 2026-11-28T04:15:00Z");
        at(NOW.minus(Duration.ofDays(365)));
        site.page("/a", "Llama 2 is open source.");
        assertThat(run().fresh()).isEqualTo(2);
    }

    @ParameterizedTest(name = "Retry-After {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # header                            | state says until
            3600                                | 2026-11-28T04:15:00Z
            Sat, 28 Nov 2026 05:00:00 GMT       | 2026-11-28T05:00:00Z
            Saturday, 28-Nov-26 05:00:00 GMT    | 2026-11-28T05:00:00Z
            Sat, 28 Nov 2099 05:00:00 GMT       | 2026-12-05T03:15:00Z
            999999999999999                     | 2026-12-05T03:15:00Z
            -1                                  |
            Sat, 28 Nov 2020 05:00:00 GMT       |
            soon                                |
            """)
    void retryAfterIsRememberedWithinBounds(String header, String until) throws IOException {
        site.on("/feed", "503 Service Unavailable|Retry-After: " + header, "");
        assertThat(run().failures()).hasSize(1);
        if (until == null) {
            assertThat(fetch.state()).doesNotContain("\"host\"");
        } else {
            assertThat(fetch.state()).contains("\"rest\":\"" + until + "\"");
            assertThat(run().waits()).containsExactly("localhost asked to be left alone until " + until);
        }
    }

    @Test
    void aShortRestIsWaitedFor() throws IOException {
        site.on("/feed", "200 OK|Content-Type: text/xml|Retry-After: 7", site.rss("/a", "/b"));
        run();
        assertThat(fetch.pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aNightOfSummerTimeIsANightLikeAnyOther() throws IOException {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        site.on("/b", "503 Service Unavailable|Retry-After: 3600", "");
        fetch.clock = Clock.fixed(Instant.parse("2026-10-25T00:30:00Z"), berlin); // 02:30, summer time
        run();
        fetch.clock = Clock.fixed(Instant.parse("2026-10-25T01:30:00Z"), berlin); // 02:30 again, winter time
        site.page("/b", "Grafana is open source.");
        FetchReport second = fetch.fetch(source);
        assertThat(second.warnings()).isEmpty();
        assertThat(second.sources().getFirst().fresh()).isOne();
        assertThat(fetch.files()).containsExactly(
                ".fetch-state.jsonl", "20261025T003000Z-fetch.warc.gz", "20261025T013000Z-fetch.warc.gz");
    }

    @ParameterizedTest
    @CsvSource({"tr-TR, Pacific/Kiritimati", "ar-SA-u-nu-arab, Pacific/Apia", "th-TH-u-ca-buddhist-nu-thai, America/St_Johns"})
    void localeTimeZoneAndThreadsChangeNoByte(String language, String zone) throws IOException {
        site.on("/feed", "200 OK|Content-Type: TEXT/XML|ETag: \"I\"|Last-Modified: Sat, 28 Nov 2026 01:00:00 GMT", site.rss("/a", "/b"));
        Path archive = Objects.requireNonNull(fetch.fetch(source).archive());
        byte[] expected = Files.readAllBytes(archive);
        String state = fetch.state();
        Locale locale = Locale.getDefault();
        TimeZone here = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            var other = new FetchFolder(folder.resolve("other"));
            other.threads = 1;
            Path same = Objects.requireNonNull(other.fetch(source).archive());
            assertThat(same.getFileName()).isEqualTo(archive.getFileName());
            assertThat(Files.readAllBytes(same)).isEqualTo(expected);
            assertThat(other.state()).isEqualTo(state);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(here);
        }
    }

    @Test
    void aHalfWrittenArchiveIsClearedAwayAndFetchedAgain() throws IOException {
        Files.createDirectories(fetch.archiveFolder());
        Path part = Files.writeString(fetch.archiveFolder().resolve(".20261127T031500Z-fetch.warc.gz.1.part"), "half");
        Path whole = Files.writeString(fetch.archiveFolder().resolve(".20261127T031500Z-fetch.warc.gz.part"), "half");
        assertThat(run().fresh()).isEqualTo(2);
        assertThat(part).doesNotExist();
        assertThat(whole).doesNotExist();
    }

    @Test
    void aCrashBetweenArchiveAndStateOnlyFetchesAgain() throws IOException {
        run();
        Files.delete(fetch.archiveFolder().resolve(FetchState.FILE)); // as if the archive alone had been written
        assertThat(run().fresh()).isEqualTo(2);
        assertThat(fetch.files()).containsExactly(
                ".fetch-state.jsonl", "20261128T031500Z-2-fetch.warc.gz", "20261128T031500Z-fetch.warc.gz");
    }

    @ParameterizedTest(name = "cut to {0} percent")
    @ValueSource(ints = {0, 10, 60, 99})
    void aHalfWrittenStateFileIsReadAsFarAsItGoesAndKept(int percent) throws IOException {
        run();
        String state = fetch.state();
        Path file = fetch.archiveFolder().resolve(FetchState.FILE);
        Files.writeString(file, state.substring(0, state.length() * percent / 100));
        FetchReport report = fetch.fetch(source);
        assertThat(report.damaged()).isTrue();
        assertThat(report.hasFailures()).isTrue();
        assertThat(report.warnings()).singleElement().asString().startsWith(file.toString()).contains("damaged or cut short");
        assertThat(fetch.files()).anyMatch(name -> name.startsWith(".fetch-state.damaged-"));
        assertThat(fetch.articles()).contains(site.address("/a"), site.address("/b"));
        assertThat(fetch.fetch(source).damaged()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"page\":{}}", "{\"page\":7}", "{}", "[]", "null", "{\"host\":{\"name\":\"x\",\"rest\":\"yesterday\"}}",
            "{\"pages\":{}}", "\u0000\u0000", "{\"source\":null}", "{\"page\":{\"address\":\"http://x.example/\"}}"})
    void aDamagedLineCostsOnlyItself(String line) throws IOException {
        run();
        Path file = fetch.archiveFolder().resolve(FetchState.FILE);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.add(2, line);
        Files.write(file, lines);
        site.forgetRequests();
        FetchReport report = fetch.fetch(source);
        assertThat(report.warnings()).singleElement().asString().contains("line 3: damaged or cut short");
        assertThat(site.asked()).containsExactly("/feed");
    }

    @Test
    void aStateOfANewerVersionIsNotTouched() throws IOException {
        Files.createDirectories(fetch.archiveFolder());
        Path file = fetch.archiveFolder().resolve(FetchState.FILE);
        Files.writeString(file, "{\"head\":{\"format\":2,\"run\":7,\"at\":\"2026-11-27T03:15:00Z\",\"lines\":0}}\n");
        assertThatThrownBy(this::run).isInstanceOf(SetupException.class).hasMessage(file + ", line 1: written by a newer version"
                + " of this program (format 2). Use that version, or move the file away: pages will be fetched again.");
        assertThat(Files.readString(file)).contains("\"run\":7");
        assertThat(site.requests()).isEmpty();
    }

    /// A disk with so much room, over all files.
    private static Disk diskOf(long bytes) {
        long[] left = {bytes};
        return path -> {
            WritableByteChannel file = Disk.REAL.create(path);
            return new WritableByteChannel() {
                @Override
                public int write(ByteBuffer source) throws IOException {
                    synchronized (left) {
                        if (source.remaining() > left[0]) {
                            throw new IOException("No space left on device");
                        }
                        left[0] -= source.remaining();
                        return file.write(source);
                    }
                }

                @Override
                public boolean isOpen() {
                    return file.isOpen();
                }

                @Override
                public void close() throws IOException {
                    file.close();
                }
            };
        };
    }

    @ParameterizedTest(name = "room for {0} bytes")
    @ValueSource(longs = {0, 10, 500, 1_500, 3_000, 4_500})
    void aFullDiskEndsTheRunAndLeavesAllAsItWas(long room) throws IOException {
        fetch.fetch(feed("other", site.address("/none")));
        String state = fetch.state();
        fetch.disk = diskOf(room);
        assertThatThrownBy(this::run).isInstanceOf(IOException.class).hasMessageContaining("No space left on device")
                .hasMessageContaining("make room");
        assertThat(fetch.state()).isEqualTo(state);
        assertThat(fetch.files()).noneMatch(name -> name.endsWith(".part"));
        fetch.disk = Disk.REAL;
        assertThat(run().fresh()).isEqualTo(2);
        assertThat(fetch.articles()).contains(site.address("/a"), site.address("/b"));
    }

    @Test
    void aDiskThatIsFullOnlyForTheStateLosesNoPage() throws IOException {
        fetch.disk = path -> path.toString().contains("state") ? diskOf(100).create(path) : Disk.REAL.create(path);
        assertThatThrownBy(this::run).isInstanceOf(IOException.class).hasMessageContaining("No space left on device");
        assertThat(fetch.files()).containsExactly("20261128T031500Z-fetch.warc.gz");
        fetch.disk = Disk.REAL;
        assertThat(run().fresh()).isEqualTo(2);
    }

    @Test
    void whatIsKeptOfAStateComesBack() throws IOException {
        Files.createDirectories(fetch.archiveFolder());
        FetchState state = FetchState.load(fetch.archiveFolder());
        state.rests.put("quay.example", NOW);
        state.robots.put("https://quay.example", new Robots.Remembered(NOW, "User-agent: *\nDisallow: /\u00fc"));
        state.save(fetch.archiveFolder(), Disk.REAL, NOW);
        FetchState again = FetchState.load(fetch.archiveFolder());
        assertThat(again.rests).isEqualTo(state.rests);
        assertThat(again.robots).isEqualTo(state.robots);
        assertThat(again.run()).isEqualTo(2);
        assertThat(Map.copyOf(again.pages)).isEmpty();
    }

    @Test
    void aSecondRunIntoTheSameFolderIsKeptOut() throws IOException {
        Files.createDirectories(fetch.archiveFolder());
        try (FetchLock held = FetchLock.on(fetch.archiveFolder())) {
            assertThatThrownBy(this::run).isInstanceOf(FetchLockedException.class).hasMessage("Another run is fetching into "
                    + fetch.archiveFolder() + ". Wait for it to end, or choose another folder with --out.");
        }
        assertThat(run().fresh()).isEqualTo(2);
    }
}
