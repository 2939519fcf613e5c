package org.openwash.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openwash.Pipeline;
import org.openwash.domain.Decisions;
import org.openwash.domain.Outcome;
import org.openwash.domain.Sha256;
import org.openwash.facts.FactBook;
import org.openwash.index.ArticleIndex;
import org.openwash.publication.Method;
import org.openwash.report.CsvStyle;
import org.openwash.report.ReportWriter;
import org.openwash.testing.GeneratedClaims;

/// How long people wait for the reports of a large index, from the index to the last file on the disk. They are written
/// twice; the second time must give the same bytes. "At work" is the time of the processor without waiting for the disk,
/// for other programs and for the collection of garbage.
public final class ReportsBench {

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private ReportsBench() {}

    /// @param args number of claims
    public static void main(String[] args) throws IOException {
        int claims = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        Path folder = Files.createTempDirectory("openwash-bench-");
        var generated = new GeneratedClaims();
        FactBook facts = FactBook.load(null);
        var writer = new ReportWriter(facts.catalogue(), 0.5, Decisions.none(), Pipeline.edition(facts), CsvStyle.PLAIN,
                Method.of(Map.of()), null, Clock.systemUTC());
        try (var index = ArticleIndex.openForWriting(folder.resolve("index"), GeneratedClaims.families())) {
            for (int n = 0; n < claims / GeneratedClaims.CLAIMS_PER_ARTICLE; n++) {
                index.put(generated.article(n));
            }
            index.commit(Map.of());
            print("index of %,d claims is built", claims);
            Path out = folder.resolve("out");
            String first = write(index, writer, out);
            print("the second time gave %s", first.equals(write(index, writer, out)) ? "the same bytes" : "OTHER BYTES");
            try (Stream<Path> files = Files.list(out)) {
                print("%d files, %.0f MB", files.count(), size(out) / 1e6);
            }
        }
        print("heap at most %d MB", Runtime.getRuntime().maxMemory() >> 20);
        remove(folder);
    }

    /// The hashes of what was written.
    private static String write(ArticleIndex index, ReportWriter writer, Path out) throws IOException {
        long start = System.nanoTime();
        long busy = CLOCK.getCurrentThreadCpuTime();
        try (Stream<Outcome> stored = index.articles()) {
            writer.rewrite(out, stored);
        }
        print("all reports written in %.1f s, %.1f s of them at work", (System.nanoTime() - start) / 1e9,
                (CLOCK.getCurrentThreadCpuTime() - busy) / 1e9);
        var hashes = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.toList()) {
                hashes.put(file.getFileName().toString(), Sha256.of(Files.readAllBytes(file)));
            }
        }
        return hashes.toString();
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
