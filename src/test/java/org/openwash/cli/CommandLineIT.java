package org.openwash.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.index.ArticleIndex;
import org.openwash.testing.Cli;
import org.openwash.testing.OutputFolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands as users meet them: what they print, what they refuse and with which exit code.
class CommandLineIT {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    /// An output folder with an index of three small articles.
    private static OutputFolder indexed;

    @BeforeAll
    static void analyseThreeArticles() throws IOException {
        Path inputs = Files.createDirectory(shared.resolve("inputs"));
        Files.writeString(inputs.resolve("llama.md"), """
                ---
                title: Meta shows Llama 3
                outlet: The Harbour Post
                date: 2024-04-19
                url: https://harbour.example/llama
                author: Ann Writer
                ---
                Llama 3 is open source. Meta says that it took a year.
                """);
        Files.writeString(inputs.resolve("redis.md"), """
                ---
                title: A database and its licence
                outlet: The Quay Courier
                date: 2024-06-01
                url: https://quay.example/redis
                ---
                Redis 7.2 is open source. Redis 7.4 is not open source.
                """);
        Files.writeString(inputs.resolve("tide.txt"), "High tide is at noon, and the boats stay in.\n");
        indexed = new OutputFolder(shared.resolve("out"));
        assertThat(Cli.launch("analyze", inputs, "--out", indexed.path()).exitCode()).isZero();
    }

    @Nested
    class WrongUsage {

        @ParameterizedTest
        @ValueSource(strings = {
            "analyze corpus --nonsense", "analyze", "analyze corpus --threads many", "frobnicate", "search llama --format xml",
            "analyze corpus --log-format yaml", "search --limit 0", "evaluate corpus"
        })
        void isRefusedWithCodeTwo(String line) {
            Cli.Result result = Cli.launch((Object[]) line.split(" "));
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).isNotBlank().doesNotContain("Exception");
            assertThat(result.out()).isEmpty();
        }

        @Test
        void noCommandShowsThemAll() {
            Cli.Result result = Cli.launch();
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains("analyze", "text", "search", "report", "evaluate", "settings", "Exit codes");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                # options                 | code | what is said
                --standard mpl            | 2 | 'mpl' is not by-kind, osaid or osd: setting standard, from command line
                --threads 0               | 2 | --threads must lie between 1 and 256, not 0
                --threads 1000            | 2 | --threads must lie between 1 and 256, not 1000
                --min-confidence 1.5      | 2 | --min-confidence must lie between 0 and 1, not 1.5
                --min-confidence NaN      | 2 | --min-confidence must lie between 0 and 1, not NaN
                --column Body             | 2 | Not a column mapping: Body. Write FIELD=COLUMN
                --column body=Body        | 2 | No field is called body
                --metadata nowhere.csv    | 1 | nowhere.csv
                --facts nowhere           | 1 | No facts folder at nowhere
                --config nowhere.yml      | 1 | No settings file at nowhere.yml
                --largest-mb 0            | 2 | The size limit of an article must lie between
                """)
        void aValueOutOfBoundsIsNamedAndNothingIsWritten(String options, int code, String said) {
            var words = new ArrayList<Object>(List.of("analyze", "corpus/text", "--out", folder.resolve("out")));
            words.addAll(List.of(options.split(" ")));
            Cli.Result result = Cli.launch(words.toArray());
            assertThat(result.exitCode()).isEqualTo(code);
            assertThat(result.err()).contains(said).doesNotContain("a bug").doesNotContain("Exception");
            assertThat(folder.resolve("out")).doesNotExist();
        }

        @Test
        void helpIsNoMistake() {
            Cli.Result result = Cli.launch("analyze", "--help");
            assertThat(result.exitCode()).isZero();
            assertThat(result.out()).contains("--metadata", "--no-index", "--dry-run", "--min-confidence");
            assertThat(Cli.launch("--version").out()).startsWith("openwash ");
        }
    }

    @Nested
    class SettingsFile {

        @Test
        void isOutweighedByTheCommandLineAndBothAreNamed() throws IOException {
            Path config = Files.writeString(folder.resolve("openwash.yml"), """
                    threads: 3
                    min-confidence: 0.75
                    columns:
                      text: Body
                    """);
            Cli.Result result = Cli.launch("settings", "--config", config, "--min-confidence", "0.9");
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.outLines().stream().map(line -> line.replaceAll(" +", " "))).contains(
                    "threads 3 " + config, "min-confidence 0.9 command line", "column.text Body " + config, "out output default",
                    "facts - default");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                # content                     | what is said after the file's name
                threads: 2\\nmin-conf: 0.5    | : there is no setting 'min-conf'. There are: out, facts
                threads: 2\\ngate: [true      | , line
                threads: 2\\n - gate: true    | , line 2
                threads: two                  | .
                just words                    | , line 1
                """)
        void thatIsWrongIsRefusedWithItsPlace(String content, String said) throws IOException {
            Path config = Files.writeString(folder.resolve("openwash.yml"), content.replace("\\n", "\n"));
            Cli.Result result = Cli.launch("analyze", "corpus/text", "--out", folder.resolve("out"), "--config", config);
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).contains(config + said).doesNotContain("a bug");
            assertThat(folder.resolve("out")).doesNotExist();
        }

        @Test
        void thatIsEmptyChangesNothing() throws IOException {
            Path config = Files.writeString(folder.resolve("openwash.yml"), "# nothing yet\n");
            assertThat(Cli.launch("settings", "--config", config).out()).isEqualTo(Cli.launch("settings").out());
        }
    }

    @Nested
    class Search {

        @Test
        void printsATableForReading() {
            Cli.Result result = Cli.launch("search", "subject:llama", "--out", indexed.path());
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.out()).contains("Llama 3").contains("contradicted").doesNotContain("Redis");
        }

        @Test
        void printsCsvWithTheColumnsOfClaimsCsv() throws IOException {
            String csv = Cli.launch("search", "", "--format", "csv", "--out", indexed.path()).out();
            try (var parser = CSVParser.parse(csv, CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
                var names = parser.getHeaderNames();
                var rows = parser.getRecords();
                assertThat(names).containsAll(indexed.rows("claims.csv").getFirst().toMap().keySet());
                assertThat(rows.stream().map(row -> row.get("claim_id")))
                        .containsExactlyInAnyOrderElementsOf(indexed.column("claims.csv", "claim_id"));
            }
        }

        @Test
        void printsJsonAsAnArrayOfHits() {
            JsonNode hits = JSON.readTree(
                    Cli.launch("search", "redis", "--format", "json", "--out", indexed.path()).out());
            assertThat(hits.isArray()).isTrue();
            assertThat(hits.size()).isGreaterThanOrEqualTo(2);
            for (JsonNode hit : hits) {
                assertThat(hit.get("subject").asString()).startsWith("redis");
                assertThat(hit.has("claim_id") && hit.has("verdict") && hit.has("sentence")).isTrue();
            }
        }

        @Test
        void findsByFieldAndByTheWholeFamily() {
            assertThat(subjects("verdict:contradicted AND subject:llama")).isNotEmpty().allMatch(s -> s.startsWith("llama"));
            assertThat(subjects("outlet:\"The Quay Courier\" polarity:denies")).isNotEmpty();
            assertThat(subjects("subject:no-such-thing")).isEmpty();
        }

        private List<String> subjects(String query) {
            JsonNode hits = JSON.readTree(Cli.launch("search", query, "--format", "json", "--out", indexed.path()).out());
            return hits.valueStream().map(hit -> hit.get("subject").asString()).toList();
        }

        @Test
        void withoutAnIndexSaysWhatToDo() {
            Cli.Result result = Cli.launch("search", "llama", "--out", folder.resolve("nothing"));
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).contains("No index at " + folder.resolve("nothing/index") + ": run openwash analyze first.");
            assertThat(folder.resolve("nothing")).doesNotExist();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                # query                 | position
                llama AND (redis        | 17
                "open source            | 1
                nosuchfield:llama       | 1
                published:[2024 TO      | 19
                """)
        void withASyntaxErrorNamesThePosition(String query, int position) {
            Cli.Result result = Cli.launch("search", query, "--out", indexed.path());
            assertThat(result.exitCode()).as(result.out()).isEqualTo(2);
            assertThat(result.err()).startsWith("openwash: Query, character " + position + ": ");
        }
    }

    @Nested
    class Locked {

        @Test
        void aSecondRunIsRefusedWithCodeFourAndTouchesNothing() throws IOException {
            Path out = folder.resolve("out");
            try (var held = ArticleIndex.openForWriting(out.resolve("index"), subject -> List.of())) {
                Cli.Result result = Cli.launch("analyze", "corpus/text", "--out", out);
                assertThat(result.exitCode()).isEqualTo(4);
                assertThat(result.err()).contains(out.resolve("index").toString()).doesNotContain("Exception");
                assertThat(new OutputFolder(out).reports()).isEmpty();
            }
        }

        @Test
        void readersAreNotKeptWaiting() throws IOException {
            try (var held = ArticleIndex.openForWriting(indexed.path().resolve("index"), subject -> List.of())) {
                assertThat(Cli.launch("search", "llama", "--out", indexed.path()).exitCode()).isZero();
            }
        }
    }

    @Nested
    class Text {

        @Test
        void printsOneJsonLineForEveryReadableArticleInTheOrderGiven() throws IOException {
            Files.createFile(folder.resolve("b.txt"));
            Files.copy(Path.of("corpus/other-languages/llama-lizenz-genossenschaft-german.md"), folder.resolve("c.md"));
            Cli.Result result = Cli.launch("text", shared.resolve("inputs"), folder, shared.resolve("inputs/tide.txt"));
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.err()).contains("could not read " + folder + "/b.txt").contains("empty file");
            List<JsonNode> lines = result.outLines().stream().map(line -> JSON.readTree(line)).toList();
            assertThat(lines).extracting(line -> line.get("source").asString().replaceFirst(".*/", ""))
                    .containsExactly("llama.md", "redis.md", "tide.txt", "c.md", "tide.txt");
            JsonNode llama = lines.getFirst();
            assertThat(llama.propertyNames()).containsExactly(
                    "source", "url", "outlet", "title", "author", "published", "language", "text", "published_basis",
                    "published_sureness", "title_basis", "title_sureness", "author_basis", "author_sureness", "outlet_basis",
                    "outlet_sureness", "url_basis", "modified", "modified_basis", "stated_language");
            assertThat(llama.get("author_basis").asString()).isEqualTo("front-matter");
            assertThat(llama.get("title").asString()).isEqualTo("Meta shows Llama 3");
            assertThat(llama.get("outlet").asString()).isEqualTo("The Harbour Post");
            assertThat(llama.get("author").asString()).isEqualTo("Ann Writer");
            assertThat(llama.get("published").asString()).isEqualTo("2024-04-19");
            assertThat(llama.get("text").asString()).isEqualTo("Llama 3 is open source. Meta says that it took a year.");
            assertThat(lines.get(3).get("language").asString()).isEqualTo("de");
        }

        @Test
        void explainsWhatBecameOfEveryLine() {
            Cli.Result result = Cli.launchWithInput("<html><head><title>Tide tables</title></head><body><nav>Menu</nav><article>"
                    + "<h1>Tide tables</h1><p>" + "The office has put its tables on the web. ".repeat(8)
                    + "</p><p>Share this on Mastodon</p></article></body></html>", "text", "--explain", "-");
            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.outLines()).startsWith("== -", "title      Tide tables  [heading, high]", "author     -")
                    .contains("- Menu  [html-drop: nav]", "  article: html-containers: article, step strict")
                    .anyMatch(line -> line.startsWith("+ The office has put its tables"))
                    .anyMatch(line -> line.startsWith("- Share this on Mastodon  [boilerplate-lines, line "));
        }

        @Test
        void readsStandardInput() {
            Cli.Result result = Cli.launchWithInput("Café “Llama” – naïve?", "text", "-");
            assertThat(result.exitCode()).as(result.err()).isZero();
            JsonNode line = JSON.readTree(result.out());
            assertThat(line.get("source").asString()).isEqualTo("-");
            assertThat(line.get("title").asString() + line.get("text").asString()).contains("Café “Llama” – naïve?");
        }
    }

    @Nested
    class Duplicates {

        private static final String SAME = """
                ---
                title: %s
                url: %s
                date: 2024-05-0%d
                ---
                Redis 8 is open source. The quay council uses it for its archive.
                """;

        @ParameterizedTest
        @CsvSource({"a.md b.md", "b.md a.md"})
        void ofTwoFilesWithOneAddressTheEarlierDayIsKeptInWhicheverOrder(String order) throws IOException {
            Files.writeString(folder.resolve("a.md"), SAME.formatted("Late", "https://quay.example/r?utm_source=x", 3));
            Files.writeString(folder.resolve("b.md"), SAME.formatted("Early", "https://quay.example/r", 2));
            var out = new OutputFolder(folder.resolve("out"));
            var words = new ArrayList<Object>(List.of("analyze", "--out", out.path()));
            for (String name : order.split(" ")) {
                words.add(folder.resolve(name));
            }
            assertThat(Cli.launch(words.toArray()).exitCode()).isZero();
            assertThat(out.column("articles.csv", "title")).containsExactly("Early");
            assertThat(out.input(folder + "/a.md").get("status")).isEqualTo("duplicate");
            assertThat(out.input(folder + "/a.md").get("reason")).isEqualTo("same address as " + folder + "/b.md");
            assertThat(out.input(folder + "/b.md").get("status")).isEqualTo("kept");
            assertThat(out.column("claims.csv", "title")).isNotEmpty().containsOnly("Early");
        }

        @Test
        void aSyndicatedCopyIsKeptAndSharesItsStory() throws IOException {
            Files.writeString(folder.resolve("a.md"), SAME.formatted("Archive", "https://quay.example/r", 3));
            Files.writeString(folder.resolve("b.md"), SAME.formatted("Archive", "https://harbour.example/r", 4));
            var out = new OutputFolder(folder.resolve("out"));
            assertThat(Cli.launch("analyze", folder.resolve("a.md"), folder.resolve("b.md"), "--out", out.path()).exitCode()).isZero();
            assertThat(out.column("articles.csv", "story")).hasSize(2).doesNotContain("").containsOnly(
                    out.column("articles.csv", "story").getFirst());
            assertThat(out.column("claims.csv", "claim_id")).doesNotHaveDuplicates();
        }
    }

    @Nested
    class Analyze {

        @Test
        void writesNothingInADryRunButCounts() {
            Cli.Result result = Cli.launch("analyze", shared.resolve("inputs"), "--dry-run", "--out", folder.resolve("out"));
            assertThat(result.exitCode()).isZero();
            assertThat(result.err()).contains("3 inputs: 3 kept").contains("nothing was written");
            assertThat(folder.resolve("out")).doesNotExist();
        }

        @Test
        void freshForgetsWhatWasThere() throws IOException {
            var out = new OutputFolder(folder.resolve("out"));
            Cli.launch("analyze", shared.resolve("inputs"), "--out", out.path());
            Cli.launch("analyze", shared.resolve("inputs/tide.txt"), "--out", out.path());
            assertThat(out.rows("articles.csv")).hasSize(3);
            assertThat(out.rows("inputs.csv")).hasSize(1);
            Cli.launch("analyze", shared.resolve("inputs/tide.txt"), "--out", out.path(), "--fresh");
            assertThat(out.rows("articles.csv")).hasSize(1);
            assertThat(out.rows("claims.csv")).isEmpty();
        }

        @Test
        void saysNothingWhenQuietAndJsonWhenAsked() {
            Path inputs = shared.resolve("inputs");
            assertThat(Cli.launch("analyze", inputs, "--dry-run", "--quiet").err()).isEmpty();
            Cli.Result json = Cli.launch("analyze", inputs, folder.resolve("nowhere"), "--dry-run", "--log-format", "json");
            assertThat(json.err().lines().map(line -> JSON.readTree(line)))
                    .hasSizeGreaterThan(1)
                    .allMatch(line -> line.get("time").asString().equals(Cli.NOW.toString()))
                    .anyMatch(line -> line.get("level").asString().equals("warn"));
        }

        @Test
        void anOutputFolderThatIsAFileIsRefused() throws IOException {
            Path file = Files.writeString(folder.resolve("out"), "words", StandardCharsets.UTF_8);
            for (String option : List.of("--fresh", "--no-index")) {
                Cli.Result result = Cli.launch("analyze", shared.resolve("inputs"), "--out", file, option);
                assertThat(result.exitCode()).as(option).isEqualTo(1);
                assertThat(result.err()).contains(file.toString()).doesNotContain("a bug");
            }
            assertThat(file).hasContent("words");
        }

        @Test
        void sentencesAreQuotedByTheirOffsets() {
            String text = JSON.readTree(Cli.launch("text", shared.resolve("inputs/redis.md")).out()).get("text").asString();
            var rows = indexed.rows("claims.csv").stream()
                    .filter(row -> row.get("source").endsWith("redis.md") && !row.get("sentence_no").equals("0"))
                    .toList();
            assertThat(rows).hasSizeGreaterThanOrEqualTo(2).allSatisfy(row -> assertThat(
                            text.substring(Integer.parseInt(row.get("start")), Integer.parseInt(row.get("end"))))
                    .isEqualTo(row.get("sentence")));
        }
    }
}
