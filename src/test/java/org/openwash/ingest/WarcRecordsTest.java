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

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Format;
import org.openwash.domain.Metadata;
import org.openwash.domain.Outcome;
import org.openwash.domain.RawArticle;
import org.openwash.testing.NastyFolder;
import org.openwash.testing.WarcFile;

@Timeout(20)
class WarcRecordsTest {

    private static final String URL = "https://quay.example/a";
    private static final String HTML = "200 OK|Content-Type: text/html";

    @TempDir
    private Path folder;

    private Harvest read(String name, byte[] content) throws IOException {
        return Harvest.of(Files.write(folder.resolve(name), content));
    }

    private Harvest read(byte[] content) throws IOException {
        return read("w.warc", content);
    }

    /// What became of the only record.
    private Outcome rejected(byte[] record) throws IOException {
        Harvest harvest = read(record);
        assertThat(harvest.found()).hasSize(1);
        return harvest.rejected().getFirst();
    }

    private String skipped(byte[] record) throws IOException {
        return ((Outcome.Skipped) rejected(record)).reason();
    }

    private String failed(byte[] record) throws IOException {
        return ((Outcome.Failed) rejected(record)).reason();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private List<String> sources(Harvest harvest) {
        return harvest.sources(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"w.warc", "w.warc.gz", "saved-without-a-name", "w.gz"})
    void pagesAreReadAndTheCrawlersOwnNotesAreNot(String name) throws IOException {
        byte[][] records = {info(), request(1), page(1), record("metadata", WarcFile.address(1), bytes("via: x")),
            record("response", "dns:quay.example", bytes("10.0.0.1"), "Content-Type: text/dns"), page(2)};
        Harvest harvest = read(name, name.endsWith("gz") ? packed(records) : plain(records));
        assertThat(sources(harvest)).containsExactly(name + "#3", name + "#6");
        RawArticle article = harvest.articles().getFirst();
        assertThat(article.format()).isEqualTo(Format.HTML);
        assertThat(article.content()).isEqualTo(html(1));
        assertThat(article.charset()).isEqualTo("utf-8");
        assertThat(article.given()).isEqualTo(
                new Metadata(WarcFile.address(1), null, null, null, null, DateBasis.NONE));
    }

    @Test
    void aFilePackedAsAWholeOrInPiecesIsReadTheSame() throws IOException {
        byte[] whole = plain(info(), page(1), request(2), page(2));
        assertThat(sources(read("w.warc.gz", NastyFolder.gzip(whole)))).containsExactly("w.warc.gz#2", "w.warc.gz#4");
        byte[] pieces = new byte[0];
        for (int i = 0; i < whole.length; i += 100) {
            pieces = joined(pieces, NastyFolder.gzip(Arrays.copyOfRange(whole, i, Math.min(whole.length, i + 100))));
        }
        assertThat(sources(read("w.warc.gz", pieces))).containsExactly("w.warc.gz#2", "w.warc.gz#4");
    }

    @Test
    void aWarcInAZipIsRead() throws IOException {
        Harvest harvest = read("a.zip", zip("w.warc.gz", packed(page(1), page(2))));
        assertThat(sources(harvest)).containsExactly("a.zip!/w.warc.gz#1", "a.zip!/w.warc.gz#2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # status  | type                        | reason
            404       | text/html                   | HTTP 404
            301       | text/html                   | HTTP 301
            304       |                             | HTTP 304
            500       | text/html                   | HTTP 500
            206       | text/html                   | HTTP 206
            200       | image/png                   | image/png, no article
            200       | TEXT/CSS; charset=utf-8     | text/css, no article
            200       | application/javascript      | application/javascript, no article
            200       | application/json            | application/json, no article
            200       | application/rss+xml         | application/rss+xml, no article
            200       | application/octet-stream    | application/octet-stream, no article
            200       |                             | content of no stated type, no article
            200       | nonsense                    | nonsense, no article
            200       | text/html                   | text/html without a tag, no article
            """)
    void whatHoldsNoArticleIsSkippedWithAReason(String status, String type, String reason) throws IOException {
        String header = type == null ? "" : "|Content-Type: " + type;
        assertThat(skipped(response(URL, status + " Word" + header, bytes("{\"a\": 1}")))).isEqualTo(reason);
    }

    @Test
    void anEmptyPageIsSkipped() throws IOException {
        assertThat(skipped(response(URL, HTML, new byte[0]))).isEqualTo("an empty page");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://quay.example/robots.txt?x=/a   | robots.txt, no article
            urn:thumbnail:https://quay.example/    | no address on the web: urn:thumbnail:https://quay.example/
            metadata://tool.example/log.txt        | no address on the web: metadata://tool.example/log.txt
            ''                                     | no address on the web:
            """)
    void whatStandsAtNoPagesAddressIsSkipped(String address, String reason) throws IOException {
        assertThat(skipped(record("resource", address, bytes("words"), "Content-Type: text/plain")).strip())
                .isEqualTo(reason);
    }

    @Test
    void aPageIsKnownByItsFirstBytesWhereTheServerDoesNotSay() throws IOException {
        for (String head : List.of("200 OK", "200 OK|Content-Type: application/octet-stream")) {
            assertThat(read(response(URL, head, html(1))).only().format()).isEqualTo(Format.HTML);
        }
    }

    @Test
    void resourcesAndConversionsAreRead() throws IOException {
        Harvest harvest = read(plain(
                record("resource", "<" + URL + ">", html(1), "Content-Type: text/html; charset=\"windows-1252\""),
                record("conversion", URL, bytes(NastyFolder.text(2)), "Content-Type: text/plain")));
        assertThat(harvest.articles()).extracting(RawArticle::format).containsExactly(Format.HTML, Format.TEXT);
        assertThat(harvest.articles()).extracting(a -> a.given().url()).containsExactly(URL, URL);
        assertThat(harvest.articles().getFirst().charset()).isEqualTo("windows-1252");
    }

    @Test
    void anEncodingThatNobodyKnowsIsLeftToThePage() throws IOException {
        for (String charset : List.of("x!y", "klingon", "")) {
            byte[] record = response(URL, "200 OK|Content-Type: text/html; charset=" + charset, html(1));
            assertThat(read(record).only().charset()).isNull();
        }
    }

    @Test
    void aRevisitNamesTheRecordThatHoldsThePage() throws IOException {
        byte[] first = response(URL, HTML, html(1), "WARC-Payload-Digest: sha1:ABC");
        byte[] sameBytes = record("revisit", "https://other.example/", new byte[0], "WARC-Payload-Digest: sha1:ABC");
        byte[] samePage = record("revisit", URL, new byte[0]);
        byte[] elsewhere = record("revisit", "https://third.example/", new byte[0],
                "WARC-Refers-To-Date: 2023-01-02T03:04:05Z");
        Harvest harvest = read(plain(info(), first, sameBytes, samePage, elsewhere));
        assertThat(harvest.rejected()).extracting(r -> ((Outcome.Skipped) r).reason()).containsExactly(
                "a revisit: the page is that of #2",
                "a revisit: the page is that of #2",
                "a revisit: the page, captured before on 2023-01-02, is not in this file so far");
    }

    @Test
    void aFileWithoutPagesIsNotSilent() throws IOException {
        assertThat(skipped(plain(info(), request(1)))).isEqualTo("holds no record of a page");
    }

    @Test
    void chunksAreJoined() throws IOException {
        byte[] page = html(1);
        byte[] chunked = joined(bytes("10;a=b\r\n"), Arrays.copyOf(page, 16), bytes("\r\n"),
                bytes(Integer.toHexString(page.length - 16) + "\r\n"), Arrays.copyOfRange(page, 16, page.length),
                bytes("\r\n0\r\n\r\n"));
        String head = HTML + "|Transfer-Encoding: chunked";
        assertThat(read(response(URL, head, chunked)).only().content()).isEqualTo(page);
        // some crawlers join them and leave the header as it was
        assertThat(read(response(URL, head, page)).only().content()).isEqualTo(page);
        assertThat(failed(response(URL, head, Arrays.copyOf(chunked, 100)))).isEqualTo("the page is cut short");
    }

    private static byte[] deflated(byte[] content, boolean bare) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes, new Deflater(9, bare))) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /// Brotli with nothing packed: a length of 16 bits, the bytes, an empty last block.
    private static byte[] brotli(byte[] content) {
        int head = (content.length - 1) << 4 | 1 << 20;
        return joined(new byte[] {(byte) head, (byte) (head >> 8), (byte) (head >> 16)}, content, new byte[] {3});
    }

    @Test
    void whatWasPackedForTheWayIsUnpacked() throws IOException {
        byte[] page = html(1);
        for (Map.Entry<String, byte[]> way : Map.of(
                "gzip", NastyFolder.gzip(page),
                "x-gzip", NastyFolder.gzip(page),
                "deflate", deflated(page, false),
                "Deflate", deflated(page, true),
                "br", brotli(page),
                "identity", page,
                "deflate, gzip", NastyFolder.gzip(deflated(page, false))).entrySet()) {
            byte[] record = response(URL, HTML + "|Content-Encoding: " + way.getKey(), way.getValue());
            assertThat(read(record).only().content()).as(way.getKey()).isEqualTo(page);
        }
        for (String coding : List.of("gzip", "deflate", "br", "x-unheard-of")) {
            byte[] unpackedByTheCrawler = response(URL, HTML + "|Content-Encoding: " + coding, page);
            assertThat(read(unpackedByTheCrawler).only().content()).isEqualTo(page);
        }
    }

    /// Packed with the usual tool: words that are in Brotli's own dictionary, and some that are not.
    @Test
    void aPagePackedWithBrotliIsUnpacked() throws IOException {
        byte[] packed = HexFormat.of().parseHex(
                "1b5600e045dd96ea527a3014110c65e240e117110d82430ed8bf1be5010502c1c6d89b6e298866565adbea10063cae7418cd"
                        + "85f2f811bae0ead293ec81d9224ae6a402");
        assertThat(read(response(URL, HTML + "|Content-Encoding: br", packed)).only().content()).isEqualTo(bytes(
                "<!DOCTYPE html><p>The council of Bramble Quay met and said that Olm is open source.</p>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zstd                   | 28B52FFD00   | packed in a way that is not read (Content-Encoding zstd)
            gzip, gzip, gzip, gzip | 1F8B         | packed 4 times over (Content-Encoding)
            gzip                   | 1F8B08000000 | the page is cut short
            deflate                | 789C         | the page is cut short
            deflate                | FFFFFF       | damaged page: invalid block type
            br                     | FFFFFF       | damaged page: Brotli stream decoding failed
            """)
    void whatCannotBeUnpackedFailsWithAReason(String coding, String content, String reason) throws IOException {
        assertThat(failed(response(URL, HTML + "|Content-Encoding: " + coding, HexFormat.of().parseHex(content))))
                .isEqualTo(reason);
    }

    @Test
    void aPageThatUnpacksPastTheLimitIsRefused() throws IOException {
        byte[] bomb = NastyFolder.gzip(new byte[40 << 20]);
        Harvest harvest = read(plain(response(URL, HTML + "|Content-Encoding: gzip", bomb), page(2)));
        assertThat(harvest.failed()).singleElement()
                .satisfies(f -> assertThat(f.reason()).isEqualTo("larger than the limit of 16 MB"));
        assertThat(sources(harvest)).containsExactly("w.warc#1", "w.warc#2");
    }

    @Test
    void aRecordThatUnpacksOutOfAllProportionIsRefused() throws IOException {
        byte[] bomb = response(URL, HTML, new byte[80 << 20]);
        Harvest harvest = read("w.warc.gz", packed(page(1), bomb, page(3)));
        assertThat(sources(harvest)).containsExactly("w.warc.gz#1", "w.warc.gz#2", "w.warc.gz#3");
        assertThat(harvest.failed()).singleElement()
                .satisfies(f -> assertThat(f.reason()).isEqualTo("unpacks to more than 200 times its size"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"w.warc", "w.warc.gz"})
    void aPageLargerThanTheLimitIsRefusedAndAFilmOfThatSizeSkipped(String name) throws IOException {
        byte[] much = new byte[3 << 20];
        new java.util.Random(1).nextBytes(much);
        byte[][] records = {response(URL, HTML, much), response(URL, "200 OK|Content-Type: video/mp4", much), page(3)};
        Path file = Files.write(folder.resolve(name), name.endsWith("gz") ? packed(records) : plain(records));
        Harvest harvest = Harvest.of(new SourceOptions(null, Map.of(), 1000), file.toString());
        assertThat(sources(harvest)).containsExactly(name + "#1", name + "#2", name + "#3");
        assertThat(harvest.rejected()).containsExactly(
                new Outcome.Failed(file + "#1", "larger than the limit of 1000 bytes", "offset 0"),
                new Outcome.Skipped(file + "#2", "video/mp4, no article"));
    }

    @Test
    void aPageCutOffByTheCrawlerIsReadWithANote() throws IOException {
        assertThat(read(response(URL, HTML, html(1), "WARC-Truncated: length")).only().notes())
                .isEqualTo("cut off when it was captured: length");
    }

    @Test
    void aPageInSeveralRecordsIsRefused() throws IOException {
        Harvest harvest = read(plain(response(URL, HTML, html(1), "WARC-Segment-Number: 1"),
                record("continuation", URL, html(1), "WARC-Segment-Number: 2")));
        assertThat(harvest.failed()).singleElement().satisfies(
                f -> assertThat(f.reason()).isEqualTo("a page in several records (WARC-Segment-Number), not read"));
    }

    @Test
    void archivesInsideAreRefused() throws IOException {
        byte[] inner = plain(page(1));
        assertThat(failed(response(URL, HTML, inner))).isEqualTo("WARC inside WARC, which is not read");
        assertThat(failed(response(URL, HTML, packed(page(1))))).isEqualTo("WARC inside WARC, which is not read");
        assertThat(failed(response(URL, HTML, zip("a.txt", bytes("words")))))
                .isEqualTo("ZIP inside WARC, which is not read");
    }

    @Test
    void aPictureCalledAPageIsNamed() throws IOException {
        byte[] picture = joined(new byte[] {(byte) 0x89}, bytes("PNG\r\n"), new byte[20]);
        assertThat(failed(response(URL, HTML, picture))).isEqualTo("binary file: a PNG picture, which is not read");
    }

    @Test
    void whatIsNoHttpIsNamed() throws IOException {
        assertThat(failed(record("response", URL, bytes("<html>"), "Content-Type: application/http")))
                .isEqualTo("HTTP headers that are not understood");
    }

    @Test
    void httpHeadersThatDoNotEndAreNamed() throws IOException {
        assertThat(failed(response(URL, "200 OK|" + "a: b|".repeat(20_000) + "c: d", html(1))))
                .isEqualTo("HTTP headers that do not end");
    }
}
