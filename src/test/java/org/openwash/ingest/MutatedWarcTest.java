package org.openwash.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openwash.testing.WarcFile.bytes;
import static org.openwash.testing.WarcFile.html;
import static org.openwash.testing.WarcFile.info;
import static org.openwash.testing.WarcFile.joined;
import static org.openwash.testing.WarcFile.packed;
import static org.openwash.testing.WarcFile.page;
import static org.openwash.testing.WarcFile.plain;
import static org.openwash.testing.WarcFile.record;
import static org.openwash.testing.WarcFile.request;
import static org.openwash.testing.WarcFile.response;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.testing.NastyFolder;

/// Damages good WARC files in many small ways, the same ways each time: whatever comes, every record has one outcome,
/// and there is an end.
class MutatedWarcTest {

    private static final int ROUNDS = 600;
    private static final String[] MARKS = {"\r\n", "\n\n", "\r\n\r\nWARC/1.0\r\n", "WARC/", ": ",
            "Content-Length: 7\r\n", "\u0000", "HTTP/1.1 200 OK\r\n\r\n", "999999999", "-1", ";", "\"", "\u001F\u008B\b\0",
            "0\r\n\r\n", "\u00FF"};

    @TempDir
    private Path folder;

    private final Sources sources = new Sources(new SourceOptions(null, Map.of(), 50_000));

    private static byte[][] records() {
        byte[] page = html(3);
        return new byte[][] {info(), request(1), page(1),
            response("https://quay.example/b", "200 OK|Content-Type: text/html|Content-Encoding: gzip",
                    NastyFolder.gzip(html(2)), "WARC-Truncated: time"),
            response("https://quay.example/c",
                    "200 OK|Content-Type: text/html; charset=\"utf-8\"|Transfer-Encoding: chunked",
                    joined(bytes(Integer.toHexString(page.length) + "\r\n"), page, bytes("\r\n0\r\n\r\n"))),
            // Brotli: a greeting and its end
            response("https://quay.example/d", "200 OK|Content-Type: text/html|Content-Encoding: br",
                    joined(new byte[] {(byte) 0x50, 0, 0x10}, bytes("<p>a</"), new byte[] {3})),
            response("https://quay.example/e", "404 Not Found|Content-Type: text/html", html(4)),
            record("revisit", "https://quay.example/b", bytes(""), "WARC-Refers-To-Date: 2024-01-01"),
            record("resource", "https://quay.example/f", html(5), "Content-Type: text/html"), page(6)};
    }

    @ParameterizedTest
    @Timeout(60)
    @CsvSource({"w.warc, 1", "w.warc.gz, 2", "whole.warc.gz, 3"})
    void everyRecordHasOneOutcomeAndThereIsAnEnd(String name, long seed) throws IOException {
        byte[][] records = records();
        byte[] good = switch (name) {
            case "w.warc" -> plain(records);
            case "w.warc.gz" -> packed(records);
            default -> NastyFolder.gzip(plain(records));
        };
        assertThat(read(name, good).articles()).hasSize(6);
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            // every second time the records are damaged, not their packing
            byte[] bytes = name.endsWith("gz") && round % 2 == 0
                    ? packed(mutated(plain(records), random)) : mutated(good, random);
            Harvest harvest = read(name, bytes);
            List<String> found = harvest.sources(folder);
            assertThat(found).isNotEmpty().hasSizeLessThan(40).doesNotHaveDuplicates();
            assertThat(harvest.failed()).allSatisfy(f -> assertThat(f.reason()).isNotBlank());
        }
    }

    private Harvest read(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        return Harvest.of(sources, new ByteArrayInputStream(new byte[0]), file.toString());
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bytes = good;
        for (int i = 0; i <= random.nextInt(4); i++) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 5 : 500));
            byte[] before = Arrays.copyOf(bytes, at);
            byte[] after = Arrays.copyOfRange(bytes, at, bytes.length);
            bytes = switch (random.nextInt(6)) {
                case 0 -> at == 0 ? bytes : before; // clipped
                case 1 -> {
                    String mark = MARKS[random.nextInt(MARKS.length)];
                    yield joined(before, mark.getBytes(StandardCharsets.ISO_8859_1), after);
                }
                case 2 -> joined(before, Arrays.copyOfRange(bytes, to, bytes.length), new byte[1]); // lost
                case 3 -> joined(before, Arrays.copyOfRange(bytes, at, to), after); // twice
                default -> {
                    byte[] changed = bytes.clone();
                    changed[at] = (byte) random.nextInt(256);
                    yield changed;
                }
            };
        }
        return bytes;
    }
}
