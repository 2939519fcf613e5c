package org.openwash.text;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.openwash.domain.Format;
import org.openwash.domain.Metadata;
import org.openwash.domain.RawArticle;
import org.openwash.domain.UnreadableArticleException;

/// Compares reading whole articles from web pages with parsing the same pages alone, in one run, so that the ratio
/// means the same on every machine. Run by `scripts/bench extract FOLDER` (HTML files, also gzipped).
final class ExtractionBench {

    private static final int WARM_UP_ROUNDS = 10;
    private static final int ROUNDS = 10;

    private ExtractionBench() {}

    private record Page(String name, byte[] bytes) {}

    public static void main(String[] args) throws IOException {
        List<Page> pages = pages(Path.of(args[0]));
        double megabytes = pages.stream().mapToLong(p -> p.bytes.length).sum() / 1e6;
        var cleaner = new TextCleaner();
        long bestParse = Long.MAX_VALUE;
        long bestRead = Long.MAX_VALUE;
        long characters = 0;
        for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
            long start = cpu();
            for (Page page : pages) {
                characters += parse(page);
            }
            long between = cpu();
            for (Page page : pages) {
                characters += read(cleaner, page);
            }
            if (round >= WARM_UP_ROUNDS) {
                bestParse = Math.min(bestParse, between - start);
                bestRead = Math.min(bestRead, cpu() - between);
            }
        }
        System.out.printf(Locale.ROOT, "%d pages, %.1f MB (%d characters read)%n", pages.size(), megabytes, characters);
        System.out.printf(Locale.ROOT, "parse alone   %7.1f MB/s  %7.0f pages/s%n", megabytes / (bestParse / 1e9),
                pages.size() / (bestParse / 1e9));
        System.out.printf(Locale.ROOT, "read article  %7.1f MB/s  %7.0f pages/s%n", megabytes / (bestRead / 1e9),
                pages.size() / (bestRead / 1e9));
        System.out.printf(Locale.ROOT, "ratio         %7.2f%n", (double) bestParse / bestRead);
    }

    /// Time that this thread has had a processor: whatever else the machine does, it stays comparable.
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static int parse(Page page) {
        return Jsoup.parse(new String(page.bytes, StandardCharsets.UTF_8)).childNodeSize();
    }

    private static int read(TextCleaner cleaner, Page page) {
        try {
            return cleaner.clean(new RawArticle(page.name, Format.HTML, page.bytes, null, Metadata.UNKNOWN)).text().length();
        } catch (UnreadableArticleException e) {
            return 0; // a page without an article takes its time all the same
        }
    }

    private static List<Page> pages(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sorted = files.filter(f -> f.toString().matches(".*\\.html?(\\.gz)?")).sorted().toList();
            List<Page> pages = new ArrayList<>();
            for (Path file : sorted) {
                try (var in = Files.newInputStream(file)) {
                    byte[] bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
                    pages.add(new Page(file.toString(), bytes));
                }
            }
            return pages;
        }
    }
}
