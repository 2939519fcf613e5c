package org.openwash.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openwash.testing.WarcFile.bytes;
import static org.openwash.testing.WarcFile.html;
import static org.openwash.testing.WarcFile.joined;
import static org.openwash.testing.WarcFile.packed;
import static org.openwash.testing.WarcFile.page;
import static org.openwash.testing.WarcFile.plain;
import static org.openwash.testing.WarcFile.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.domain.Outcome;
import org.openwash.domain.RawArticle;
import org.openwash.testing.NastyFolder;
import org.openwash.testing.WarcFile;

/// What is damaged costs itself, is listed with its number and place, and the records behind it are read.
@Timeout(30)
class DamagedWarcTest {

    private static final SourceOptions SMALL = new SourceOptions(null, Map.of(), 100_000);

    @TempDir
    private Path folder;

    private Harvest read(String name, byte[] content) throws IOException {
        return Harvest.of(SMALL, Files.write(folder.resolve(name), content).toString());
    }

    private Harvest plainly(byte[]... parts) throws IOException {
        return read("w.warc", joined(parts));
    }

    /// Numbers of the pages read, then what was said of the one that was not.
    private static void check(Harvest harvest, List<Integer> pages, String damaged, String reason, String place) {
        assertThat(harvest.articles()).extracting(a -> a.given().url())
                .containsExactlyElementsOf(pages.stream().map(WarcFile::address).toList());
        assertThat(harvest.articles()).extracting(RawArticle::content)
                .containsExactlyElementsOf(pages.stream().map(WarcFile::html).toList());
        assertThat(harvest.failed()).singleElement().satisfies(f -> {
            assertThat(f.source()).endsWith(damaged);
            assertThat(f.reason()).startsWith(reason);
            assertThat(f.place()).isEqualTo(place);
        });
    }

    /// A page with another length than it has.
    private static byte[] misstated(int number, long tooMuch) {
        String text = new String(WarcFile.page(number), StandardCharsets.UTF_8);
        int at = text.indexOf("Content-Length: ") + 16;
        int end = text.indexOf('\r', at);
        return bytes(text.substring(0, at) + (Long.parseLong(text.substring(at, end)) + tooMuch) + text.substring(end));
    }

    @Test
    void aClippedFileIsReadUpToThere() throws IOException {
        byte[] file = plain(page(1), page(2));
        check(plainly(Arrays.copyOf(file, file.length - 100)), List.of(1), "w.warc#2", "cut short",
                "offset " + page(1).length);
        byte[] packed = packed(page(1), page(2));
        check(read("w.warc.gz", Arrays.copyOf(packed, packed.length - 100)), List.of(1), "w.warc.gz#2",
                "gzip member is cut short", "offset " + packed(page(1)).length);
    }

    @Test
    void aFileClippedBehindItsLastBlockIsWhole() throws IOException {
        byte[] file = plain(page(1));
        assertThat(plainly(Arrays.copyOf(file, file.length - 4)).failed()).isEmpty();
    }

    @Test
    void aLengthThatIsTooSmallCostsOneRecord() throws IOException {
        check(plainly(page(1), misstated(2, -200), page(3)), List.of(1, 3), "w.warc#2", "its Content-Length is false",
                "offset " + page(1).length);
        check(read("w.warc.gz", packed(page(1), misstated(2, -200), page(3))), List.of(1, 3), "w.warc.gz#2",
                "its Content-Length is false", "offset " + packed(page(1)).length);
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 1000, 2000, 50_000, 100_000_000, 900_000_000_000L})
    void aLengthThatIsTooLargeCostsOneRecord(long tooMuch) throws IOException {
        String reason = tooMuch == 10 ? "its Content-Length is false" : "";
        check(plainly(page(1), misstated(2, tooMuch), page(3), page(4)), List.of(1, 3, 4), "w.warc#2", reason,
                "offset " + page(1).length);
        check(read("w.warc.gz", packed(page(1), misstated(2, tooMuch), page(3), page(4))), List.of(1, 3, 4),
                "w.warc.gz#2", "cut short, or its Content-Length is false", "offset " + packed(page(1)).length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "many", "99999999999999999999"})
    void aLengthThatIsNoneCostsOneRecord(String length) throws IOException {
        byte[] broken = record("response", "https://quay.example/", length, html(2), "Content-Type: application/http");
        check(plainly(page(1), broken, page(3)), List.of(1, 3), "w.warc#2", "no readable Content-Length",
                "offset " + page(1).length);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000, 1_000_000})
    void bytesBetweenRecordsAreCounted(int count) throws IOException {
        byte[] garbage = new byte[count];
        Arrays.fill(garbage, (byte) 'x');
        check(plainly(page(1), garbage, bytes("\n"), page(2)), List.of(1, 2), "w.warc#2",
                "no record where one should begin", "offset " + page(1).length);
        check(read("w.warc.gz", joined(packed(page(1)), garbage, packed(page(2)))), List.of(1, 2), "w.warc.gz#2",
                "no gzip member where one should begin", "offset " + packed(page(1)).length);
    }

    @Test
    void manyLineEndsBetweenRecordsDoNoHarm() throws IOException {
        assertThat(plainly(bytes("\n"), page(1), bytes("\r\n\r\n\n\n"), page(2)).failed()).isEmpty();
    }

    @Test
    void aHeaderThatNeverEndsCostsOneRecord() throws IOException {
        byte[] endless = bytes("WARC/1.0\r\nWARC-Type: response\r\nX: " + "x".repeat(200_000));
        check(plainly(page(1), endless, bytes("\r\n"), page(3)), List.of(1, 3), "w.warc#2",
                "a record header that is broken or does not end", "offset " + page(1).length);
        check(read("w.warc.gz", packed(page(1), endless, page(3))), List.of(1, 3), "w.warc.gz#2",
                "a record header that is broken or does not end", "offset " + packed(page(1)).length);
    }

    @Test
    void aHeaderThatBreaksOffBeforeTheNextRecordCostsOneRecord() throws IOException {
        check(plainly(page(1), bytes("WARC/1.0\r\nWARC-Type: resp\r\n"), page(3)), List.of(1, 3), "w.warc#2",
                "a record header that is broken or does not end", "offset " + page(1).length);
    }

    @Test
    void lineEndsWithoutCarriageReturnAreRead() throws IOException {
        byte[] page = html(1);
        byte[] file = joined(bytes("WARC/1.0\nWARC-Type: resource\nWARC-Target-URI: " + WarcFile.address(1)
                + "\nContent-Type: text/html\nContent-Length: " + page.length + "\n\n"), page, bytes("\n\n"), page(2));
        assertThat(plainly(file).articles()).extracting(RawArticle::content).containsExactly(page, html(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aDamagedMemberCostsItsRecord(int which) throws IOException {
        int size = packed(page(1)).length;
        for (int at = 0; at < size; at += 5) {
            byte[][] members = {packed(page(1)), packed(page(2)), packed(page(3))};
            Arrays.fill(members[which], at, Math.min(at + 4, members[which].length), (byte) (at * 7));
            boolean same = Arrays.equals(members[which], packed(page(which + 1)));
            Harvest harvest = read("w.warc.gz", joined(members));
            assertThat(harvest.articles()).as("damaged at " + at)
                    .extracting(a -> a.given().url())
                    .contains(WarcFile.address((which + 1) % 3 + 1), WarcFile.address((which + 2) % 3 + 1));
            if (!same && at > 10) { // before that are notes such as the time of packing
                assertThat(harvest.failed()).as("damaged at " + at).hasSize(1);
            }
        }
    }

    @Test
    void aDamagedFileInOnePieceIsReadUpToThere() throws IOException {
        byte[] file = NastyFolder.gzip(plain(page(1), page(2), page(3), page(4)));
        file[file.length - 5] ^= 1; // its checksum
        Harvest harvest = read("w.warc.gz", file);
        check(harvest, List.of(1, 2, 3), "w.warc.gz#4", "damaged gzip member: its checksum is another", "offset 0");
    }

    @Test
    void twoDamagedRecordsInARowAreTwoRows() throws IOException {
        byte[] damaged = packed(page(2));
        damaged[damaged.length - 6] ^= 1;
        Harvest harvest = read("w.warc.gz", joined(packed(page(1)), damaged, damaged, packed(page(4))));
        assertThat(harvest.sources(folder)).containsExactly("w.warc.gz#1", "w.warc.gz#2", "w.warc.gz#3", "w.warc.gz#4");
        assertThat(harvest.failed()).hasSize(2);
    }

    /// Files made to keep a reader busy; the time limit of the class is the test.
    @Test
    void filesMadeToCostTimeDoNot() throws IOException {
        // members that lie in each other, each 64 KB long and unpacked
        byte[] starts = "\u001F\u008B\b\0\0\0\0\0\0\0\0\u00FF\u00FF\0\0WARC/".repeat(100_000)
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] records = bytes("WARC/1.0\r\nContent-Length: 90000\r\n\r\n".repeat(100_000));
        byte[] versions = bytes("WARC/1.0\n".repeat(300_000));
        byte[] lines = bytes("\r\n".repeat(2_000_000));
        byte[] headers = bytes("WARC/1.0\r\n" + "a: b\r\n".repeat(500_000));
        for (byte[] file : List.of(starts, records, versions, lines, headers)) {
            read("w.warc", joined(page(1), file));
            read("w.warc.gz", joined(packed(page(1)), file));
            read("v.warc.gz", joined(packed(page(1)), packed(file)));
            read("u.warc.gz", packed(joined(page(1), file)));
        }
    }

    @Test
    void whatIsNoWarcInsideIsNamed() throws IOException {
        Harvest harvest = read("w.warc.gz", NastyFolder.gzip("words and nothing else"));
        assertThat(harvest.failed()).containsExactly(new Outcome.Failed(folder + "/w.warc.gz#1",
                "no record where one should begin", "offset 0"));
        harvest = read("w.warc", bytes("words and nothing else"));
        assertThat(harvest.failed()).hasSize(1);
    }
}
