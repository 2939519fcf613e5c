package org.openwash.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.testing.Cli;
import org.openwash.testing.OutputFolder;

/// Two runs compared by what they left.
class DiffCommandIT {

    @TempDir
    Path folder;

    private Path inputs;

    @BeforeEach
    void articles() throws IOException {
        inputs = Files.createDirectory(folder.resolve("inputs"));
        put("kept", "Llama 2 is open source.");
        put("edited", "Falcon 180B is open source.");
        put("deleted", "Redis 7.4 is open source.");
    }

    private void put(String name, String text) throws IOException {
        Files.writeString(inputs.resolve(name + ".md"), """
                ---
                title: News from the quay
                outlet: The Harbour Post
                date: 2024-05-02
                url: https://harbour.example/%s
                ---

                %s
                """.formatted(name, text));
    }

    private void edit() throws IOException {
        put("edited", "Falcon 180B is not open source, we learn.");
        put("new", "Llama 3 is open source.");
        Files.delete(inputs.resolve("deleted.md"));
    }

    private Path run(String name, Object... more) {
        Path out = folder.resolve(name);
        var words = new ArrayList<Object>(List.of("analyze", inputs, "--out", out));
        words.addAll(List.of(more));
        Cli.Result result = Cli.launch(words.toArray());
        assertThat(result.exitCode()).as(result.err()).isZero();
        return out;
    }

    private static Cli.Result diff(Object... words) {
        var all = new ArrayList<Object>(List.of("diff"));
        all.addAll(List.of(words));
        Cli.Result result = Cli.launch(all.toArray());
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    private static List<CSVRecord> rows(Path first, Path second) throws IOException {
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var parser = CSVParser.parse(new StringReader(diff(first, second, "--format", "csv").out()), format)) {
            return parser.getRecords();
        }
    }

    private static List<String> changes(Path first, Path second) throws IOException {
        return rows(first, second).stream().map(row -> row.get("change") + " " + row.get("why") + " " + row.get("subject_name")).toList();
    }

    @Test
    void flagsThatCameAndWentAreToldWithTheirReason() throws IOException {
        Path first = run("first");
        edit();
        Path second = run("second");
        assertThat(changes(first, second)).containsExactly(
                "new-flag new-article Llama 3",
                "withdrawn-flag article-deleted Redis",
                "withdrawn-flag article-edited Falcon 180B");
        Cli.Result text = diff(first, second);
        assertThat(text.out()).contains("the articles found: ", "new-flag: Llama 3, open-source (contradicted; new-article)",
                "    before: Falcon 180B is open source.\n    now: Falcon 180B is not open source, we learn.\n");
        assertThat(text.outLines().getLast())
                .isEqualTo("compared claims.csv: 1 new flag, 2 withdrawn; of other claims 0 changed, 0 new, 0 gone");
    }

    @Test
    void theColumnsAreThoseOfChangesCsv() throws IOException {
        Cli.launch("nightly", inputs, "--out", folder.resolve("night"), "--as-of", "2026-12-01");
        String header = Files.readAllLines(folder.resolve("night/changes.csv")).getFirst();
        Path run = run("first");
        assertThat(diff(run, run, "--format", "csv").out()).isEqualTo(header + "\n");
    }

    @Test
    void equalRunsHaveNothingToTell() {
        Path first = run("first");
        Path second = run("second", "--threads", "2");
        assertThat(diff(first, second).out())
                .isEqualTo("compared claims.csv: 0 new flags, 0 withdrawn; of other claims 0 changed, 0 new, 0 gone\n");
    }

    @Test
    void delimitersAndByteOrderMarksDoNotMatter() throws IOException {
        Path first = run("first");
        Path second = run("second", "--delimiter", "semicolon", "--bom");
        assertThat(rows(first, second)).isEmpty();
        assertThat(rows(second, first)).isEmpty();
        assertThat(diff(first, second).out()).contains("the option bom: false, now true", "the option delimiter: comma, now semicolon");
    }

    @Test
    void anotherThresholdIsTheReasonOfItsFlags() throws IOException {
        Path first = run("first", "--min-confidence", "1");
        Path second = run("second");
        assertThat(changes(first, second)).hasSize(3).allMatch(change -> change.startsWith("new-flag threshold-changed"));
        assertThat(diff(first, second).out()).contains("the option min-confidence: 1.0, now 0.");
    }

    @Test
    void otherFactsAreTheReasonOfAnotherVerdict() throws IOException {
        put("kept", "PyTorch is open source.");
        Path first = run("first");
        Path facts = Files.createDirectory(folder.resolve("facts"));
        Files.writeString(facts.resolve("facts.csv"),
                "id,subject,artefact,from,until,versions,scope,licence,weights,code,training_data,training_code,paper,osaid,status,becomes,summary,verified,sources\n"
                        + "pytorch#1,pytorch,software,2017-01,,,,SSPL-1.0,,yes,,,,,released,,,yes,https://example.org/pytorch\n");
        Path second = run("second", "--facts", facts);
        assertThat(changes(first, second)).containsExactly("new-flag facts-changed PyTorch");
        assertThat(diff(first, second).out()).contains("the facts base: ", "(supported, now contradicted; facts-changed)");
    }

    @Test
    void aRejectedFlagIsWithdrawnByDecision() throws IOException {
        Path first = run("first");
        Path second = run("second");
        String claim = new OutputFolder(second).column("flags.csv", "claim_id").getFirst();
        Cli.launch("review", "reject", claim, "--reviewer", "R", "--out", second);
        Cli.launch("report", "--out", second);
        assertThat(rows(first, second)).singleElement().satisfies(row -> {
            assertThat(row.get("change")).isEqualTo("withdrawn-flag");
            assertThat(row.get("why")).isEqualTo("decision");
            assertThat(row.get("claim_id")).isEqualTo(claim);
            assertThat(row.get("flagged_before")).isEqualTo("true");
            assertThat(row.get("flagged")).isEqualTo("false");
        });
    }

    @Test
    void ofNightsTheFlagsAreCompared() throws IOException {
        Path out = folder.resolve("out");
        Cli.launch("nightly", inputs, "--out", out, "--as-of", "2026-12-01");
        edit();
        Cli.launch("nightly", inputs, "--out", out, "--as-of", "2026-12-02");
        Path first = out.resolve("nights/00001-2026-12-01");
        Path second = out.resolve("nights/00002-2026-12-02");
        assertThat(rows(first, second)).extracting(row -> row.get("change")).containsExactly("new-flag", "withdrawn-flag", "withdrawn-flag");
        Cli.Result text = diff(first, out);
        assertThat(text.out()).endsWith("compared flags.csv: 1 new flag, 2 withdrawn; of other claims 0 changed, 0 new, 0 gone\n");
        assertThat(text.out()).contains("before: Falcon 180B is open source.\n    now: not flagged\n");
        assertThat(text.err()).contains("run.json was not compared: not both have one");
        assertThat(rows(second, out)).isEmpty();
    }

    @Test
    void claimsThatAreNoFlagsAreToldInArticlesThatBothRunsHave() throws IOException {
        put("kept", "PyTorch is open source.");
        Path first = run("first");
        put("kept", "PyTorch will become open source. Kubernetes is open source.");
        Path second = run("second");
        assertThat(rows(first, second)).extracting(row -> row.get("change") + " " + row.get("subject_name"))
                .containsExactly("changed-claim PyTorch", "new-claim Kubernetes");
        assertThat(rows(second, first)).extracting(row -> row.get("change") + " " + row.get("subject_name"))
                .containsExactly("changed-claim PyTorch", "gone-claim Kubernetes");
    }

    @Test
    void cellsAreReadBackAndWrittenInertAgain() throws IOException {
        Files.writeString(inputs.resolve("kept.md"), "---\noutlet: \"=HYPERLINK(1)\"\ndate: 2024-05-02\n---\n\nLlama 2 is open source.\n");
        Path first = run("first");
        Files.delete(inputs.resolve("kept.md"));
        Path second = run("second");
        assertThat(rows(first, second)).extracting(row -> row.get("outlet")).containsExactly("'=HYPERLINK(1)");
        assertThat(diff(first, second).out()).contains("    =HYPERLINK(1), 2024-05-02");
    }

    @Test
    void signsThatSteerATerminalAreNotPrinted() throws IOException {
        Path first = run("first");
        Path second = run("second");
        Path claims = second.resolve("claims.csv");
        Files.writeString(claims, Files.readString(claims).replace("Llama 2 is open source.", "\u001B[31mLlama 2 is open source.\u202E"));
        assertThat(diff(first, second).out()).contains("\uFFFD[31mLlama 2 is open source.\uFFFD").doesNotContain("\u001B", "\u202E");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what is wrong            | message
            no folder                  | No folder
            no tables                  | holds no flags.csv, so it is not the folder of a run
            no column                  | claims.csv is not as runs write it: it has no column claim_id, sentence, verdict, flagged
            too few cells              | claims.csv is not as runs write it: line 2 has 1 cells
            endless row                | claims.csv is not as runs write it: a row of more than 4000000 characters
            no UTF-8                   | claims.csv is not as runs write it
            twice a column             | claims.csv is not as runs write it
            an empty table             | claims.csv is not as runs write it: it has no column
            broken run.json            | run.json is no run.json
            """)
    void aRunThatCannotBeReadIsNamedWithWhatIsWrong(String what, String message) throws IOException {
        Path first = run("first");
        Path second = folder.resolve("broken");
        if (!what.equals("no folder")) {
            Files.createDirectory(second);
        }
        String header = Files.readAllLines(first.resolve("claims.csv")).getFirst() + "\n";
        switch (what) {
            case "no column" -> Files.writeString(second.resolve("claims.csv"), "a,b\n1,2\n");
            case "too few cells" -> Files.writeString(second.resolve("claims.csv"), header + "1\n");
            case "endless row" -> Files.writeString(second.resolve("claims.csv"), header + "\"" + "x".repeat(5_000_000));
            case "no UTF-8" -> Files.write(second.resolve("claims.csv"), new byte[] {'a', ',', (byte) 0xFF, '\n'});
            case "twice a column" -> Files.writeString(second.resolve("claims.csv"), "claim_id,claim_id\n1,2\n");
            case "an empty table" -> Files.writeString(second.resolve("claims.csv"), "");
            case "broken run.json" -> {
                Files.copy(first.resolve("claims.csv"), second.resolve("claims.csv"));
                Files.writeString(second.resolve("run.json"), "{");
            }
            default -> { }
        }
        Cli.Result result = Cli.launch("diff", first, second);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains(message).doesNotContain("a bug");
        assertThat(Cli.launch("diff", second, first).exitCode()).isEqualTo(1);
    }

    @Test
    void theHelpTellsTheExitCodes() {
        assertThat(Cli.launch("diff", "--help").out().replaceAll("\\s+", " ")).contains("Exit code 0 whether or not the two differ; 1 if a RUN");
    }
}
