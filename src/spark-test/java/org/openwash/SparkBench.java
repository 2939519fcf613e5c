package org.openwash;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.openwash.report.RowSink;
import org.openwash.spark.SparkRun;
import tools.jackson.databind.json.JsonMapper;

/// Measures a run on Spark with two cores of this machine against the same run with two threads and against one core, from
/// inputs to reports, once Spark has started. By the clock, in turn. Run by `scripts/bench spark`.
final class SparkBench {

    private static final int ROUNDS = 3;
    /// About 2.5 kB each.
    private static final int ARTICLES_A_MEGABYTE = 400;
    private static final int FILES = 24;

    private final Path folder;
    private final List<String> inputs;
    private int runs;

    private SparkBench(Path folder, int megabytes) throws IOException {
        this.folder = folder;
        this.inputs = List.of(news(folder.resolve("news"), megabytes * ARTICLES_A_MEGABYTE).toString());
    }

    public static void main(String[] args) throws IOException {
        new SparkBench(Path.of(args[0]), Integer.parseInt(args[1])).compare(Integer.parseInt(args[1]));
    }

    /// JSON lines in several files, as crawls have them.
    private static Path news(Path folder, int articles) throws IOException {
        var news = new GeneratedNews();
        var json = JsonMapper.builder().build();
        Files.createDirectories(folder);
        for (int file = 0; file < FILES; file++) {
            try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve("news-%02d.jsonl".formatted(file)))) {
                for (int i = file; i < articles; i += FILES) {
                    writer.write(json.writeValueAsString(Map.of("title", "Town news " + i, "text", news.article(i),
                            "url", "https://paper-%d.example/%d".formatted(i % 40, i))));
                    writer.write('\n');
                }
            }
        }
        return folder;
    }

    private void compare(int megabytes) throws IOException {
        double alone;
        double two;
        try (var spark = spark(2)) {
            timed(() -> onSpark(spark)); // warms both up
            timed(this::alone);
            alone = Double.MAX_VALUE;
            two = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                alone = Math.min(alone, timed(this::alone));
                two = Math.min(two, timed(() -> onSpark(spark)));
            }
        }
        double one = Double.MAX_VALUE;
        try (var spark = spark(1)) {
            for (int round = 0; round < ROUNDS; round++) {
                one = Math.min(one, timed(() -> onSpark(spark)));
            }
        }
        System.out.printf(Locale.ROOT, "%d MB of general text, from JSON lines to reports%n", megabytes);
        System.out.printf(Locale.ROOT, "two threads, without Spark %8.1f s%n", alone);
        System.out.printf(Locale.ROOT, "Spark with two cores       %8.1f s   %.2f of the rate of two threads%n", two, alone / two);
        System.out.printf(Locale.ROOT, "Spark with one core        %8.1f s   two cores are %.2f times as fast%n", one, one / two);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static double timed(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static JavaSparkContext spark(int cores) {
        return new JavaSparkContext(new SparkConf().setMaster("local[" + cores + "]").setAppName("openwash")
                .set("spark.ui.enabled", "false").set("spark.driver.host", "127.0.0.1").set("spark.driver.bindAddress", "127.0.0.1"));
    }

    private Map<String, String> options(String threads) {
        return Map.of("out", folder.resolve("out-" + runs++).toString(), "threads", threads, "as-of", "2026-01-01");
    }

    private void alone() throws IOException {
        pipeline(options("2")).run(inputs, InputStream.nullInputStream(), done -> { });
    }

    private void onSpark(JavaSparkContext spark) throws IOException {
        SettingsLayers layers = SettingsLayers.of(null, options("1"));
        var all = new LinkedHashMap<String, String>();
        layers.entries().forEach(entry -> all.put(entry.name(), entry.value()));
        Settings settings = layers.settings();
        var parts = new SparkRun(spark, inputs, all, settings, settings.out().resolve("parts").toUri().toString(), 0);
        new Pipeline(settings, Clock.systemUTC()).run(inputs, parts, RowSink.NONE);
    }

    private static Pipeline pipeline(Map<String, String> options) {
        return new Pipeline(SettingsLayers.of(null, options).settings(), Clock.systemUTC());
    }
}
