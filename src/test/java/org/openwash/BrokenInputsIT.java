package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.testing.Cli;
import org.openwash.testing.NastyFolder;
import org.openwash.testing.OutputFolder;

/// What a user sees of inputs that cannot be read: each is named with its reason and place, and the rest is read.
class BrokenInputsIT {

    private static final String GOOD = "Redis 8 is open source under the AGPL.";

    @TempDir
    Path folder;

    private Path inputs;
    private OutputFolder out;

    @BeforeEach
    void aGoodArticleAmongTheInputs() throws IOException {
        inputs = Files.createDirectory(folder.resolve("inputs"));
        out = new OutputFolder(folder.resolve("out"));
        Files.writeString(inputs.resolve("good.txt"), GOOD);
    }

    @Test
    void inputsBalanceOnAFolderWithTwentyBrokenFilesAmongAHundred() throws IOException {
        NastyFolder nasty = NastyFolder.in(Files.createDirectory(folder.resolve("nasty")));
        Cli.Result result = Cli.launch("analyze", nasty.folder(), "--out", out.path());

        assertThat(result.exitCode()).isEqualTo(3);
        List<CSVRecord> rows = out.rows("inputs.csv");
        Map<String, Long> byStatus =
                rows.stream().collect(Collectors.groupingBy(row -> row.get("status"), Collectors.counting()));
        assertThat(byStatus).isEqualTo(Map.of("kept", (long) nasty.articles(), "failed", (long) NastyFolder.BROKEN));
        assertThat(result.err()).contains("%d inputs: %d kept, 0 duplicate, 0 skipped, %d failed"
                .formatted(rows.size(), nasty.articles(), NastyFolder.BROKEN));

        // every file of the folder is accounted for, every article that was kept is there
        assertThat(rows.stream().map(row -> file(row.get("source"))).distinct()).hasSize(NastyFolder.FILES);
        assertThat(rows.stream().map(row -> row.get("source"))).doesNotHaveDuplicates();
        assertThat(out.rows("articles.csv")).hasSize(nasty.articles());
        assertThat(out.column("articles.csv", "article_id")).containsExactlyInAnyOrderElementsOf(
                rows.stream().filter(row -> row.get("status").equals("kept")).map(row -> row.get("article_id")).toList());

        // each broken one with a reason, and listed on standard error too
        for (String broken : nasty.broken()) {
            assertThat(rows.stream().filter(row -> file(row.get("source")).endsWith("/" + broken) && row.get("status").equals("failed")))
                    .as(broken)
                    .singleElement()
                    .satisfies(row -> assertThat(row.get("reason")).isNotBlank());
            assertThat(result.err()).contains(broken);
        }
        assertThat(Files.readString(out.path().resolve("run.json"))).contains("\"failed\"");
    }

    private static String file(String source) {
        return source.replaceFirst("#.*", "");
    }

    @Test
    void aMissingPathIsListedAndTheRestIsRead() {
        Cli.Result result = analyse(inputs, folder.resolve("nowhere"));
        assertFailed(result, folder + "/nowhere", "no such file or folder", "");
        assertThat(out.input(inputs + "/good.txt").get("status")).isEqualTo("kept");
    }

    @Test
    void anEmptyFileIsListed() throws IOException {
        Files.createFile(inputs.resolve("empty.txt"));
        assertFailed(analyse(inputs), inputs + "/empty.txt", "empty file", "");
    }

    @Test
    void aBinaryFileIsListedWithTheByteThatSaysSo() throws IOException {
        Files.write(inputs.resolve("memory.txt"), new byte[] {'a', 0, 1, 2, 3});
        assertFailed(analyse(inputs), inputs + "/memory.txt", "binary file", "byte 2");
    }

    @Test
    void brokenJsonCostsOnlyItsLine() throws IOException {
        var lines = new ArrayList<String>();
        for (int i = 1; i <= 9; i++) {
            lines.add("{\"url\": \"https://paper.example/%d\", \"text\": \"Redis %d is open source.\"}".formatted(i, i));
        }
        lines.set(6, "{\"url\": \"https://paper.example/7\", \"text\": }");
        Files.write(inputs.resolve("wire.jsonl"), lines);
        assertFailed(analyse(inputs), inputs + "/wire.jsonl#L7", "broken JSON", "line 7");
        assertThat(out.column("inputs.csv", "status").stream().filter("kept"::equals)).hasSize(9);
    }

    @Test
    void aCsvWithoutTheNamedColumnSaysWhichThereAre() throws IOException {
        Files.writeString(inputs.resolve("rows.csv"), "headline,story\nA,\"Redis is open source.\"\n");
        Cli.Result result = analyse(inputs, "--column", "text=Body");
        assertFailed(result, inputs + "/rows.csv", "no column named Body; the columns are headline, story", "line 1");
    }

    @Test
    void anUnknownEncodingIsListedWithItsByte() throws IOException {
        Files.write(inputs.resolve("old.txt"), "Redis \u0081\u008D\u0090 is open source.".getBytes(StandardCharsets.ISO_8859_1));
        assertFailed(analyse(inputs), inputs + "/old.txt", "text in an unknown encoding", "byte 7");
    }

    @Test
    void anArticleOfTwoHundredMegabytesIsListedAndNotRead() throws IOException {
        try (var file = new RandomAccessFile(inputs.resolve("huge.txt").toFile(), "rw")) {
            file.write("Redis is open source. ".repeat(10_000).getBytes(StandardCharsets.US_ASCII));
            file.setLength(200L << 20); // the rest is a hole, which takes no room
        }
        assertFailed(analyse(inputs), inputs + "/huge.txt", "larger than the limit of 16 MB", "");
    }

    @Test
    void aFactsRowThatNamesNoLicenceStopsTheRunBeforeAnythingIsWritten() throws IOException {
        Path facts = Files.createDirectory(folder.resolve("facts"));
        Files.writeString(facts.resolve("facts.csv"), """
                # our own
                id,subject,artefact,from,until,dated,versions,scope,licence,weights,code,sources
                redis#ours,redis,software,2024,,,,,,,,https://sample.example/redis
                """);
        Cli.Result result = analyse(inputs, "--facts", facts);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains(facts.resolve("facts.csv") + ", line 3").contains("licence");
        assertThat(result.err()).doesNotContain("a bug");
        assertThat(out.path()).doesNotExist();
    }

    @Test
    void whatOnlySomeInputsLackDoesNotFailTheOthers() throws IOException {
        Files.writeString(inputs.resolve("links.csv"), "url\nhttps://paper.example/only-an-address\n");
        Files.copy(Path.of("corpus/other-languages/llama-lizenz-genossenschaft-german.md"), inputs.resolve("sprache.md"));
        Files.writeString(inputs.resolve("copy.txt"), GOOD);
        Cli.Result result = analyse(inputs, inputs.resolve("good.txt"));
        assertThat(result.exitCode()).as("neither skipped rows nor other languages nor duplicates are failures").isZero();
        Function<String, List<String>> statuses = source -> out.rows("inputs.csv").stream()
                .filter(row -> row.get("source").equals(inputs + "/" + source))
                .map(row -> row.get("status"))
                .sorted()
                .toList();
        assertThat(statuses.apply("links.csv#L2")).containsExactly("skipped");
        assertThat(statuses.apply("sprache.md")).containsExactly("skipped");
        assertThat(statuses.apply("good.txt")).containsExactly("duplicate", "kept");
        assertThat(statuses.apply("copy.txt")).containsExactly("kept");
    }

    @Test
    void onlyWhatFailedIsTriedAgain() throws IOException {
        Files.writeString(inputs.resolve("rows.csv"), "headline,story\nA,\"Redis is open source.\"\n");
        Files.writeString(inputs.resolve("wire.jsonl"), "{\"text\": \"Redis is open source.\"}\n{\"text\": }\n");
        Files.createFile(inputs.resolve("=gone.txt"));
        assertThat(analyse(inputs).exitCode()).isEqualTo(3);
        String before = Files.readString(out.path().resolve("articles.csv"));

        Files.writeString(inputs.resolve("wire.jsonl"), "{\"text\": \"Redis is open source.\"}\n{\"text\": \"Llama is open source.\"}\n");
        Files.delete(inputs.resolve("=gone.txt"));
        assertThat(analyse(inputs, "--only-failed").exitCode()).isEqualTo(3);
        assertThat(out.rows("inputs.csv")).extracting(row -> row.get("source") + " " + row.get("status") + " " + row.get("reason"))
                .containsExactly(
                        inputs + "/=gone.txt failed failed before, and not among the inputs now",
                        inputs + "/rows.csv failed no column with the text or address of articles; the columns are headline, story",
                        inputs + "/wire.jsonl#L2 kept ");
        assertThat(Files.readString(out.path().resolve("articles.csv"))).startsWith(before.lines().findFirst().orElseThrow())
                .contains("wire.jsonl#L2").contains("good.txt");

        assertThat(analyse(inputs, "--only-failed", "--column", "text=story", "--column", "title=headline").exitCode())
                .as("what is gone stays on the list until a full run").isEqualTo(3);
        assertThat(out.column("inputs.csv", "status")).containsExactly("failed", "kept");
    }

    @Test
    void thereMustHaveBeenARunBeforeItsFailuresCanBeTriedAgain() {
        Cli.Result result = analyse(inputs, "--only-failed");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("inputs.csv").contains("Run without it first");
        assertThat(out.path()).doesNotExist();
    }

    private Cli.Result analyse(Object... words) {
        var all = new ArrayList<Object>(List.of("analyze", "--out", out.path()));
        all.addAll(List.of(words));
        return Cli.launch(all.toArray());
    }

    /// Exit code 3, one failure with this reason and place in inputs.csv and on standard error, and the good article read.
    private void assertFailed(Cli.Result result, String source, String reason, String place) {
        assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
        CSVRecord row = out.input(source);
        assertThat(row.get("status")).isEqualTo("failed");
        assertThat(row.get("reason")).startsWith(reason);
        assertThat(row.get("place")).startsWith(place);
        assertThat(row.get("place").isEmpty()).isEqualTo(place.isEmpty());
        assertThat(row.get("article_id")).isEmpty();
        assertThat(result.err()).contains("could not read " + source).contains(reason);
        assertThat(out.input(inputs + "/good.txt").get("status")).isEqualTo("kept");
        assertThat(out.column("claims.csv", "sentence")).contains(GOOD);
    }
}
