package org.openwash.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Article;
import org.openwash.domain.Verdict;
import org.openwash.testing.Cli;
import org.openwash.testing.Samples;

/// Decisions made in the browser and by programs.
class ReviewTest {

    private static final String DECIDE = "/claim/c1/decision";

    @TempDir
    private Path out;

    private Path file;
    private Site site;

    @BeforeEach
    void oneFlag() throws IOException {
        Article article = Samples.article("Llama 3 is open source.");
        Site.index(out, Samples.analysed(article,
                Samples.claim(article, "Llama 3 is open source.").id("c1").judged(Verdict.CONTRADICTED)));
        file = out.resolve("decisions.csv");
        site = Site.open(out, Site.forReview());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    private HttpResponse<String> decide(String fields) throws Exception {
        return site.submit("/claim/c1", DECIDE, fields);
    }

    private HttpResponse<String> decideByApi(String json) throws Exception {
        return site.post("/api/claims/c1/decisions", json, "Content-Type", "application/json");
    }

    @Test
    void aDecisionShowsAtOnceAndLastsAndIsTheCommandLinesToo() throws Exception {
        HttpResponse<String> answer = decide("decision=accepted&reviewer=Ada+L.&note=clear%0D%0Acase");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/claim/c1#review");
        assertThat(site.page("/claim/c1").select("#review").text()).contains("It stands as accepted, decided by Ada L.")
                .contains("accepted by Ada L., 2026-12-01 12:00 UTC clear case");
        assertThat(site.page("/?q=decision:accepted").select(".claim .decision").text()).isEqualTo("accepted");
        assertThat(Cli.launch("review", "history", "c1", "--out", out).out()).contains("accepted by Ada L.: clear case");
        site.close();
        site = Site.open(out, Site.forReview());
        assertThat(site.page("/claim/c1").select("#review").text()).contains("It stands as accepted");
    }

    @Test
    void undoTakesTheLastDecisionBackAndKeepsTheHistory() throws Exception {
        decide("decision=unsure&reviewer=Ada");
        decide("decision=rejected&reviewer=Bo");
        decide("decision=undone&reviewer=Bo");
        Document page = site.page("/claim/c1");
        assertThat(page.select("#review").text()).contains("It stands as unsure, decided by Ada");
        assertThat(page.select(".history li")).hasSize(3);
        decide("decision=undone");
        assertThat(decide("decision=undone").statusCode()).isEqualTo(409);
        assertThat(site.page("/claim/c1").select("#review").text()).contains("Nobody has decided on it yet");
    }

    @Test
    void aDecisionMadeElsewhereShows() throws Exception {
        assertThat(Cli.launch("review", "reject", "c1", "--reviewer", "Cy", "--out", out).exitCode()).isZero();
        Thread.sleep(1_100); // looked up once a second at most
        assertThat(site.page("/claim/c1").select("#review").text()).contains("It stands as rejected, decided by Cy");
    }

    @Test
    void aVerdictThatChangedMeanwhileStopsTheDecision() throws Exception {
        HttpResponse<String> answer = decide("decision=accepted&verdict=supported");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("The verdict was supported when the page was loaded and is contradicted now");
        assertThat(file).doesNotExist();
    }

    @Test
    void aLineBrokenByHandIsNamedAndNothingIsLost() throws Exception {
        decide("decision=accepted&reviewer=Ada");
        String broken = Files.readString(file) + "<<<<<<< ours\n";
        Files.writeString(file, broken);
        HttpResponse<String> answer = decide("decision=rejected");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("decisions.csv, line 3");
        assertThat(Files.readString(file)).isEqualTo(broken);
        Document page = site.page("/claim/c1");
        assertThat(page.select("#review").text()).contains("It stands as accepted");
        assertThat(page.select(".notice").text()).contains("decisions.csv, line 3");
        assertThat(decideByApi("{\"decision\":\"rejected\"}").body()).contains("decisions.csv, line 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # body                                     | status | what is said
            {"decision":"accepted"}                    | 201 | "decision":"accepted"
            {"decision":"perhaps"}                     | 400 | A decision is accepted, rejected, unsure or undone.
            {"decision":"undone"}                      | 409 | so nothing can be undone
            {"decision":7}                             | 400 | Every value of the object is a text
            []                                         | 400 | one JSON object
            {"decision":                               | 400 | no JSON
            {"decision":"accepted","verdict":"x"}      | 409 | nothing was decided
            """)
    void programsDecideByJson(String body, int status, String said) throws Exception {
        HttpResponse<String> answer = decideByApi(body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(said);
    }

    @Test
    void onlyJsonDecidesByTheApi() throws Exception {
        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}) {
            assertThat(site.post("/api/claims/c1/decisions", "{\"decision\":\"accepted\"}", "Content-Type", type).statusCode())
                    .isEqualTo(415);
        }
        assertThat(site.post("/api/claims/none/decisions", "{\"decision\":\"accepted\"}", "Content-Type", "application/json")
                .statusCode()).isEqualTo(404);
        assertThat(file).doesNotExist();
    }

    @Test
    void notesAreOneLineAndBounded() throws Exception {
        assertThat(decide("decision=accepted&note=" + "n".repeat(2_001)).statusCode()).isEqualTo(400);
        assertThat(decide("decision=accepted&reviewer=" + "n".repeat(101)).statusCode()).isEqualTo(400);
        decide("decision=accepted&reviewer=%3Cb%3E&note=%3Dcmd%7C%27%2Fc%27");
        assertThat(Files.readString(file)).contains("'=cmd|'/c'");
        assertThat(site.page("/claim/c1").select(".history").text()).contains("by <b>").contains("=cmd|'/c'");
    }

    @Test
    void withoutReviewNothingIsWritten() throws Exception {
        try (Site readOnly = Site.open(out, ServerSettings.local())) {
            assertThat(readOnly.page("/claim/c1").select("form.review")).isEmpty();
            HttpResponse<String> answer = readOnly.post("/api/claims/c1/decisions", "{\"decision\":\"accepted\"}",
                    "Content-Type", "application/json");
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("start it with --review");
            assertThat(file).doesNotExist();
        }
    }
}
