package org.openwash.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.netpreserve.jwarc.WarcReader;
import org.openwash.ingest.Found;
import org.openwash.ingest.SourceOptions;
import org.openwash.ingest.Sources;

/// Where a test fetches into: a sources file, an output folder, a clock that it sets, and names that all lead home.
final class FetchFolder {

    static final Instant NOW = Instant.parse("2026-11-28T03:15:00Z");
    static final Limits QUICK = new Limits(Duration.ZERO, Duration.ofSeconds(20), 1 << 20, 200);

    final Path out;
    final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    Disk disk = Disk.REAL;
    int threads = 4;
    int mostRequests = 1_000;

    FetchFolder(Path folder) {
        out = folder.resolve("out");
    }

    static final DnsResolver HOME = new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            if (host.startsWith("nowhere")) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    };

    FetchReport fetch(Source... sources) throws IOException {
        return new Fetcher(threads, pauses::add, HOME, disk)
                .fetch(new SourceList("desk@quay.example", new SourceList.Bounds(mostRequests, Duration.ofHours(1)), List.of(sources)), out, clock);
    }

    static Source feed(String name, String address, String... allowed) {
        return feed(name, address, QUICK, Source.Articles.PAGES, allowed);
    }

    static Source feed(String name, String address, Limits limits, Source.Articles articles, String... allowed) {
        var hosts = new ArrayList<>(List.of(allowed));
        hosts.add("localhost");
        return new Source(name, Source.Kind.FEED, address, null, "", articles, Set.copyOf(hosts), limits);
    }

    static Source list(String name, Path file) {
        return new Source(name, Source.Kind.ADDRESSES, null, file, "", Source.Articles.PAGES, Set.of("localhost"), QUICK);
    }

    Path archiveFolder() {
        return out.resolve("archive");
    }

    List<String> files() {
        try (Stream<Path> files = Files.list(archiveFolder())) {
            return files.map(f -> String.valueOf(f.getFileName())).filter(f -> !f.equals(".fetch.lock")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String state() throws IOException {
        return Files.readString(archiveFolder().resolve(FetchState.FILE));
    }

    /// The addresses of the articles that the reader of articles finds in the archive.
    List<String> articles() {
        var found = new ArrayList<String>();
        new Sources(SourceOptions.defaults()).forEach(List.of(archiveFolder().toString()), InputStream.nullInputStream(), f -> {
            if (f instanceof Found.Raw raw) {
                found.add(String.valueOf(raw.article().given().url()));
            }
        });
        return found;
    }

    /// Types of the records of an archive, with their addresses.
    static List<String> records(Path archive) throws IOException {
        var records = new ArrayList<String>();
        try (var reader = new WarcReader(Channels.newChannel(new ByteArrayInputStream(Files.readAllBytes(archive))))) {
            for (var record : reader) {
                records.add(record.type() + " " + record.headers().first("WARC-Target-URI").orElse(""));
            }
        }
        return records;
    }
}
