package org.openwash.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// A folder as users hand it in: 100 files in every format read, of which 20 are broken, each in another way. The same
/// bytes every time. All files lie in one folder and one below it.
///
/// @param folder   where the files are
/// @param articles how many articles can be read (one file of lines is broken only in its seventh)
/// @param broken   the 20 broken files by name; each yields exactly one failure
public record NastyFolder(Path folder, int articles, List<String> broken) {

    public static final int FILES = 100;
    public static final int BROKEN = 20;
    private static final int GOOD = FILES - BROKEN;
    private static final int GOOD_LINES_OF_BROKEN_FILE = 7;

    public NastyFolder {
        broken = List.copyOf(broken);
    }

    public static NastyFolder in(Path folder) throws IOException {
        Path below = Files.createDirectories(folder.resolve("below"));
        for (int i = 0; i < GOOD; i++) {
            Path to = i % 3 == 0 ? below : folder;
            good(to, i);
        }
        return new NastyFolder(folder, GOOD + GOOD_LINES_OF_BROKEN_FILE, broken(folder));
    }

    /// An article of a few paragraphs that no other file holds.
    public static String text(int number) {
        return "The council of Bramble Quay met for the " + number
                + "th time this year and spoke about its archive.\n\n"
                + "A clerk said that Olm " + number
                        + " is open source and that the data sets behind it can be copied by "
                + "anybody who asks. Others in the room had read the licence and were less sure about that.\n\n"
                + "The next meeting is on the quay, weather permitting, at a quarter past " + (number % 12 + 1) + ".";
    }

    private static String title(int number) {
        return "Council meets for the " + number + "th time";
    }

    private static void good(Path to, int i) throws IOException {
        String base = "article-%02d".formatted(i);
        String json = "{\"title\": \"" + title(i) + "\", \"published\": \"2024-02-" + (10 + i % 19)
                + "\", \"text\": \"" + text(i).replace("\n", "\\n") + "\"}";
        String html = "<!DOCTYPE html><html><head><title>" + title(i)
                + "</title></head><body><nav><a href='/'>Home</a></nav>"
                + "<article><h1>" + title(i) + "</h1><p>" + text(i).replace("\n\n", "</p><p>")
                        + "</p></article></body></html>";
        String markdown = "---\ntitle: " + title(i) + "\ndate: 2024-03-" + (10 + i % 19) + "\n---\n\n" + text(i) + "\n";
        String csv = "title,published,text\n" + title(i) + ",2024-04-" + (10 + i % 19) + ",\"" + text(i) + "\"\n";
        switch (i % 10) {
            case 0 -> write(to.resolve(base + ".txt"), text(i));
            case 1 -> write(to.resolve(base + ".md"), markdown);
            case 2 -> write(to.resolve(base + ".html"), html);
            case 3 -> write(to.resolve(base + ".jsonl"), json + "\n");
            case 4 -> write(to.resolve(base + ".csv"), csv);
            case 5 -> Files.write(to.resolve(base + ".txt.gz"), gzip(text(i)));
            case 6 -> Files.write(to.resolve(base + ".html.gz"), gzip(html));
            case 7 -> write(to.resolve(base + ".json"), json);
            case 8 -> Files.write(to.resolve(base + ".csv.gz"), gzip(csv));
            default -> Files.write(to.resolve(base + ".txt"), // an old encoding
                    text(i).replace("less sure", "blas\u00E9 \u2013").getBytes("windows-1252"));
        }
    }

    private static List<String> broken(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        names.add(write(folder.resolve("x-archive.zip"), "PK\u0003\u0004 and more"));
        names.add(write(folder.resolve("x-bad-front-matter.md"), "---\ntitle: \"never closed\ndate: 2024-01-01\n---\n\n"
                + text(900)));
        names.add(write(folder.resolve("x-binary.txt"),
                "\u0001\u0002\u0003\u0000\u0000\u0000 some words \u0000\u0000"));
        names.add(write(folder.resolve("x-blank.txt"), "  \n\n \t \n"));
        names.add(write(folder.resolve("x-broken-array.json"), "[{\"title\": \"one\", \"text\": "));
        names.add(write(folder.resolve("x-broken-on-line-7.jsonl"), brokenOnLineSeven()));
        names.add(bytes(folder.resolve("x-clipped.txt.gz"), clipped(gzip(text(901)))));
        names.add(bytes(folder.resolve("x-damaged.txt.gz"), damaged(gzip(text(902)))));
        names.add(write(folder.resolve("x-document.pdf"), "%PDF-1.7\n%\u00E2\u00E3"));
        names.add(write(folder.resolve("x-empty.txt"), ""));
        names.add(bytes(folder.resolve("x-empty-within.html.gz"), gzip("")));
        names.add(write(folder.resolve("x-feed.xml"),
                "<?xml version=\"1.0\"?>\n<rss version=\"2.0\"><channel><item><title>Cut off in the"));
        names.add(bomb(folder.resolve("x-huge-unpacked.txt.gz")));
        names.add(huge(folder.resolve("x-huge.txt")));
        names.add(write(folder.resolve("x-no-text-column.csv"), "name,price\nbread,2\n"));
        names.add(bytes(folder.resolve("x-picture.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A,
                '\n', 0, 0}));
        names.add(write(folder.resolve("x-script-only.html"),
                "<html><body><div id=root></div><script>render()</script></body></html>"));
        names.add(write(folder.resolve("x-unclosed-front-matter.md"), "---\ntitle: A title\n\n" + text(903)));
        names.add(write(folder.resolve("x-unclosed-quote.csv"), "title,text\nA,\"" + text(904)));
        names.add(bytes(folder.resolve("x-unknown-encoding.txt"), unknownEncoding()));
        if (names.size() != BROKEN) {
            throw new IllegalStateException(names.size() + " broken files");
        }
        return names;
    }

    private static String brokenOnLineSeven() {
        var lines = new StringBuilder();
        for (int line = 1; line <= GOOD_LINES_OF_BROKEN_FILE + 1; line++) {
            lines.append(line == 7
                    ? "{\"title\": \"x\" \"text\": \"y\"}\n"
                    : "{\"text\": \"" + text(800 + line).replace("\n", "\\n") + "\"}\n");
        }
        return lines.toString();
    }

    /// Bytes that are no UTF-8 and, some of them, no windows-1252 either.
    private static byte[] unknownEncoding() {
        byte[] bytes = text(905).getBytes(StandardCharsets.US_ASCII);
        for (int i = 4; i < bytes.length; i += 9) {
            bytes[i] = (byte) (i % 2 == 0 ? 0x81 : 0x8D);
        }
        return bytes;
    }

    /// 200 MB that take no room on disk: text at the beginning, a hole behind it.
    private static String huge(Path file) throws IOException {
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(text(906).repeat(200).getBytes(StandardCharsets.US_ASCII));
            out.setLength(200L << 20);
        }
        return name(file);
    }

    /// 40 MB in 40 KB.
    private static String bomb(Path file) throws IOException {
        byte[] block = "an endless story ".repeat(4096).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file)) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            for (int written = 0; written < 40 << 20; written += block.length) {
                out.write(block);
            }
        }
        return name(file);
    }

    public static byte[] gzip(String text) {
        return gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    public static byte[] clipped(byte[] gzip) {
        return Arrays.copyOf(gzip, gzip.length / 2);
    }

    private static byte[] damaged(byte[] gzip) {
        byte[] bytes = gzip.clone();
        Arrays.fill(bytes, 12, 40, (byte) 0xFF);
        return bytes;
    }

    private static String write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        return name(file);
    }

    private static String bytes(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        return name(file);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
