package org.openwash.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Format;
import org.openwash.domain.Outcome;
import org.openwash.domain.RawArticle;
import org.openwash.domain.UnreadableArticleException;
import org.openwash.testing.NastyFolder;
import org.openwash.text.TextCleaner;

class BadInputTest {

    @TempDir
    private Path folder;

    private Outcome.Failed failure(String name, byte[] content) throws IOException {
        List<Outcome.Failed> failed = Harvest.of(Files.write(folder.resolve(name), content)).failed();
        assertThat(failed).hasSize(1);
        return failed.getFirst();
    }

    private Outcome.Failed failure(String name, String content) throws IOException {
        return failure(name, content.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # name   | content                                    | source   | reason                                           | place
            a.txt    | ``                                         | a.txt    | empty file                                       |
            a.txt    | PK\u0003\u0004 more                        | a.txt    | damaged ZIP archive                              |
            a.warc   | WARC/1.0                                   | a.warc#1 | a record header that is broken or does not end   | offset 0
            a.txt    | ab\u0001\u0002c                            | a.txt    | binary file: control characters                  | byte 3
            a.xml    | <?xml version="1.0"?><rss version="2.0">   | a.xml    | feed is cut short                                | line 1
            a.xml    | <!-- x -->\\n<feed xmlns="x"><entry></entry></feed> | a.xml#1 | a feed of an unknown form               | line 2
            a.rss    | <other>words</other>                       | a.rss    | neither RSS nor Atom                             | line 1
            a.xml    | <rss><channel><item><title>T</title></item></channel></rss> | a.xml#1 | record has neither text nor address | line 1
            a.xml    | <rss><channel>\\n<item><a:b:c/></item></channel></rss> | a.xml#1 | broken XML                         | line 2
            a.json   | "words"                                    | a.json   | neither a JSON object nor an array of them       | line 1
            a.json   | {"text": \\n "words"                       | a.json   | broken JSON                                      | line 2, column 9
            a.json   | [{"text": "a"},\\n{"text" "b"}]            | a.json#2 | broken JSON                                      | line 2, column 9
            a.json   | {"text": "a"}{"text": "b"}                 | a.json   | more than one JSON value                         | line 1
            a.jsonl  | [1, 2]                                     | a.jsonl#L1 | not a JSON object                              | line 1
            a.jsonl  | {"text": "a"} {"text": "b"}                | a.jsonl#L1 | more than one JSON value in one line           | line 1
            a.jsonl  | {"headline": "a"}                          | a.jsonl#L1 | record has neither text nor address            | line 1
            a.csv    | name,price\\nbread,2                       | a.csv    | no column with the text or address of articles; the columns are name, price | line 1
            a.csv    | title,text\\nA,"b                          | a.csv#L2 | unclosed quote                                   | line 2
            a.csv    | title,text\\nA,"b"c                        | a.csv#L2 | a quote inside a cell that is not doubled        | line 2
            a.csv    | title,text\\nA,b, and c                    | a.csv#L2 | 3 cells under 2 column names                     | line 2
            a.csv    | title,text\\nA                             | a.csv#L2 | record has neither text nor address              | line 2
            """)
    void eachIsListedWithReasonAndPlace(String name, String content, String source, String reason,
            String place) throws IOException {
        Outcome.Failed failed = failure(name, content);
        assertThat(failed.source()).isEqualTo(folder + "/" + source);
        assertThat(failed.reason()).startsWith(reason);
        assertThat(failed.place()).isEqualTo(place == null ? "" : place);
    }

    @Test
    void jsonBrokenOnLineSevenCostsOnlyThatLine() throws IOException {
        var lines = new StringBuilder();
        for (int i = 1; i <= 9; i++) {
            lines.append(i == 7 ? "{\"text\" \"broken\"}\n" : "{\"text\": \"line " + i + "\"}\n");
        }
        Harvest harvest = Harvest.of(Files.writeString(folder.resolve("f.jsonl"), lines));
        assertThat(harvest.articles()).hasSize(8);
        assertThat(harvest.failed()).singleElement().satisfies(f -> {
            assertThat(f.source()).endsWith("f.jsonl#L7");
            assertThat(f.reason()).startsWith("broken JSON");
            assertThat(f.place()).isEqualTo("line 7, column 9");
        });
    }

    @Test
    void aMappedColumnThatIsNotThereNamesThoseThatAre() throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), "title,text\nA,b\n");
        var options = new SourceOptions(null, Map.of("text", "Body"), SourceOptions.LARGEST);
        assertThat(Harvest.of(options, file.toString()).failed())
                .containsExactly(new Outcome.Failed(folder + "/f.csv",
                        "no column named Body; the columns are title, text", "line 1"));
    }

    @Test
    void jsonThatNestsWithoutEndIsRefused() throws IOException {
        assertThat(failure("f.json", "{\"x\": " + "[".repeat(100_000)).reason()).startsWith("JSON beyond the limits");
    }

    @Test
    void soIsAListThatIsWrappedWithoutEnd() throws IOException {
        assertThat(failure("f.json", "{\"data\": ".repeat(100_000)).reason()).startsWith("JSON beyond the limits");
        Harvest harvest = Harvest.of(Files.writeString(folder.resolve("g.json"),
                "{\"articles\": [{\"text\": \"One\", \"x\": [[1]]}, {\"text\": \"Two\", \"x\": " + "[".repeat(100_000)));
        assertThat(harvest.articles()).extracting(Harvest::text).containsExactly("One");
        assertThat(harvest.failed()).extracting(Outcome.Failed::source).containsExactly(folder + "/g.json#2");
    }

    @Test
    void loneSurrogatesBecomeTheSignOfWhatIsUnreadable() throws IOException {
        RawArticle article = Harvest.of(Files.writeString(folder.resolve("f.json"),
                "{\"text\": \"a \\ud800 b\", \"title\": \"\\udc00\", \"outlet\": \"O\\ud800\"}")).only();
        assertThat(Harvest.text(article)).isEqualTo("a \uFFFD b");
        assertThat(article.given().title()).isEqualTo("\uFFFD");
        assertThat(article.given().outlet()).isEqualTo("O\uFFFD");
    }

    @Test
    void aListWithoutEndIsRefusedBeforeItFillsMemory() throws IOException {
        String list = "\"a\",".repeat(1_100_000);
        assertThat(failure("f.json", "{\"text\": [" + list + "\"b\"]}").reason())
                .isEqualTo("JSON beyond the limits: a list larger than 16 MB");
    }

    @Test
    void aRowOfAMillionCellsIsRefused() throws IOException {
        assertThat(failure("f.csv", "title,text" + ",".repeat(1_100_000) + "\nA,b\n").reason())
                .isEqualTo("row larger than the limit of 16 MB (more than 1000000 cells)");
    }

    @Test
    void textInUtf16IsReadWithoutItsMark() throws IOException {
        for (String charset : List.of("UTF-16LE", "UTF-16BE")) {
            Path csv = Files.write(folder.resolve(charset + ".csv"), "title,text\nA,Olm is open\n".getBytes(charset));
            assertThat(Harvest.text(Harvest.of(csv).only())).isEqualTo("Olm is open");
            Path page = Files.write(folder.resolve(charset), "<!DOCTYPE html><p>Olm is open".getBytes(charset));
            assertThat(Harvest.of(page).only().format()).isEqualTo(Format.HTML);
        }
    }

    @Test
    void damagedGzipIsNamed() throws IOException {
        byte[] gzip = NastyFolder.gzip("Some words. ".repeat(500));
        assertThat(failure("a.txt.gz", NastyFolder.clipped(gzip)).reason()).isEqualTo("gzip file is cut short");
        assertThat(failure("b.txt.gz", NastyFolder.gzip(gzip)).reason()).startsWith("gzip inside gzip");
        assertThat(failure("c.txt.gz", new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 7, 7, 7}).reason())
                .matches("damaged gzip file: .*|gzip file is cut short");
    }

    @Test
    void theWholeLinesOfAClippedFileAreRead() throws IOException {
        var random = new java.util.Random(7); // words that do not compress, so that half of the file is some lines
        var lines = new StringBuilder();
        for (int i = 0; i < 4000; i++) {
            lines.append("{\"text\": \"").append(Long.toString(random.nextLong(), 36)).append("\"}\n");
        }
        Harvest harvest = Harvest.of(Files.write(folder.resolve("f.jsonl.gz"), NastyFolder
                .clipped(NastyFolder.gzip(lines.toString()))));
        assertThat(harvest.articles()).hasSizeBetween(1000, 3000);
        assertThat(harvest.failed()).singleElement().satisfies(f -> {
            assertThat(f.reason()).isEqualTo("gzip file is cut short");
            assertThat(f.place()).startsWith("line ");
        });
    }

    @Test
    void whatIsLargerThanTheLimitIsRefusedAndWhatIsNotIsRead() throws IOException {
        var options = new SourceOptions(null, Map.of(), 1000);
        Files.writeString(folder.resolve("a.txt"), "x".repeat(1001));
        Files.writeString(folder.resolve("b.txt"), "x".repeat(1000));
        Files.write(folder.resolve("c.txt.gz"), NastyFolder.gzip("x".repeat(1001)));
        Files.writeString(folder.resolve("d.jsonl"), ("{\"text\": \"" + "x".repeat(900) + "\"}\n").repeat(3)
                + "{\"text\": \"" + "x".repeat(2000) + "\"}\n"
                + "{\"text\": \"after\"}\n");
        Files.writeString(folder.resolve("e.csv"), "text,title\n" + "x".repeat(1001) + ",T\nafter,T\n");
        Files.writeString(folder.resolve("f.json"), "[{\"text\": \"before\"}, {\"text\": \"" + "x".repeat(90_000)
                + "\"}]");
        Harvest harvest = Harvest.of(options, folder.toString());
        assertThat(harvest.failed()).extracting(f -> f.source().substring(folder.toString().length() + 1))
                .containsExactly("a.txt", "c.txt.gz", "d.jsonl#L4", "e.csv#L2", "f.json#2");
        assertThat(harvest.failed().getFirst().reason()).isEqualTo("larger than the limit of 1000 bytes");
        assertThat(harvest.articles()).hasSize(1 + 4 + 1 + 1);
    }

    @Test
    void aFolderWithTwentyBrokenFilesAmongAHundredIsReadToItsEnd() throws IOException {
        NastyFolder nasty = NastyFolder.in(folder);
        Harvest harvest = Harvest.of(nasty.folder());
        List<String> broken = new ArrayList<>(harvest.failed().stream().map(Outcome.Failed::source).toList());
        var cleaner = new TextCleaner();
        int articles = 0;
        for (RawArticle raw : harvest.articles()) {
            try {
                assertThat(cleaner.clean(raw).text()).contains("The council of Bramble Quay")
                        .contains("weather permitting");
                articles++;
            } catch (UnreadableArticleException e) {
                assertThat(e.reason()).isNotBlank();
                broken.add(raw.source());
            }
        }
        assertThat(articles).isEqualTo(nasty.articles());
        assertThat(broken).map(s -> s.substring(folder.toString().length() + 1).replaceFirst("#.*", ""))
                .containsExactlyInAnyOrderElementsOf(nasty.broken());
    }
}
