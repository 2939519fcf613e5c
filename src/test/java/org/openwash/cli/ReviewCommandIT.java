package org.openwash.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.testing.Cli;
import org.openwash.testing.OutputFolder;

/// A reviewer's way through flags: look, decide, look again, run again.
class ReviewCommandIT {

    @TempDir
    private Path folder;

    private Path article;
    private OutputFolder out;
    private String flag;

    @BeforeEach
    void oneFlag() throws IOException {
        article = Files.writeString(folder.resolve("a.txt"), "Llama 2 is open source.\n");
        out = new OutputFolder(folder.resolve("out"));
        assertThat(run("analyze", article).exitCode()).isZero();
        flag = out.column("flags.csv", "claim_id").getFirst();
    }

    private Cli.Result run(Object... words) {
        var all = new ArrayList<Object>(List.of(words));
        all.addAll(List.of("--out", out.path()));
        return Cli.launch(all.toArray());
    }

    @Test
    void aFlagIsListedUntilItIsDecidedAndTheDecisionIsExported() throws IOException {
        assertThat(run("review").out()).contains(flag).contains("Llama 2 is open source.").contains("1 claim");
        Cli.Result accepted = run("review", "accept", flag, "--reviewer", "Ada", "--note", "clear case");
        assertThat(accepted.err()).contains("1 claim accepted");
        assertThat(run("review").out()).doesNotContain(flag).contains("0 claims");
        assertThat(run("review", "--decided").out()).contains(flag).contains("[accepted]");
        assertThat(run("search", "decision:accepted", "--format", "csv").out()).contains(flag).contains("Ada");

        run("report");
        assertThat(out.rows("flags.csv").getFirst().toMap()).containsEntry("decision", "accepted")
                .containsEntry("reviewer", "Ada").containsEntry("reviewer_note", "clear case");
        String history = run("review", "history", flag).out();
        assertThat(history).contains("accepted by Ada: clear case");
    }

    @Test
    void aDecisionOutlivesARunFromNothingAndSpacesInTheArticle() throws IOException {
        run("review", "reject", flag);
        Files.writeString(article, "Llama 2   is  open source.\n");
        assertThat(run("analyze", article, "--fresh").exitCode()).isZero();
        assertThat(out.column("claims.csv", "decision")).containsExactly("rejected");
    }

    @Test
    void otherFactsOpenTheDecisionAgain() throws IOException {
        run("review", "accept", flag);
        Path facts = Files.createDirectory(folder.resolve("facts"));
        Files.writeString(facts.resolve("facts.csv"), """
                id,subject,artefact,from,dated,licence,status,verified,sources
                llama-2#1,llama-2,weights,2023-07-18,seen,Apache-2.0,released,yes,https://sample.example/llama
                """);
        Files.writeString(folder.resolve("a.txt"), "Llama 2 is open source.\n");
        Cli.Result again = run("analyze", article, "--facts", facts);
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(out.column("claims.csv", "verdict")).doesNotContain("contradicted");
        assertThat(out.column("claims.csv", "decision")).containsExactly("reopened");
        assertThat(run("review").out()).contains("was accepted when the verdict was contradicted");
    }

    @Test
    void undoTakesBackOneDecisionAndTheHistoryKeepsBoth() {
        run("review", "accept", flag);
        assertThat(run("review", "undo", flag).exitCode()).isZero();
        assertThat(run("review").out()).contains(flag);
        assertThat(run("review", "history", flag).out()).contains("accepted").contains("undone");
        Cli.Result nothing = run("review", "undo", flag);
        assertThat(nothing.exitCode()).isEqualTo(1);
        assertThat(nothing.err()).contains("Nothing was decided on claim " + flag);
    }

    @Test
    void anUnknownClaimDecidesNothing() {
        Cli.Result result = run("review", "accept", flag, "0000000000000000");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("There is no claim 0000000000000000").contains("nothing was decided");
        assertThat(out.path().resolve("decisions.csv")).doesNotExist();
    }

    @Test
    void aBrokenLineIsNamedAndStopsTheWork() throws IOException {
        run("review", "accept", flag);
        Path decisions = out.path().resolve("decisions.csv");
        Files.writeString(decisions, Files.readString(decisions) + "<<<<<<< ours\n");
        String broken = Files.readString(decisions);
        Cli.Result result = run("review", "reject", flag);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("decisions.csv, line 3");
        assertThat(Files.readString(decisions)).isEqualTo(broken);
    }

    @Test
    void wrongUsageIsExplained() {
        assertThat(run("review", "accept").exitCode()).isEqualTo(2);
        assertThat(run("review", "list", flag).exitCode()).isEqualTo(2);
    }
}
