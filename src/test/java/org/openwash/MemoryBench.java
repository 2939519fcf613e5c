package org.openwash;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Measures whether memory grows with the input: generated articles go as JSON lines through standard input into an
/// analysis with 512 MB of heap, and at each tenth a full collection tells what is still held. Where the system has no
/// `/proc`, the memory of the process is left out. Run by `scripts/bench memory`.
final class MemoryBench {

    private static final int STEPS = 10;
    /// Larger than most articles by a thousand times: one in so many.
    private static final int HUGE = 20_000;
    private static final Pattern HELD = Pattern.compile("Pause (\\w+).*?->(\\d+)([KM])\\(");

    private final Path folder = Files.createTempDirectory("openwash-memory");
    private final Path log = folder.resolve("gc.log");
    private final GeneratedNews news = new GeneratedNews();

    private MemoryBench() throws IOException {}

    public static void main(String[] args) throws IOException, InterruptedException {
        var bench = new MemoryBench();
        try {
            bench.run((long) (Double.parseDouble(args[0]) * 1e9), args[1].equals("pages"));
        } finally {
            try (Stream<Path> left = Files.walk(bench.folder)) {
                for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private void run(long bytes, boolean pages) throws IOException, InterruptedException {
        Process analysis = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-XX:+UseSerialGC", "-Xlog:gc:file=" + log + ":time:filecount=0",
                "-cp", System.getProperty("java.class.path"), "org.openwash.Main", "analyze", "--threads", "1", "--out",
                folder.resolve("out").toString(), "-")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        long first = 0;
        int firstArticles = 0;
        int articles = 0;
        long held = 0;
        try (BufferedWriter in = new BufferedWriter(analysis.outputWriter(StandardCharsets.UTF_8))) {
            var json = new JsonMapper();
            long sent = 0;
            for (int step = 1; step <= STEPS; step++) {
                while (sent < bytes / STEPS * step) {
                    String line = json.writeValueAsString(article(articles++, pages));
                    in.write(line);
                    in.write('\n');
                    sent += line.length() + 1;
                }
                in.flush();
                held = collected(analysis.pid());
                if (step == 1) {
                    first = held;
                    firstArticles = articles;
                }
                System.out.printf(Locale.ROOT, "%6.2f GB, %8d articles: %6.1f MB held after a collection, %s%n", sent / 1e9, articles,
                        held / 1e6, resident(analysis.pid()));
            }
        } catch (IOException e) {
            System.out.println("the analysis ended before its input did");
        }
        boolean ended = analysis.waitFor(1, TimeUnit.DAYS);
        System.out.printf(Locale.ROOT, "a further article holds %.0f bytes; exit code %s; most held after a collection until the end, "
                + "reports included: %.1f MB%n", (held - first) / (double) Math.max(1, articles - firstArticles),
                ended ? analysis.exitValue() : "none", after(log).stream().mapToLong(Long::longValue).max().orElse(0) / 1e6);
    }

    private Map<String, String> article(int number, boolean pages) {
        var text = new StringBuilder(news.article(number));
        // 50 KB for a page, 0.9 MB for the huge
        for (int more = 1; more < (number % HUGE == HUGE - 1 ? 350 : pages ? 20 : 1); more++) {
            text.append("\n\n").append(news.article(number * 1_000 + more).lines().findFirst().orElse(""));
            text.append(news.article(number * 1_000 + more));
        }
        return Map.of("url", "https://news.example/" + number, "outlet", "outlet-" + number % 50, "title", "Report " + number,
                "text", text.toString());
    }

    /// Bytes still held after a full collection.
    private long collected(long pid) throws IOException, InterruptedException {
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), String.valueOf(pid), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        List<Long> all = after(log);
        return all.isEmpty() ? 0 : all.getLast();
    }

    /// What each full collection left.
    private static List<Long> after(Path log) throws IOException {
        List<Long> held = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            Matcher collection = HELD.matcher(line);
            if (collection.find() && collection.group(1).equals("Full")) {
                held.add(Long.parseLong(collection.group(2)) << (collection.group(3).equals("M") ? 20 : 10));
            }
        }
        return held;
    }

    private static String resident(long pid) throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.isReadable(status)) {
            return "memory of the process unknown";
        }
        return Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
                .map(line -> "%.0f MB resident".formatted(Long.parseLong(line.replaceAll("\\D", "")) / 1e3))
                .findFirst().orElse("ended");
    }
}
