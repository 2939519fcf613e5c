package org.openwash.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.testing.Cli;
import org.openwash.testing.OutputFolder;

/// Many queries at once, proposals, claims like another, and the health of the index, from the terminal.
class SearchCommandIT {

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    @BeforeAll
    static void threeClaims() throws IOException {
        Path inputs = Files.createDirectory(shared.resolve("inputs"));
        Files.writeString(inputs.resolve("a.txt"), "Llama 2 is open source.\n");
        Files.writeString(inputs.resolve("b.txt"), "Meta's open-source Llama 2 runs in the harbour office.\n");
        Files.writeString(inputs.resolve("c.txt"), "Llama 2 is not open source.\n");
        assertThat(Cli.launch("analyze", inputs, "--out", shared.resolve("out")).exitCode()).isZero();
    }

    private static Cli.Result run(Object... words) {
        var all = new ArrayList<Object>(List.of(words));
        all.addAll(List.of("--out", shared.resolve("out")));
        return Cli.launch(all.toArray());
    }

    private static List<CSVRecord> csv(String text) throws IOException {
        return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(new StringReader(text)).getRecords();
    }

    @Nested
    class Batch {

        @Test
        void givesOneTableOfAllHitsAndNamesTheBadQueries() throws IOException {
            Path file = Files.writeString(folder.resolve("queries.csv"), """
                    name,query,limit
                    denied,polarity:denies,
                    wrong,verdikt:contradicted,
                    all of llama,subject:llama,2
                    ,llama,
                    none,subject:redis,
                    """);
            Cli.Result result = run("search", "--batch", file);
            assertThat(result.exitCode()).isEqualTo(3);
            List<CSVRecord> rows = csv(result.out());
            assertThat(rows).extracting(row -> row.get("name")).containsExactly("denied", "all of llama", "all of llama");
            assertThat(rows.getFirst().get("sentence")).isEqualTo("Llama 2 is not open source.");
            assertThat(rows.getFirst().getParser().getHeaderNames()).startsWith("name", "claim_id", "source").contains("decision");
            assertThat(result.err()).contains("queries.csv, line 3, wrong: Query, character 1: there is no field 'verdikt'")
                    .contains("queries.csv, line 5: a name has 1 to 200 characters")
                    .contains("all of llama: 3 claims, 2 printed").contains("none: 0 claims");
        }

        @Test
        void isDoneWithoutBadQueriesAndQuiet() throws IOException {
            Path file = Files.writeString(folder.resolve("queries.csv"), "query,name\nllama,x\n");
            Cli.Result result = run("search", "--batch", file, "--quiet");
            assertThat(result.exitCode()).isZero();
            assertThat(result.err()).isEmpty();
            assertThat(csv(result.out())).hasSize(3);
        }

        @Test
        void refusesWhatIsNoFileOfQueries() throws IOException {
            assertThat(run("search", "--batch", folder.resolve("none.csv")).exitCode()).isEqualTo(1);
            Path file = Files.writeString(folder.resolve("queries.csv"), "a,b\n1,2\n");
            assertThat(run("search", "--batch", file).err()).contains("the header must name the columns name and query");
            assertThat(run("search", "llama", "--batch", file).exitCode()).isEqualTo(2);
            assertThat(run("search", "--batch", file, "--format", "json").exitCode()).isEqualTo(2);
        }
    }

    @Test
    void pagesFollowEachOther() throws IOException {
        List<String> all = csv(run("search", "llama", "--format", "csv").out()).stream().map(row -> row.get("claim_id")).toList();
        var paged = new ArrayList<String>();
        for (int offset = 0; offset < 3; offset++) {
            csv(run("search", "llama", "--format", "csv", "--limit", "1", "--offset", String.valueOf(offset)).out())
                    .forEach(row -> paged.add(row.get("claim_id")));
        }
        assertThat(paged).hasSize(3).isEqualTo(all);
        assertThat(run("search", "llama", "--offset", "-1").exitCode()).isEqualTo(2);
        Cli.Result deep = run("search", "llama", "--offset", "1000000");
        assertThat(deep.exitCode()).isEqualTo(2);
        assertThat(deep.err()).contains("only the first 10000 hits can be paged through");
    }

    @Test
    void whatWasMeantIsProposed() {
        assertThat(run("search", "subject:lama").err()).contains("did you mean: subject:llama");
        Cli.Result wrong = run("search", "verdict:contradict");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("supported, overstated, contradicted or unverifiable")
                .contains("did you mean: verdict:contradicted");
        assertThat(run("search", "subject:lama", "--quiet").err()).isEmpty();
    }

    @Nested
    class Similar {

        @Test
        void readsATypedSentenceAndKeepsTheOppositeApart() throws IOException {
            Cli.Result table = run("similar", "Meta calls Llama 2 open source.");
            assertThat(table.exitCode()).as(table.err()).isZero();
            assertThat(table.out().indexOf("Says the same")).isNotNegative();
            assertThat(table.out().indexOf("harbour office")).isBetween(0, table.out().indexOf("Says the opposite"));
            assertThat(table.out().indexOf("Llama 2 is not open source.")).isGreaterThan(table.out().indexOf("Says the opposite"));
            List<CSVRecord> rows = csv(run("similar", "Meta calls Llama 2 open source.", "--format", "csv").out());
            assertThat(rows).allSatisfy(row -> assertThat(row.get("relation").equals("same"))
                    .isEqualTo(row.get("polarity").equals("affirms")));
            assertThat(rows).extracting(row -> row.get("relation")).contains("same", "opposite");
        }

        @Test
        void asksForAStoredClaimByItsId() throws IOException {
            Map<String, String> denied = csv(run("search", "polarity:denies", "--format", "csv").out()).getFirst().toMap();
            List<CSVRecord> rows = csv(run("similar", "--claim", denied.get("claim_id"), "--format", "csv").out());
            assertThat(rows).extracting(row -> row.get("relation")).containsOnly("opposite");
            assertThat(run("similar", "--claim", "0000").err()).contains("There is no claim 0000");
        }

        @Test
        void fallsBackToWordsAndSaysSo() throws IOException {
            Cli.Result result = run("similar", "The harbour office", "--format", "csv");
            assertThat(result.err()).contains("no claim was found in the text");
            assertThat(csv(result.out())).extracting(row -> row.get("relation")).containsOnly("words");
        }

        @Test
        void wrongUsageIsExplained() {
            assertThat(run("similar").exitCode()).isEqualTo(2);
            assertThat(run("similar", "x", "--claim", "y").exitCode()).isEqualTo(2);
            assertThat(run("similar", "x", "--limit", "0").exitCode()).isEqualTo(2);
        }
    }

    @Test
    void theIndexIsVerifiedAndRebuilt() throws IOException {
        assertThat(run("verify").out()).contains("is whole: 3 claims in 3 articles");
        Map<String, String> before = new OutputFolder(shared.resolve("out")).reports();
        assertThat(run("rebuild").err()).contains("rebuilt").contains("from 3 articles");
        assertThat(run("verify").exitCode()).isZero();
        run("report");
        assertThat(new OutputFolder(shared.resolve("out")).reports()).isEqualTo(before);
        Cli.Result missing = Cli.launch("verify", "--out", folder.resolve("none"));
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.out()).contains("There is no index at");
        assertThat(Cli.launch("rebuild", "--out", folder.resolve("none")).exitCode()).isEqualTo(1);
    }
}
