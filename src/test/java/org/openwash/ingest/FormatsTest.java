package org.openwash.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Format;
import org.openwash.domain.Outcome;
import org.openwash.domain.RawArticle;
import org.openwash.testing.NastyFolder;

class FormatsTest {

    private static final String CSV = "title,text\nA,Some words.\n";

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text.replace("\\n", "\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # name      | content                                     | format
            a.txt       | Some words.                                 | TEXT
            a           | Some words.                                 | TEXT
            a.log       | Some words.                                 | TEXT
            a.txt       | ---\\ntitle: T\\n---\\nWords                | MARKDOWN
            a.txt       | <!DOCTYPE html><p>Words</p>                 | HTML
            a.md        | Some words.                                 | MARKDOWN
            a.MD        | Some words.                                 | MARKDOWN
            a.html      | <p>Some words.</p>                          | HTML
            a.html      | Some words, no mark-up.                     | TEXT
            a.htm       | <?xml version="1.0"?><!DOCTYPE html><html>  | HTML
            a.md        | <html><body>A saved page</body></html>      | HTML
            """)
    void aFileOfOneArticleIsKnownByContentAndName(String name, String content, Format format) throws IOException {
        RawArticle plain = Harvest.of(write(name, content)).only();
        assertThat(plain.format()).isEqualTo(format);
        assertThat(Harvest.text(plain)).isEqualTo(content.replace("\\n", "\n"));

        Path gzipped = Files.write(folder.resolve(name + ".gz"), NastyFolder.gzip(content.replace("\\n", "\n")));
        RawArticle unpacked = Harvest.of(gzipped).only();
        assertThat(unpacked.format()).isEqualTo(format);
        assertThat(unpacked.source()).endsWith(name + ".gz");
        assertThat(unpacked.content()).isEqualTo(plain.content());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # content                                                | source | format
            Some words.                                              | -      | TEXT
            <html><body><p>Words</p></body></html>                   | -      | HTML
            ---\\ntitle: T\\n---\\nWords                             | -      | MARKDOWN
            {"text": "Words"}                                        | -      | TEXT
            {"text": "Words"}\\n{"text": "More"}                     | -#L1   | TEXT
            [{"text": "Words"}]                                      | -#1    | TEXT
            title,text\\nA,Words                                     | -#L2   | TEXT
            title;url;text\\nA;;Words                                | -#L2   | TEXT
            "Well, text, body and title are words," she said.\\nYes. | -      | TEXT
            """)
    void standardInputIsKnownByContent(String content, String source, Format format) {
        byte[] bytes = content.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        for (byte[] input : List.of(bytes, NastyFolder.gzip(bytes))) {
            RawArticle article = Harvest.ofStandardInput(input).articles().getFirst();
            assertThat(article.source()).isEqualTo(source);
            assertThat(article.format()).isEqualTo(format);
        }
    }

    @Test
    void jsonLinesAreArticlesNamedByLine() throws IOException {
        Harvest harvest = Harvest
                .of(write("f.jsonl", "{\"text\": \"One\"}\n\n{\"text\": \"Two\"}\r\n{\"text\": \"Three\"}"));
        assertThat(harvest.sources(folder)).containsExactly("f.jsonl#L1", "f.jsonl#L3", "f.jsonl#L4");
        assertThat(harvest.articles()).extracting(Harvest::text).containsExactly("One", "Two", "Three");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # own form, news-please, Media Cloud, and what others write
            {"url":"u","outlet":"O","title":"T","author":"A","published":"2024-01-02","text":"W"}
            {"url":"u","source_domain":"O","title":"T","authors":["A"],"date_publish":"2024-01-02 10:00:00","maintext":"W","description":"d"}
            {"url":"u","media_name":"O","title":"T","authors":"A","publish_date":"2024-01-02","text_content":"W","media_url":"m"}
            {"link":"u","source":{"id":3,"name":"O"},"headline":"T","author":[{"name":"A"}],"date":"2 January 2024","content":"W","x":{"text":"no"}}
            """)
    void recordsOfKnownExportsAreUnderstood(String json) throws IOException {
        RawArticle article = Harvest.of(write("f.json", json)).only();
        assertThat(Harvest.text(article)).isEqualTo("W");
        assertThat(article.charset()).isEqualTo("UTF-8");
        assertThat(article.given().url()).isEqualTo("u");
        assertThat(article.given().outlet()).isEqualTo("O");
        assertThat(article.given().title()).isEqualTo("T");
        assertThat(article.given().author()).isEqualTo("A");
        assertThat(article.given().published()).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(article.given().publishedBasis()).isEqualTo(DateBasis.RECORD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # JSON                                                                | what is found, with the beginning of its text or the reason
            {"articles": [{"text": "One"}, {"text": "Two"}]}                      | #1 One, #2 Two
            {"n": {"x": [1]}, "response": {"results": [{"text": "One"}]}, "m": 1} | #1 One
            {"data": {"text": "One"}}                                             | #1 One
            {"data": [1, [2], {"id": 3}], "text": "Outer"}                        | ` Outer`
            {"text": "Outer", "articles": [{"text": "Another"}]}                  | ` Outer`
            {"articles": []}                                                      | ` holds no record`
            {"response": {"status": "none"}}                                      | ` holds no record`
            {"articles": [{"title": "T"}]}                                        | #1 record has neither text nor address
            {"articles": [{"text": "One"}]} {"text": "Two"}                       | #1 One, ` more than one JSON value`
            [{"articles": [{"text": "One"}]}, {"text": "Two"}]                    | #1 One, #2 Two
            """)
    void aListIsFoundWithinWhatWrapsIt(String json, String found) throws IOException {
        String all = Harvest.of(write("f.json", json)).found().stream().map(f -> switch (f) {
            case Found.Raw raw -> raw.article().source() + " " + Harvest.text(raw.article());
            case Found.Rejected rejected -> switch (rejected.outcome()) {
                case Outcome.Failed failed -> failed.source() + " " + failed.reason();
                case Outcome.Skipped skipped -> skipped.source() + " " + skipped.reason();
                default -> "";
            };
        }).collect(Collectors.joining(", ")).replace(folder + "/f.json", "");
        assertThat(all).startsWith(found.replace("`", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '`', textBlock = """
            # first lines of a table                                  ! title   ! line
            title,text\\nOlm,Words                                    ! Olm     ! 2
            title;text\\n"Olm, again; now";Words                      ! Olm, again; now ! 2
            title|text\\nOlm|Words                                    ! Olm     ! 2
            title\\ttext\\nOlm\\tWords                                ! Olm     ! 2
            sep=|\\ntitle|text\\nOlm|Words                            ! Olm     ! 3
            \\n\\nA table, of articles; and more\\n\\ntitle;text\\nOlm;Words ! Olm ! 6
            title;size, price, age;text\\nOlm;1,5,2;Words             ! Olm     ! 2
            'title','text'\\n'Olm','Words'                            ! Olm     ! 2
            "Title","Publication","Full Text"\\n"A ""b\""","P","Words" ! A "b"   ! 2
            """)
    void tablesAreReadHoweverTheyAreWritten(String table, String title, int line) throws IOException {
        RawArticle article = Harvest.of(write("f.csv", table.replace("\\t", "\t"))).only();
        assertThat(article.given().title()).isEqualTo(title);
        assertThat(Harvest.text(article)).isEqualTo("Words");
        assertThat(article.source()).endsWith("f.csv#L" + line);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # end of a text                                  | note
            The council met and called it open.              | ''
            The council met […]                              | summary only
            The council met&hellip;</p>                      | summary only
            The council… [+123 chars]                        | summary only
            It met. <a href="x">Read more</a>                | summary only
            It met. Continue reading <b>Olm</b> &rarr;       | summary only
            It met. Read the full story at The Quay Post »   | summary only
            It wants more.                                   | ''
            Its members read more books.                     | ''
            """)
    void aTextThatIsCutIsNoted(String text, String note) {
        assertThat(CutEnds.load().note(text)).isEqualTo(note);
    }

    @Test
    void theSurerOfTwoNamesIsTakenWhateverTheirOrder() throws IOException {
        assertThat(Harvest.text(Harvest.of(write("f.json", "{\"content\": \"clipped…\", \"text\": \"whole\"}")).only()))
                .isEqualTo("whole");
        assertThat(Harvest.text(Harvest.of(write("g.json", "{\"text\": \"whole\", \"content\": \"clipped…\"}")).only()))
                .isEqualTo("whole");
    }

    @Test
    void aRecordMayHoldAPage() throws IOException {
        assertThat(Harvest.of(write("f.jsonl", "{\"html\": \"<html><p>W</p>\"}")).only().format()).isEqualTo(Format.HTML);
        assertThat(Harvest.of(write("f.jsonl", "{\"html\": \"<p>W</p>\"}")).only().format()).isEqualTo(Format.FRAGMENT);
        assertThat(Harvest.of(write("f.jsonl", "{\"text\": \"<p>W</p>\"}")).only().format()).isEqualTo(Format.FRAGMENT);
        assertThat(Harvest.of(write("f.jsonl", "{\"text\": \"a <p> is a tag\"}")).only().format()).isEqualTo(Format.TEXT);
    }

    @Test
    void aDateThatCannotBeReadLeavesANote() throws IOException {
        RawArticle article = Harvest.of(write("f.json", "{\"text\": \"W\", \"date\": \"some day\"}")).only();
        assertThat(article.given().published()).isNull();
        assertThat(article.notes()).isEqualTo("date not understood: some day");
    }

    @Test
    void anArrayNamesItsRecordsByNumber() throws IOException {
        Harvest harvest = Harvest.of(write("f.json", "[\n{\"text\": \"One\"}, 7,\n{\"text\": \"Two\"}]"));
        assertThat(harvest.sources(folder)).containsExactly("f.json#1", "f.json#2", "f.json#3");
        assertThat(harvest.failed()).extracting(Outcome.Failed::reason).containsExactly("not a JSON object");
    }

    @Test
    void aPrettyPrintedObjectIsOneArticle() throws IOException {
        assertThat(Harvest.of(write("f.json", "{\n  \"text\": \"One\"\n}\n")).sources(folder))
                .containsExactly("f.json");
    }

    @Test
    void csvRowsAreNamedByTheLineTheyStartOn() throws IOException {
        Harvest harvest = Harvest.of(write("f.csv", "Title,Text\r\nA,\"One\r\ntwo, \"\"three\"\"\"\r\n\r\nB,Four\r\n"));
        assertThat(harvest.sources(folder)).containsExactly("f.csv#L2", "f.csv#L5");
        assertThat(harvest.articles()).extracting(Harvest::text).containsExactly("One\r\ntwo, \"three\"", "Four");
        assertThat(harvest.articles()).extracting(a -> a.given().title()).containsExactly("A", "B");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1252", "UTF-16"})
    void csvCellsAreReadInTheirEncoding(String charset) throws IOException {
        Path file = Files.write(folder.resolve("f.csv"), "title;text\nCafé;“Très”\n".getBytes(charset));
        RawArticle article = Harvest.of(file).only();
        assertThat(article.given().title()).isEqualTo("Café");
        assertThat(Harvest.text(article)).isEqualTo("“Très”");
    }

    @Test
    void aMarkedUtf8CsvKeepsItsFirstColumn() throws IOException {
        assertThat(Harvest.text(Harvest.of(write("f.csv", "\uFEFFtext,title\nWords,T\n")).only())).isEqualTo("Words");
    }

    @Test
    void tabsPartCellsToo() throws IOException {
        assertThat(Harvest.text(Harvest.of(write("f.tsv", "title\ttext\nT\tWords, more words\n")).only()))
                .isEqualTo("Words, more words");
    }

    @Test
    void columnsCanBeMapped() throws IOException {
        Path file = write("f.csv", "Headline,Story so far,Text\nT,Words,not this\n");
        var options = new SourceOptions(null, Map.ofEntries(SourceOptions.column("text=Story so far")),
                SourceOptions.LARGEST);
        assertThat(Harvest.text(Harvest.of(options, file.toString()).only())).isEqualTo("Words");
    }

    @Test
    void aRowWithOnlyAnAddressIsSkipped() throws IOException {
        Harvest harvest = Harvest.of(write("f.csv", "title,url\nT,https://example.org/a\nU,https://example.org/b\n"));
        assertThat(harvest.rejected()).hasSize(2).allSatisfy(o -> assertThat(o)
                .isInstanceOfSatisfying(Outcome.Skipped.class, s -> assertThat(s.reason())
                        .isEqualTo("only an address; nothing is fetched here")));
    }

    @Test
    void anEmptyTableIsSkippedAndNotForgotten() throws IOException {
        assertThat(Harvest.of(write("f.csv", "title,text\n")).rejected())
                .containsExactly(new Outcome.Skipped(folder + "/f.csv", "holds no record"));
        assertThat(Harvest.of(write("f.json", "[]")).rejected())
                .containsExactly(new Outcome.Skipped(folder + "/f.json", "holds no record"));
    }

    @Test
    void gzippedTablesAreReadByLine() throws IOException {
        Path file = Files.write(folder.resolve("f.csv.gz"), NastyFolder.gzip(CSV));
        assertThat(Harvest.of(file).sources(folder)).containsExactly("f.csv.gz#L2");
    }
}
