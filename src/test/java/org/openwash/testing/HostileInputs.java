package org.openwash.testing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Files made to fill memory, time or the stack of whoever reads them; the same bytes every time. What is large beyond
/// the limits takes no room on disk: it is a hole.
///
/// @param inputs each with what is to become of it
public record HostileInputs(Path folder, List<Input> inputs) {

    private static final int MB = 1 << 20;
    /// Close below the largest article that is read.
    private static final int LARGE = 15 * MB;
    private static final int NEARLY_TOO_LONG = 900_000;
    private static final String ARTICLE = NastyFolder.text(1);
    private static final String PAGE = "<!DOCTYPE html><html><head><title>A title</title></head><body><article><p>"
            + ARTICLE.replace("\n\n", "</p><p>") + "</p>";

    /// A file and what is to be said of it.
    ///
    /// @param status of its row, or of each of its rows
    /// @param reason a pattern that its reason matches; empty if there is none
    public record Input(String name, String status, String reason) {}

    public HostileInputs {
        inputs = List.copyOf(inputs);
    }

    public static HostileInputs in(Path folder) throws IOException {
        var writer = new Writer(folder, new ArrayList<>());
        pages(writer);
        texts(writer);
        archives(writer);
        records(writer);
        writer.bytes("encrypted.pdf", new PdfSample().column(72, 72, ARTICLE.lines().toList()).page().encrypted("secret").bytes(),
                "failed", "encrypted PDF");
        writer.bytes("scanned.pdf", new PdfSample().page().bytes(), "failed", "a PDF without text .*");
        writer.bytes("bomb.pdf", PdfSample.byHand(List.of("<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
                PdfSample.packedBlanks(200 * MB))), "failed", "damaged PDF file: .* unpacks to more than .*");
        return new HostileInputs(folder, writer.inputs);
    }

    private static void pages(Writer writer) throws IOException {
        writer.repeated("nested-tags.html", PAGE, "<div>", 5_000_000, "", "failed", "a page with more than .* tags");
        writer.repeated("tiny-elements.html", PAGE, "<i>a</i>", LARGE, "", "failed", "a page with more than .* tags");
        writer.repeated("entities.html", PAGE, "&amp;", LARGE, "", "failed", "a text of more than .*");
        writer.repeated("open-brackets.html", PAGE, "<", LARGE, "", "failed", "a text of more than .*");
        writer.repeated("attribute-15mb.html", PAGE + "<p title='", "x", LARGE, "'>More.</p>", "kept", "");
        writer.hole("attribute-100mb.html", PAGE + "<p title='" + "x".repeat(MB), 100L * MB, "'>More.</p>",
                "failed", "larger than the limit of 16 MB");
        writer.repeated("unclosed-comment.html", PAGE + "<!-- ", "x - ", 10 * MB, "", "kept", "");
        writer.repeated("comments.html", PAGE, "<!---->", LARGE, "", "kept", "");
        writer.numbered("attributes.html", PAGE + "<p ", " a%d=1", 200_000, ">More.</p>", "kept", "");
        writer.repeated("table.html", PAGE + "<table>", "<tr><td>a<td>b", 5 * MB, "", "failed", "a page with more than .* tags");
        writer.text("script-only.html", "<html><body><div id=root></div><script>render()</script></body></html>",
                "failed", "no article text found");
        writer.text("nul-bytes.html", PAGE.replaceFirst("Olm", "\u0000Olm"), "kept", "");
        writer.text("wrong-charset.html", PAGE.replace("<head>", "<head><meta charset=utf-16>"), "kept", "");
    }

    private static void texts(Writer writer) throws IOException {
        writer.bytes("utf-16le.txt", ARTICLE.getBytes(StandardCharsets.UTF_16LE), "kept", "read as UTF-16LE.*");
        writer.bytes("utf-16be.html", PAGE.getBytes(StandardCharsets.UTF_16BE), "kept", "read as UTF-16BE.*");
        writer.repeated("spaces.txt", "", " ", LARGE, "", "failed", "a text of more than .*");
        writer.repeated("newlines.txt", "", "\n", LARGE, "", "failed", "a text of more than .*");
        writer.repeated("one-word.txt", "", "Llama ", LARGE, "", "failed", "a text of more than .*");
        writer.repeated("quotation-marks.txt", "Llama ", "\"", LARGE, "", "failed", "a text of more than .*");
        writer.repeated("short-lines.txt", "Llama\n", "a\n", LARGE, "", "failed", "a text of more than .*");
        writer.repeated("claims.txt", "", "Llama 3 is open source. ", LARGE, "", "failed", "a text of more than .*");
        writer.repeated("stops.md", "", "*a*. ", LARGE, "", "failed", "a text of more than .*");
        // below the limit, so that they are read to their end, several at a time
        writer.repeated("long-claims.txt", "", "Llama 3 is open source. ", 200_000, "", "kept", "");
        writer.repeated("long-words.txt", "Llama is out. ", "Llama ", NEARLY_TOO_LONG, "", "kept|skipped", ".*");
        writer.repeated("long-sentences.txt", "Llama is out. ", "Llama a. ", NEARLY_TOO_LONG, "", "kept|skipped", ".*");
        writer.repeated("long-lines.txt", "Llama\n", "Olm\n", NEARLY_TOO_LONG, "", "kept|skipped", ".*");
    }

    private static void archives(Writer writer) throws IOException {
        Path zeros = writer.folder.resolve("gzip-bomb.txt.gz");
        byte[] member = NastyFolder.gzip(new byte[MB]); // a gzip file may consist of many
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zeros))) {
            for (int i = 0; i < 1024; i++) {
                out.write(member);
            }
        }
        writer.expect("gzip-bomb.txt.gz", "failed", "binary file.*|unpacks to .*|larger than .*");
        writer.bytes("clipped.txt.gz", NastyFolder.clipped(NastyFolder.gzip(ARTICLE)), "failed", "gzip file is cut short");
        zip(writer, "names-that-climb.zip", 1, "../../up.txt", ARTICLE.getBytes(StandardCharsets.UTF_8), "kept", "");
        zip(writer, "empty-members.zip", 100_000, "m%d.txt", new byte[0], "failed", "empty file");
        zip(writer, "zip-bomb.zip", 1, "bomb.txt", letters(200 * MB), "failed",
                "unpacks to .*|larger than .*");
        Path inner = zip(writer, "inner.zip", 1, "a.txt", ARTICLE.getBytes(StandardCharsets.UTF_8), "kept", "");
        zip(writer, "nested.zip", 1, "inner.zip", Files.readAllBytes(inner), "failed", "ZIP inside ZIP.*");
        byte[] whole = Files.readAllBytes(inner);
        writer.bytes("clipped.zip", NastyFolder.clipped(whole), "failed", "damaged.*");
        writer.bytes("header-only.zip", "PK\u0003\u0004 and no more".getBytes(StandardCharsets.ISO_8859_1), "failed", "damaged ZIP archive.*");
    }

    private static byte[] letters(int size) {
        byte[] letters = new byte[size];
        Arrays.fill(letters, (byte) 'a');
        return letters;
    }

    private static Path zip(Writer writer, String name, int members, String member, byte[] content, String status,
            String reason) throws IOException {
        Path file = writer.folder.resolve(name);
        try (var out = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int i = 0; i < members; i++) {
                var entry = new ZipEntry(member.formatted(i));
                entry.setTime(0);
                out.putNextEntry(entry);
                out.write(content);
                out.closeEntry();
            }
        }
        writer.expect(name, status, reason);
        return file;
    }

    private static void records(Writer writer) throws IOException {
        writer.hole("line.jsonl", "{\"text\": \"" + "x".repeat(MB), 200L * MB, "\"}\n{\"text\": \"" + "Olm is open. ".repeat(9) + "\"}\n",
                "kept|failed", "record larger than .*|");
        writer.repeated("nested.json", "{\"text\": ", "[", 100_000, "", "failed", "JSON beyond the limits.*");
        writer.text("surrogates.jsonl", "{\"text\": \"\\ud800 Olm \\udc00 is open \\ud83e\"}\n", "kept", "");
        writer.repeated("names.json", "{", "\"text\": \"a\", ", LARGE, "\"url\": \"b\"}", "kept", "");
        writer.repeated("lists.json", "{\"text\": [", "\"a\", ", LARGE, "\"b\"]}", "failed", "JSON beyond the limits: a list .*");
        writer.hole("unclosed-quote.csv", "title,text\nA,\"" + "x".repeat(MB), 200L * MB, "\n", "failed", "row larger than .*");
        writer.repeated("columns.csv", "title,text,", ",", LARGE, "\nA,B\n", "failed", "row larger than .*");
        writer.repeated("rows.csv", "title,text\n", ",\n", MB, "A,Olm is open.\n", "kept", "");
    }

    private record Writer(Path folder, List<Input> inputs) {

        void expect(String name, String status, String reason) {
            inputs.add(new Input(name, status, reason));
        }

        void bytes(String name, byte[] content, String status, String reason) throws IOException {
            Files.write(folder.resolve(name), content);
            expect(name, status, reason);
        }

        void text(String name, String content, String status, String reason) throws IOException {
            bytes(name, content.getBytes(StandardCharsets.UTF_8), status, reason);
        }

        /// @param length of all repetitions together
        void repeated(String name, String before, String unit, int length, String after, String status, String reason)
                throws IOException {
            text(name, before + unit.repeat(length / unit.length()) + after, status, reason);
        }

        void numbered(String name, String before, String unit, int times, String after, String status, String reason)
                throws IOException {
            var content = new StringBuilder(before);
            for (int i = 0; i < times; i++) {
                content.append(unit.formatted(i));
            }
            text(name, content + after, status, reason);
        }

        void hole(String name, String before, long length, String after, String status, String reason) throws IOException {
            try (var out = new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
                out.write(before.getBytes(StandardCharsets.UTF_8));
                out.seek(length);
                out.write(after.getBytes(StandardCharsets.UTF_8));
            }
            expect(name, status, reason);
        }
    }
}
