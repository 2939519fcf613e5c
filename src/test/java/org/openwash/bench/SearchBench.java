package org.openwash.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openwash.bench.Queries.Asked;
import org.openwash.domain.Decisions;
import org.openwash.domain.Hit;
import org.openwash.index.ArticleIndex;
import org.openwash.index.ClaimSearch;
import org.openwash.index.Marks;
import org.openwash.testing.GeneratedClaims;
import org.openwash.testing.ReadersUnderLoad;

/// How long people wait for a search, over an index as large as the news of some years. Times of queries are processor
/// time of the one thread that asks, so that what else the machine does counts for nothing; waiting for a disk does not
/// count either.
public final class SearchBench {

    private static final int SHOWN = 20;
    private static final int READERS = 200;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private SearchBench() {}

    /// @param args number of claims, seconds of load, folder
    public static void main(String[] args) throws IOException, InterruptedException {
        int claims = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        Path folder = args.length > 2 ? Path.of(args[2]) : Files.createTempDirectory("openwash-bench-");
        var generated = new GeneratedClaims();
        build(generated, claims, folder);
        try (var index = ArticleIndex.openForReading(folder); var search = index.search(0.5, Decisions.none())) {
            latency(search, generated);
            facets(search, generated);
            similar(search);
        }
        if (seconds > 0) {
            System.out.println(ReadersUnderLoad.run(folder, READERS, seconds, generated, claims / GeneratedClaims.CLAIMS_PER_ARTICLE));
        }
        if (args.length <= 2) {
            remove(folder);
        }
    }

    private static void build(GeneratedClaims generated, int claims, Path folder) throws IOException {
        if (!Files.isDirectory(folder) || isEmpty(folder)) {
            long start = System.nanoTime();
            try (var index = ArticleIndex.openForWriting(folder, GeneratedClaims.families())) {
                for (int n = 0; n < claims / GeneratedClaims.CLAIMS_PER_ARTICLE; n++) {
                    index.put(generated.article(n));
                }
                index.commit(Map.of());
            }
            print("built: %,d claims in %.0f s", claims, (System.nanoTime() - start) / 1e9);
        }
        try (Stream<Path> files = Files.list(folder)) {
            print("size on disk: %.0f MB", files.mapToLong(file -> file.toFile().length()).sum() / 1e6);
        }
    }

    private static void latency(ClaimSearch search, GeneratedClaims generated) throws IOException {
        for (Asked asked : new Queries(generated, 1).some(2_000)) { // until the virtual machine is warm
            search.find(asked.query(), SHOWN, Marks.HTML);
        }
        Map<String, List<Double>> byKind = new TreeMap<>();
        var all = new ArrayList<Double>();
        for (Asked asked : new Queries(generated, 2).some(1_000)) {
            double took = time(() -> search.find(asked.query(), SHOWN, Marks.HTML));
            all.add(took);
            byKind.computeIfAbsent(asked.kind(), kind -> new ArrayList<>()).add(took);
        }
        print("1,000 queries, one after the other: %s", percentiles(all));
        byKind.forEach((kind, took) -> print("  %-24s %s", kind, percentiles(took)));
    }

    private static void facets(ClaimSearch search, GeneratedClaims generated) throws IOException {
        var took = new ArrayList<Double>();
        for (Asked asked : new Queries(generated, 3).some(200)) {
            took.add(time(() -> search.facets(asked.query())));
        }
        print("facets of 200 queries: %s", percentiles(took));
        print("facets of all claims, asked again: %.2f ms", time(() -> search.facets("")));
    }

    private static void similar(ClaimSearch search) throws IOException {
        var took = new ArrayList<Double>();
        for (Hit hit : search.find("", 200, Marks.PLAIN).best()) {
            took.add(time(() -> search.similar(hit.row(), 5)));
        }
        print("similar to 200 claims: %s", percentiles(took));
    }

    private interface Work {
        void run() throws IOException;
    }

    /// Milliseconds.
    private static double time(Work work) throws IOException {
        long start = CLOCK.getCurrentThreadCpuTime();
        work.run();
        return (CLOCK.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static String percentiles(List<Double> times) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return String.format(Locale.ROOT, "p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, longest %.2f ms", at(sorted, 0.5), at(sorted, 0.9),
                at(sorted, 0.99), sorted[sorted.length - 1]);
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
