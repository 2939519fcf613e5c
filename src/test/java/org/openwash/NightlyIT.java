package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.testing.Cli;
import org.openwash.testing.CommandProcess;
import org.openwash.testing.OutputFolder;

/// Night after night over a drop folder in which articles come, change and go.
class NightlyIT {

    private static final String FACTS =
            "id,subject,artefact,from,until,versions,scope,licence,weights,code,training_data,training_code,paper,osaid,status,becomes,summary,verified,sources\n";
    private static final Instant OLD = Instant.parse("2026-11-01T00:00:00Z");

    @TempDir
    Path folder;

    private Path drop;
    private OutputFolder out;

    @BeforeEach
    void aDropFolder() throws IOException {
        drop = Files.createDirectory(folder.resolve("drop"));
        out = new OutputFolder(folder.resolve("out"));
    }

    private Cli.Result night(Object... more) {
        return nightAt("2026-12-01", more);
    }

    private Cli.Result nightAt(String day, Object... more) {
        var words = new ArrayList<Object>(List.of("nightly", drop, "--out", out.path(), "--as-of", day));
        words.addAll(Arrays.asList(more));
        return Cli.launch(words.toArray());
    }

    private void put(String name, String text) throws IOException {
        Files.writeString(drop.resolve(name), text);
    }

    private static String page(String day, String address, String text) {
        return "---\ntitle: News from the quay\noutlet: The Harbour Post\ndate: %s\nurl: https://harbour.example/%s\n---\n\n%s\n"
                .formatted(day, address, text);
    }

    /// A folder of facts by which PyTorch is under this licence.
    private Path pytorchIs(String licence) throws IOException {
        Path facts = Files.createDirectories(folder.resolve("facts"));
        Files.writeString(facts.resolve("facts.csv"), FACTS + "pytorch#1,pytorch,software,2017-01,,,," + licence
                + ",,yes,,,,,released,,,yes,https://example.org/pytorch\n");
        return facts;
    }

    private List<String> changes() {
        return out.rows("changes.csv").stream().map(row -> row.get("change") + " " + row.get("why")).sorted().toList();
    }

    private CSVRecord change(String kind) {
        return out.rows("changes.csv").stream().filter(row -> row.get("change").equals(kind)).findFirst().orElseThrow();
    }

    /// What nightly.html says in some of its parts.
    private List<String> page(String parts) throws IOException {
        return Jsoup.parse(Files.readString(out.path().resolve("nightly.html"))).select(parts).eachText();
    }

    private Map<String, String> reports() {
        Map<String, String> reports = out.reports();
        reports.remove("health.json");
        return reports;
    }

    /// The reports that a run over the same inputs writes, whatever came before.
    private static Map<String, String> tables(OutputFolder of) {
        Map<String, String> tables = of.reports();
        tables.keySet().removeAll(List.of("health.json", "changes.csv", "history.csv", "nightly.html", "nightly.atom", "inputs.csv"));
        return tables;
    }

    @Nested
    class WhatChanged {

        @Test
        void theFirstNightReportsItsFlagsAndTheNextChangesNoByte() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            put("b.txt", "The harbour was quiet.\n");
            Cli.Result first = night();
            assertThat(first.exitCode()).as(first.err()).isZero();
            assertThat(first.err()).contains("2 articles new, 0 edited, 0 deleted; 1 new flag, 0 withdrawn");
            assertThat(changes()).containsExactly("new-flag new-article");
            Map<String, String> reports = out.reports();
            reports.remove("health.json");

            Cli.Result second = nightAt("2026-12-02");
            assertThat(second.exitCode()).isZero();
            assertThat(second.err()).contains("nothing is new");
            assertThat(reports()).isEqualTo(reports);
        }

        @Test
        void anEditedArticleKeepsWhatItSaidBefore() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            night();
            put("a.md", page("2024-01-02", "a", "Llama 2 is not open source."));
            assertThat(nightAt("2026-12-02").exitCode()).isZero();
            assertThat(changes()).containsExactly("article-edited article-edited", "withdrawn-flag article-edited");
            CSVRecord withdrawn = change("withdrawn-flag");
            assertThat(withdrawn.get("sentence_before")).isEqualTo("Llama 2 is open source.");
            assertThat(withdrawn.get("sentence")).isEqualTo("Llama 2 is not open source.");
            assertThat(page("#withdrawn blockquote")).containsExactly("Llama 2 is open source.", "Llama 2 is not open source.");
            assertThat(page(".figures li").getFirst()).isEqualTo("0 new articles 1 edited, 0 deleted");
            assertThat(out.path().resolve("nights/00002-2026-12-02/nightly.html"))
                    .hasSameBinaryContentAs(out.path().resolve("nightly.html"));
            assertThat(out.column("history.csv", "night")).containsExactly("1", "2", "2");
            assertThat(out.column("history.csv", "day")).containsExactly("2026-12-01", "2026-12-02", "2026-12-02");
            assertThat(Files.readString(out.path().resolve("nightly.atom")))
                    .contains("withdrawn-flag: Llama 2, open-source (article-edited)").contains("new-flag: Llama 2");
        }

        @Test
        void aDeletedArticleIsInNoReportAndStaysInTheIndex() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            put("b.md", page("2024-01-02", "b", "The harbour was quiet."));
            night();
            Files.delete(drop.resolve("a.md"));
            night();
            assertThat(changes()).containsExactly("article-deleted article-deleted", "withdrawn-flag article-deleted");
            assertThat(out.rows("claims.csv")).isEmpty();
            assertThat(out.column("articles.csv", "article_id")).containsExactly("https://harbour.example/b");
            assertThat(Cli.launch("verify", "--out", out.path()).exitCode()).isZero();
            assertThat(Cli.launch("search", "llama", "--out", out.path(), "--format", "csv").outLines()).hasSize(1);
            assertThat(Cli.launch("rebuild", "--out", out.path()).exitCode()).isZero();

            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            night();
            assertThat(changes()).containsExactly("new-flag new-article");
            assertThat(out.rows("claims.csv")).hasSize(1);
        }

        @Test
        void newFactsJudgeStoredClaimsAgainWithoutTheirArticles() throws IOException {
            put("a.md", page("2024-01-02", "a", "PyTorch is open source."));
            night();
            Path facts = pytorchIs("SSPL-1.0");
            Files.move(drop, folder.resolve("gone")); // nothing can be read
            Cli.Result result = nightAt("2026-12-02", "--facts", facts);
            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(changes()).containsExactly("failing-input source", "new-flag facts-changed");
            CSVRecord flag = change("new-flag");
            assertThat(flag.get("verdict_before")).isEqualTo("supported");
            assertThat(flag.get("verdict")).isEqualTo("contradicted");
        }

        @Test
        void aRejectedFlagIsWithdrawnAndComesBackWhenThatIsUndone() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            night();
            String claim = out.column("claims.csv", "claim_id").getFirst();
            Cli.launch("review", "reject", claim, "--reviewer", "R", "--out", out.path());
            night();
            assertThat(changes()).containsExactly("withdrawn-flag decision");
            Cli.launch("review", "undo", claim, "--reviewer", "R", "--out", out.path());
            night();
            assertThat(changes()).containsExactly("new-flag decision");
        }

        @Test
        void otherSettingsOfReadingReadEverythingAgain() throws IOException {
            put("a.csv", "day,Wortlaut\n2024-01-02,Llama 2 is open source.\n");
            night();
            assertThat(out.rows("claims.csv")).isEmpty();
            night("--column", "text=Wortlaut");
            assertThat(out.rows("claims.csv")).hasSize(1);
        }

        @Test
        void anotherThresholdIsTheReasonOfItsFlags() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            night("--min-confidence", "1");
            assertThat(out.rows("flags.csv")).isEmpty();
            night();
            assertThat(changes()).containsExactly("new-flag threshold-changed");
        }

        @Test
        void namesThatNoFactKnowsAreReportedOnce() throws IOException {
            put("a.md", page("2024-01-02", "a", "Bramblecast 3 is an open-source model."));
            night();
            assertThat(change("unknown-subject").get("subject")).isEqualTo("bramblecast-3");
            put("b.md", page("2024-01-03", "b", "Bramblecast 3 is an open-source model, they say."));
            night();
            assertThat(changes()).doesNotContain("unknown-subject new-article");
        }

        @Test
        void standingQueriesAreAskedAboutWhatIsNew() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            night();
            Cli.launch("watch", "add", "mistral", "subject:mistral*", "--out", out.path());
            put("b.md", page("2024-01-03", "b", "Mistral 7B is open source."));
            assertThat(night().err()).contains("1 watch hit");
            assertThat(out.column("watch-hits.csv", "watch")).containsOnly("mistral");
            assertThat(page("#watches h3")).containsExactly("mistral: 1 claim");
        }

        @Test
        void aSourceThatBringsNothingNewForLongIsReportedOnce() throws IOException {
            put("a.md", page("2024-01-02", "a", "The harbour was quiet."));
            night();
            assertThat(nightAt("2026-12-08").err()).contains("nothing is new");
            Cli.Result quiet = nightAt("2026-12-09");
            assertThat(quiet.err()).contains("warning: ").contains("nothing new since 2026-12-01");
            assertThat(changes()).containsExactly("quiet-source source");
            assertThat(nightAt("2026-12-10").err()).contains("nothing is new");
        }

        @Test
        void ofTwoWithOneAddressTheOtherIsReadWhenTheFirstIsGone() throws IOException {
            put("early.md", page("2024-01-02", "same", "Llama 2 is open source."));
            put("late.md", page("2024-02-02", "same", "Llama 2 is not open source, nor was it ever."));
            night();
            assertThat(out.column("articles.csv", "source")).singleElement().asString().endsWith("early.md");
            Files.delete(drop.resolve("early.md"));
            night();
            assertThat(out.column("articles.csv", "source")).singleElement().asString().endsWith("late.md");
            assertThat(out.column("claims.csv", "polarity")).containsExactly("denies");
            assertThat(changes()).contains("article-edited article-edited");
        }
    }

    @Nested
    class WhatFails {

        @Test
        void aFolderThatIsEmptyOrGoneIsAFailureAndItsArticlesStay() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            night();
            Map<String, String> tables = tables(out);
            Files.move(drop.resolve("a.md"), folder.resolve("a.md"));
            Cli.Result empty = night();
            assertThat(empty.exitCode()).isEqualTo(3);
            assertThat(empty.err()).contains("gives no article, and did at the last run: what it gave is kept");
            assertThat(tables(out)).isEqualTo(tables);
            Files.delete(drop);
            assertThat(night().exitCode()).isEqualTo(3);
            assertThat(tables(out)).isEqualTo(tables);
            Files.createDirectory(drop);
            Files.move(folder.resolve("a.md"), drop.resolve("a.md"));
            assertThat(night().exitCode()).isZero();
            assertThat(tables(out)).isEqualTo(tables);
        }

        @Test
        void aFileThatCannotBeReadAnyMoreKeepsWhatItGaveAndIsTriedAgain() throws IOException {
            put("a.pdf", "%PDF-1.4 nothing of the kind");
            put("b.md", page("2024-01-02", "b", "Llama 2 is open source."));
            assertThat(night().exitCode()).isEqualTo(3);
            assertThat(changes()).contains("failing-input source");
            Files.write(drop.resolve("b.md"), new byte[] {0, 1, 2, 3, 0, 0, 0, 0});
            assertThat(night().exitCode()).isEqualTo(3);
            assertThat(out.rows("claims.csv")).hasSize(1);
            assertThat(out.input(drop.resolve("b.md").toString()).get("status")).isEqualTo("failed");
            put("b.md", page("2024-01-02", "b", "Llama 2 is not open source."));
            Files.delete(drop.resolve("a.pdf"));
            assertThat(night().exitCode()).isZero();
            assertThat(out.column("claims.csv", "polarity")).containsExactly("denies");
        }

        @Test
        void aFileThatVanishesWhileItsFolderIsReadKeepsWhatItGave() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            put("b.md", page("2024-01-02", "b", "The harbour was quiet."));
            night();
            Files.delete(drop.resolve("a.md"));
            Files.createSymbolicLink(drop.resolve("a.md"), folder.resolve("nowhere")); // listed, and not there
            assertThat(night().exitCode()).isEqualTo(3);
            assertThat(out.input(drop.resolve("a.md").toString()).get("reason")).isEqualTo("no such file or folder");
            assertThat(out.rows("claims.csv")).hasSize(1);
        }

        @Test
        void brokenStateIsRefusedWithItsRemedyAndForgettingMends() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            night();
            Map<String, String> tables = tables(out);
            try (Stream<Path> files = Files.list(out.path().resolve("state"))) {
                Files.writeString(files.findFirst().orElseThrow(), "{\"i\":\n");
            }
            Cli.Result broken = night();
            assertThat(broken.exitCode()).isEqualTo(1);
            assertThat(broken.err()).contains("memory-1.jsonl, line 1").contains("--forget");
            assertThat(tables(out)).isEqualTo(tables);
            assertThat(Files.readString(out.path().resolve("health.json"))).contains("\"failed\"");
            assertThat(night("--forget").exitCode()).isZero();
            assertThat(tables(out)).isEqualTo(tables);
            assertThat(night().err()).contains("nothing is new");
        }

        @Test
        void aBrokenHistoryIsRefusedAndNothingIsLost() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            night();
            Path history = out.path().resolve("history.csv");
            String whole = Files.readString(history);
            Files.writeString(history, whole + "2,2026");
            put("b.md", page("2024-01-02", "b", "Falcon 180B is open source."));
            Cli.Result broken = night();
            assertThat(broken.exitCode()).isEqualTo(1);
            assertThat(broken.err()).contains("history.csv is not as nightly runs write it: line 3");
            Files.writeString(history, whole);
            assertThat(night().exitCode()).isZero();
            assertThat(out.column("history.csv", "night")).contains("1", "2");
        }

        @Test
        void whenTheIndexIsLostTheHistoryGoesOn() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            night();
            put("b.md", page("2024-01-02", "b", "Falcon 180B is open source."));
            night();
            Files.move(out.path().resolve("index"), folder.resolve("index"));
            Files.move(out.path().resolve("state"), folder.resolve("state"));
            assertThat(night().exitCode()).isZero();
            assertThat(out.column("history.csv", "night")).containsExactly("1", "2", "3", "3");
            assertThat(night().err()).contains("nothing is new");
            put("c.md", page("2024-01-02", "c", "Llama 2 is open source, they say."));
            night();
            assertThat(out.column("history.csv", "night")).containsExactly("1", "2", "3", "3", "4");
        }

        @Test
        void aSecondRunAtTheSameTimeIsTurnedAwayAndTheHealthStays() throws Exception {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            night();
            String health = Files.readString(out.path().resolve("health.json"));
            try (var held = org.openwash.index.ArticleIndex.openForWriting(
                    out.path().resolve("index"), subject -> List.of())) {
                Cli.Result second = night();
                assertThat(second.exitCode()).isEqualTo(4);
                assertThat(held.touched()).isEmpty();
            }
            assertThat(Files.readString(out.path().resolve("health.json"))).isEqualTo(health);
        }

        @Test
        void aClockThatWasSetBackAYearChangesNothing() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            night();
            Map<String, String> reports = reports();
            assertThat(at(Instant.parse("2025-12-01T12:00:00Z"), "nightly", drop.toString(), "--out", out.path().toString()))
                    .isZero();
            assertThat(reports()).isEqualTo(reports);
            put("b.md", page("2024-01-03", "b", "Falcon 180B is open source."));
            assertThat(at(Instant.parse("2025-12-01T12:00:00Z"), "nightly", drop.toString(), "--out", out.path().toString()))
                    .isZero();
            assertThat(out.rows("claims.csv")).hasSize(2);
        }

        private int at(Instant now, String... words) {
            var stream = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
            return Main.run(words, InputStream.nullInputStream(), stream, stream, Clock.fixed(now, ZoneOffset.UTC));
        }

        @Test
        void anotherLocaleAndZoneGiveTheSameBytes() throws Exception {
            put("a.md", page("2024-01-02", "a", "Llama 2 IS OPEN SOURCE. Mistral 7B is under the MIT License."));
            night();
            Map<String, String> reports = reports();
            Path messages = folder.resolve("messages.txt");
            var other = new OutputFolder(folder.resolve("other"));
            int code = CommandProcess.run(messages,
                    List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Pacific/Kiritimati"),
                    List.of("nightly", drop.toString(), "--out", other.path().toString(), "--as-of", "2026-12-01"));
            assertThat(code).as(Files.readString(messages)).isZero();
            Map<String, String> there = other.reports();
            there.remove("health.json");
            assertThat(there).isEqualTo(reports);
        }
    }

    @Nested
    class WhatMixes {

        @Test
        void aFolderThatHoldsOnlyItsReadmeLosesNothingNorDoesAnEmptiedFolderBelow() throws IOException {
            Path below = Files.createDirectory(drop.resolve("outlet"));
            Files.writeString(below.resolve("a.md"), page("2024-01-02", "a", "Llama 2 is open source."));
            night();
            Files.writeString(drop.resolve("README.md"), "What lies here.\n");
            Files.delete(below.resolve("a.md"));
            assertThat(night().exitCode()).isEqualTo(3);
            assertThat(out.rows("claims.csv")).hasSize(1);
            Files.delete(below);
            assertThat(night().exitCode()).isEqualTo(3);
            assertThat(out.rows("claims.csv")).hasSize(1);
            put("b.md", page("2024-01-02", "b", "The harbour was quiet."));
            assertThat(night().exitCode()).isZero(); // the folder is there, and the article is not
            assertThat(out.rows("claims.csv")).isEmpty();
        }

        @Test
        void rebuildingBeforeALostNightWasToldOfLosesNoHistory() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            night();
            Path other = Files.writeString(folder.resolve("other.md"), page("2024-01-03", "o", "Falcon 180B is open source."));
            Cli.launch("analyze", other, "--out", out.path());
            assertThat(Cli.launch("rebuild", "--out", out.path()).exitCode()).isZero();
            night();
            assertThat(out.column("history.csv", "night")).containsExactly("1", "2");
            assertThat(changes()).containsExactly("new-flag new-article");
        }

        @Test
        void aBrokenDuplicateStopsNoLaterNight() throws IOException {
            put("early.md", page("2024-01-02", "same", "Llama 2 is open source."));
            put("late.md", page("2024-02-02", "same", "Llama 2 is not open source, nor was it ever."));
            night();
            Files.write(drop.resolve("late.md"), new byte[] {0, 1, 2, 3, 0, 0, 0, 0});
            assertThat(night().exitCode()).isEqualTo(3);
            Files.delete(drop.resolve("early.md"));
            assertThat(night().exitCode()).isEqualTo(3);
            assertThat(night().exitCode()).isEqualTo(3);
            put("late.md", page("2024-02-02", "same", "Llama 2 is not open source, nor was it ever."));
            assertThat(night().exitCode()).isZero();
            assertThat(out.column("claims.csv", "polarity")).containsExactly("denies");
        }

        @Test
        void forgettingSeesWhatIsGone() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            put("b.md", page("2024-01-02", "b", "The harbour was quiet."));
            night();
            Files.delete(drop.resolve("a.md"));
            night("--forget");
            assertThat(out.rows("claims.csv")).isEmpty();
            assertThat(changes()).containsExactly("article-deleted article-deleted", "withdrawn-flag article-deleted");
        }

        @Test
        void theFirstNightKnowsWhatAnAnalysisLeft() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            put("b.md", page("2024-01-02", "b", "The harbour was quiet."));
            Cli.launch("analyze", drop, "--out", out.path());
            Files.delete(drop.resolve("a.md"));
            night();
            assertThat(out.column("articles.csv", "article_id")).containsExactly("https://harbour.example/b");
        }

        @Test
        void anAnalysisByOtherFactsIsJudgedAgainByOurs() throws IOException {
            put("a.md", page("2024-01-02", "a", "PyTorch is open source."));
            night();
            Path facts = pytorchIs("SSPL-1.0");
            Cli.launch("analyze", drop, "--facts", facts, "--out", out.path());
            assertThat(out.column("claims.csv", "verdict")).containsExactly("contradicted");
            night();
            assertThat(out.column("claims.csv", "verdict")).containsExactly("supported");
        }

        @Test
        void aMovedArticleIsNotEdited() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            night();
            Files.move(drop.resolve("a.md"), drop.resolve("b.md"));
            night();
            assertThat(out.column("articles.csv", "source")).singleElement().asString().endsWith("b.md");
            assertThat(out.rows("changes.csv")).singleElement().satisfies(row -> assertThat(row.get("change")).isEqualTo("new-flag"));
            assertThat(out.column("history.csv", "night")).containsExactly("1");
        }
    }

    @Nested
    class WhatIsAsked {

        @Test
        void aDryRunSaysWhatItWouldAnalyseAndWritesNothing() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            Cli.Result dry = night("--dry-run");
            assertThat(dry.outLines()).containsExactly(drop.resolve("a.md").toString());
            assertThat(out.path()).doesNotExist();
            night();
            put("b.md", page("2024-01-02", "b", "Mistral 7B is open source."));
            Map<String, String> reports = out.reports();
            assertThat(night("--dry-run").outLines()).containsExactly(drop.resolve("b.md").toString());
            assertThat(out.reports()).isEqualTo(reports);
        }

        @Test
        void sinceLooksOnlyAtFilesChangedOnThatDayOrLater() throws IOException {
            put("old.md", page("2024-01-02", "old", "Llama 2 is open source."));
            night();
            put("old.md", page("2024-01-02", "old", "Llama 2 is not open source."));
            put("new.md", page("2024-01-02", "new", "Mistral 7B is open source."));
            Files.setLastModifiedTime(drop.resolve("old.md"), FileTime.from(OLD));
            assertThat(night("--since", "2026-11-02").exitCode()).isZero();
            assertThat(out.column("claims.csv", "polarity")).containsExactly("affirms", "affirms");
            night();
            assertThat(out.column("claims.csv", "polarity")).containsExactlyInAnyOrder("denies", "affirms");
        }

        @Test
        void onlyFailedTriesAgainWhatFailed() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            put("lines.jsonl", "{\"text\": \"Mistral 7B is open source.\"}\n{broken\n");
            assertThat(night().exitCode()).isEqualTo(3);
            put("a.md", page("2024-01-02", "a", "Llama 2 is not open source."));
            put("lines.jsonl", "{\"text\": \"Mistral 7B is open source.\"}\n{\"text\": \"Redis is open source.\"}\n");
            assertThat(night("--only-failed").exitCode()).isZero();
            assertThat(out.column("claims.csv", "subject")).contains("redis");
            assertThat(out.column("claims.csv", "polarity")).doesNotContain("denies");
        }

        @Test
        void healthTellsTheAgeOfTheLastGoodRun() throws IOException {
            assertThat(Cli.launch("nightly", "--health", "--out", out.path()).exitCode()).isEqualTo(1);
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            night();
            Cli.Result well = Cli.launch("nightly", "--health", "--out", out.path());
            assertThat(well.exitCode()).isZero();
            assertThat(well.out()).startsWith("well: last run: good; the last good one ended at 2026-12-01T12:00:00Z, 0 hours ago");
        }

        @Test
        void oldNightsAreForgotten() throws IOException {
            for (int i = 1; i <= 4; i++) {
                put(i + ".md", page("2024-01-02", "n" + i, "Llama 2 is open source."));
                nightAt("2026-12-0" + i, "--keep-nights", "2");
            }
            try (Stream<Path> nights = Files.list(out.path().resolve("nights"))) {
                assertThat(nights.map(n -> n.getFileName().toString())).containsExactlyInAnyOrder(
                        "00003-2026-12-03", "00004-2026-12-04");
            }
            assertThat(new TreeSet<>(out.column("history.csv", "night"))).containsExactly("1", "2", "3", "4");
        }

        @Test
        void jsonLogsNameTheRun() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            assertThat(night("--log-format", "json").err().lines()).isNotEmpty()
                    .allMatch(line -> line.contains("\"run_id\":\"20261201T120000Z\""));
        }

        @Test
        void anAnalysisInBetweenIsToldOfToo() throws IOException {
            put("a.md", page("2024-01-02", "a", "Llama 2 is open source."));
            night();
            Path other = Files.writeString(folder.resolve("other.md"), page("2024-01-03", "o", "Falcon 180B is open source."));
            assertThat(Cli.launch("analyze", other, "--out", out.path()).exitCode()).isZero();
            night();
            assertThat(changes()).containsExactly("new-flag new-article");
            assertThat(out.rows("claims.csv")).hasSize(2);
        }
    }

    @Test
    void thirtyNightsEqualOneRunOverTheLastState() throws IOException {
        Random random = new Random(30);
        var there = new TreeMap<String, Path>();
        Path facts = Files.createDirectories(folder.resolve("facts"));
        List<String> subjects = List.of("Llama 2", "Mistral 7B", "Redis", "PyTorch", "Falcon 40B", "Bramblecast 3");
        List<String> licences = List.of("MIT", "SSPL-1.0", "Apache-2.0");
        Object[] options = {"--facts", facts};
        int n = 0;
        for (int night = 1; night <= 30; night++) {
            for (int i = random.nextInt(4); i > 0; i--) {
                n++;
                String name = "n%03d.md".formatted(n);
                there.put(name, drop.resolve(name));
                // now and then one of an address that there is already, and one that an outlet prints word for word
                write(random, subjects, name, random.nextInt(4) == 0 ? 1 + random.nextInt(n) : n);
            }
            if (!there.isEmpty() && random.nextInt(2) == 0) {
                String name = new ArrayList<>(there.keySet()).get(random.nextInt(there.size()));
                write(random, subjects, name, Integer.parseInt(name.substring(1, 4)));
            }
            if (there.size() > 3 && random.nextInt(3) == 0) {
                String name = new ArrayList<>(there.keySet()).get(random.nextInt(there.size()));
                Files.delete(there.remove(name));
            }
            if (random.nextInt(5) == 0) {
                pytorchIs(licences.get(random.nextInt(3)));
            }
            Cli.Result result = nightAt("2026-12-%02d".formatted(night), options);
            assertThat(result.exitCode()).as(result.err()).isZero();
        }
        var clean = new OutputFolder(folder.resolve("clean"));
        Cli.Result once = Cli.launch("nightly", drop, "--out", clean.path(), "--as-of", "2026-12-30", "--facts", facts);
        assertThat(once.exitCode()).as(once.err()).isZero();
        assertThat(tables(out)).isEqualTo(tables(clean));
        assertThat(out.reports().get("inputs.csv")).isEqualTo(clean.reports().get("inputs.csv"));
        assertThat(out.rows("claims.csv")).hasSizeGreaterThan(20);
        assertThat(Cli.launch("verify", "--out", out.path()).exitCode()).isZero();
    }

    private void write(Random random, List<String> subjects, String name, int address) throws IOException {
        String subject = subjects.get(random.nextInt(subjects.size()));
        String claim = random.nextBoolean() ? " is open source." : " is not open source, says edition " + random.nextInt(9) + ".";
        put(name, page("2024-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28)), "p" + address,
                subject + claim + "\n\nThe harbour office opens at " + random.nextInt(20) + " and closes late.\n\n"
                        + "This paper calls PyTorch open source at the foot of every page."));
    }
}
