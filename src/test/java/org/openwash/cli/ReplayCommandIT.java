package org.openwash.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.testing.Cli;
import org.openwash.testing.OutputFolder;

class ReplayCommandIT {

    @TempDir
    private Path folder;

    private Path inputs;
    private Path out;
    private Path run;

    @BeforeEach
    void twoArticles() throws IOException {
        inputs = Files.createDirectory(folder.resolve("inputs"));
        out = folder.resolve("out");
        run = out.resolve("run.json");
        Files.writeString(inputs.resolve("a.txt"), "Llama 2 arrives\n\nLlama 2 is open source, said nobody else.\n");
        Files.writeString(inputs.resolve("export.csv"), "Head,Story\nRedis,\"Redis is open source, the paper wrote.\"\n");
    }

    private Cli.Result analyze(String... more) {
        Cli.Result result = Cli.launch(java.util.stream.Stream.concat(
                java.util.stream.Stream.<Object>of("analyze", inputs, "--out", out, "--column", "text=Story", "--quiet"),
                java.util.stream.Stream.of((Object[]) more)).toArray());
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    @Test
    void theSameRunGivesTheSameBytesAndTouchesNothing() throws IOException {
        analyze("--around", "2024-05-10", "--min-confidence", "0.3", "--as-of", "2026-05-01", "--threads", "3");
        var before = new OutputFolder(out).reports();
        String json = Files.readString(run);
        Cli.Result result = Cli.launch("replay", run, "--threads", "1");
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("equal         claims.csv", "equal         report.html", "the same bytes: all 15 reports")
                .doesNotContain("differs");
        assertThat(new OutputFolder(out).reports()).isEqualTo(before);
        assertThat(Files.readString(run)).isEqualTo(json);
    }

    @Test
    void everySettingThatChangesBytesIsRepeated() throws IOException {
        analyze("--delimiter", "semicolon", "--bom", "--stock-nlp", "--no-gate");
        Cli.Result result = Cli.launch("replay", run);
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("equal         claims.csv", "the same bytes: all 15 reports");
    }

    @Test
    void aChangedInputIsNamedAsTheReason() throws IOException {
        analyze();
        Files.writeString(inputs.resolve("a.txt"), "Llama 2 arrives\n\nLlama 2 is open source, said somebody.\n");
        Cli.Result result = Cli.launch("replay", run);
        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.out()).contains("differs       claims.csv", " reports differ", "changed       the articles found: ");
    }

    @Test
    void decisionsAreTakenAlongAndLaterOnesAreNamed() throws IOException {
        Files.createDirectories(out);
        Path decisions = Files.writeString(out.resolve("decisions.csv"), "claim_id,decision\nabc,accepted\n");
        analyze();
        assertThat(Cli.launch("replay", run).exitCode()).isZero();
        Files.writeString(decisions, "claim_id,decision\n" + new OutputFolder(out).column("claims.csv", "claim_id").getFirst() + ",rejected\n");
        Cli.Result result = Cli.launch("replay", run);
        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.out()).contains("changed       the decisions");
    }

    @Test
    void articlesOfEarlierRunsAreNamedAsTheReason() throws IOException {
        analyze();
        Path more = Files.writeString(folder.resolve("more.txt"), "Falcon 180B arrives\n\nFalcon 180B is open source.\n");
        assertThat(Cli.launch("analyze", more, "--out", out, "--quiet").exitCode()).isZero();
        Cli.Result result = Cli.launch("replay", run);
        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.out()).contains("held 2 articles of runs before it");
    }

    @Test
    void theSameInputsAgainCanBeRepeated() {
        analyze();
        analyze();
        assertThat(Cli.launch("replay", run).exitCode()).isZero();
    }

    @Test
    void reportsWrittenSinceAreMentionedAndNotCompared() {
        analyze();
        assertThat(Cli.launch("report", "--out", out, "--min-confidence", "1", "--quiet").exitCode()).isZero();
        Cli.Result result = Cli.launch("replay", run);
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("report.html beside run.json is not as the run wrote it");
    }

    @Test
    void whatTheRunReadFromStandardInputIsReadAgain() {
        String text = "Llama 2 is open source.";
        assertThat(Cli.launchWithInput(text, "analyze", "-", "--out", out, "--quiet").exitCode()).isZero();
        assertThat(Cli.launchWithInput(text, "replay", run).exitCode()).isZero();
        assertThat(Cli.launchWithInput(text + " Or not.", "replay", run).exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void theRepeatedReportsAreKeptWhereAsked() {
        analyze();
        Path kept = folder.resolve("kept");
        assertThat(Cli.launch("replay", run, "--out", kept).exitCode()).isZero();
        assertThat(new OutputFolder(kept).reports()).isEqualTo(new OutputFolder(out).reports());
        assertThat(Cli.launch("replay", run, "--out", out).err()).contains("would overwrite");
    }

    @Test
    void whatIsNoRunOrCannotBeRepeatedIsRefused() throws IOException {
        assertThat(Cli.launch("replay", folder.resolve("none.json")).err()).contains("No file");
        Path text = Files.writeString(folder.resolve("text.json"), "not json");
        assertThat(Cli.launch("replay", text).err()).contains("is no run.json that can be repeated");
        Path old = Files.writeString(folder.resolve("old.json"), "{\"openwash\": \"0.1.0\", \"inputs\": {\"total\": 3}}");
        assertThat(Cli.launch("replay", old).err()).contains("Older versions did not note what a run was given");
        Path list = Files.writeString(folder.resolve("list.json"), "[1, 2]");
        assertThat(Cli.launch("replay", list).exitCode()).isEqualTo(ExitCode.FAILED);
        analyze();
        analyze("--only-failed");
        assertThat(Cli.launch("replay", run).err()).contains("--only-failed");
    }

    @Test
    void aRunJsonThatSomebodyEditedIsRefusedInASentence() throws IOException {
        analyze();
        String json = Files.readString(run);
        Files.writeString(run, json.replace("\"largest\" : \"16777216\"", "\"largest\" : \"many\""));
        assertThat(Cli.launch("replay", run).err()).contains("\"largest\" is no number");
        Files.writeString(run, json.replace("\"standard\" : \"by-kind\"", "\"standard\" : \"mine\""));
        assertThat(Cli.launch("replay", run).err()).contains("by-kind, osaid or osd");
        Files.writeString(run, json.replace("\"claims.csv\" : ", "\"../../claims.csv\" : "));
        Cli.Result result = Cli.launch("replay", run);
        assertThat(result.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(result.err()).doesNotContain("a bug");
    }
}
