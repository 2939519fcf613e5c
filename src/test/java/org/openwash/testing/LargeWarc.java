package org.openwash.testing;

import static org.openwash.testing.WarcFile.bytes;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Makes a WARC file of any size, as a crawl of news sites would leave it, for measuring: `LargeWarc MEGABYTES FILE`.
///
/// The same bytes every time for a size. Pages are words of the sample articles in random order, so they pack to about
/// a quarter; one in a hundred says that a model is open. Beside pages there are requests, notes, pictures, pages not
/// found and revisits. To be run in the project's folder.
public final class LargeWarc {

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{1,14}");
    /// Words of claims, which only one page in a hundred is to hold.
    private static final Pattern OF_CLAIMS = Pattern.compile(
            ".*(open|licen|source|free|weight|proprietary|closed|apache|mit|public|gpl).*");
    private static final List<String> MODELS = List.of("Llama 3", "Mistral 7B", "Gemma", "BLOOM", "Falcon 40B");
    private static final int ABOUT_MODELS = 100;

    /// Pages take their parts from as many ready-made ones.
    private static final int PARTS = 4000;

    private final List<String> words;
    private final OutputStream out;
    private final List<String> menu;
    private final List<String> script;
    private final List<String> paragraphs;
    private long written;
    private long records;

    private LargeWarc(List<String> words, OutputStream out) {
        this.words = words;
        this.out = out;
        var random = new Random(-1);
        menu = Stream.generate(() -> "<li class=\"menu-item menu-item-type-taxonomy\">"
                + "<a class=\"link\" href=\"/section/" + random.nextInt(10_000) + "\">" + words(3, random)
                + "</a></li>\n").limit(PARTS).toList();
        script = Stream.generate(() -> "\"key" + random.nextInt(1000) + "\": {\"visible\": true, \"rank\": "
                + random.nextInt(100) + "},\n").limit(PARTS).toList();
        paragraphs = Stream.generate(() -> "<p>" + sentences(4, random) + "</p>\n").limit(PARTS).toList();
    }

    public static void main(String[] args) throws IOException {
        long size = Long.parseLong(args[0]) << 20;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(args[1])), 1 << 20)) {
            var warc = new LargeWarc(words(), out);
            warc.add(WarcFile.info());
            int pages = 0;
            while (warc.written < size) {
                warc.visit(pages++);
            }
            System.out.println(warc.records + " records, " + pages + " pages");
        }
    }

    /// Most frequent first.
    private static List<String> words() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("corpus"))) {
            for (Path file : files.filter(f -> f.toString().matches(".*/(markdown|text)/.*")).sorted().toList()) {
                WORD.matcher(Files.readString(file).toLowerCase(Locale.ROOT)).results()
                        .forEach(word -> counts.merge(word.group(), 1, Integer::sum));
            }
        }
        return counts.entrySet().stream()
                .filter(e -> !OF_CLAIMS.matcher(e.getKey()).matches())
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey).toList();
    }

    /// What a crawler writes down while it gets one page.
    private void visit(int number) throws IOException {
        var random = new Random(number);
        String address = "https://paper-" + number % 50 + ".example/2024/" + (1 + number % 12) + "/" + number;
        add(WarcFile.record("request", address, bytes("GET / HTTP/1.1\r\nUser-Agent: crawler\r\n\r\n"),
                "Content-Type: application/http; msgtype=request"));
        add(WarcFile.response(address, "200 OK|Content-Type: text/html; charset=utf-8", page(number, random)));
        add(WarcFile.record("metadata", address, bytes("fetchTimeMs: " + random.nextInt(1000) + "\r\n"),
                "Content-Type: application/warc-fields"));
        if (number % 4 == 0) {
            byte[] picture = new byte[5_000 + random.nextInt(20_000)];
            random.nextBytes(picture);
            add(WarcFile.response(address + ".jpg", "200 OK|Content-Type: image/jpeg", picture));
        }
        if (number % 10 == 0) {
            add(WarcFile.response(address + "/lost", "404 Not Found|Content-Type: text/html", bytes("<p>Nothing</p>")));
        }
        if (number % 20 == 19) {
            add(WarcFile.record("revisit", address, bytes(""), "WARC-Refers-To-Date: 2024-01-02T03:04:05Z"));
        }
    }

    private byte[] page(int number, Random random) {
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(words(8, random))
                .append("</title><meta property=\"article:published_time\" content=\"2024-")
                .append("%02d-%02d".formatted(1 + number % 12, 1 + number % 28)).append("\"></head><body><nav><ul>");
        some(100, menu, page, random);
        page.append("</ul></nav><script>var state = {");
        some(600, script, page, random);
        page.append("};</script><article>");
        some(8 + random.nextInt(10), paragraphs, page, random);
        if (number % ABOUT_MODELS == 0) {
            page.append("<p>").append(MODELS.get(random.nextInt(MODELS.size())))
                    .append(" is open source, the company said on Monday.</p>\n");
        }
        some(random.nextInt(10), paragraphs, page, random);
        return bytes(page.append("</article><footer>All rights reserved</footer></body></html>").toString());
    }

    private static void some(int count, List<String> parts, StringBuilder page, Random random) {
        for (int i = 0; i < count; i++) {
            page.append(parts.get(random.nextInt(parts.size())));
        }
    }

    private String sentences(int count, Random random) {
        return Stream.generate(() -> "The " + words(8 + random.nextInt(12), random) + ".").limit(count)
                .collect(Collectors.joining(" "));
    }

    /// Frequent words more often, as in any text.
    private String words(int count, Random random) {
        return Stream.generate(() -> words.get((int) (words.size() * Math.pow(random.nextDouble(), 3)))).limit(count)
                .collect(Collectors.joining(" "));
    }

    private void add(byte[] record) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            gzip.write(record);
        }
        packed.writeTo(out);
        written += packed.size();
        records++;
    }
}
