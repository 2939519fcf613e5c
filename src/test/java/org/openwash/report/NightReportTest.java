package org.openwash.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Article;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Metadata;
import org.openwash.domain.Severity;
import org.openwash.domain.Verdict;
import org.openwash.publication.NightNews;
import org.openwash.report.Change.Kind;
import org.openwash.report.Change.Why;
import org.openwash.testing.Told;

/// nightly.html, as it is written beside changes.csv.
class NightReportTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    private static final NightNews.Figures FIGURES = new NightNews.Figures(1_200, 3, 2, 5, 4);

    @TempDir
    Path folder;

    private static ClaimRow row(String id, Verdict verdict, String sentence) {
        var metadata = new Metadata("https://anvil.example/" + id, "Anvil", null, null, DAY, DateBasis.METADATA);
        var article = new Article("a-" + id, id + ".md", metadata, "News of " + id, "en", sentence, "");
        return Told.piece(article, "story-" + id, sentence, Told.claim(id, verdict)).claims().getFirst();
    }

    private static ClaimRow flag(String id) {
        return row(id, Verdict.CONTRADICTED, "Llama 3 is open source, says " + id + ".");
    }

    private static Change notice(Kind kind, String source, String detail) {
        return new Change(kind, Why.SOURCE, source, "", Metadata.UNKNOWN, "", null, null, detail);
    }

    private String html(List<Change> changes, NamedClaim... hits) throws IOException {
        new NightReport(3, LocalDate.of(2026, 12, 3), FIGURES, changes, List.of(hits)).write(folder);
        return Files.readString(folder.resolve("nightly.html"));
    }

    private Document page(Change... changes) throws IOException {
        return Jsoup.parse(html(List.of(changes)));
    }

    private static List<Change> some() {
        return List.of(
                Change.ofClaim(Kind.NEW_FLAG, Why.NEW_ARTICLE, null, flag("n1")),
                Change.ofClaim(Kind.WITHDRAWN_FLAG, Why.ARTICLE_EDITED, flag("w1"),
                        row("w1b", Verdict.SUPPORTED, "Llama 3 is not open source.")),
                Change.ofClaim(Kind.CHANGED_CLAIM, Why.FACTS_CHANGED, row("c1", Verdict.SUPPORTED, "It is open source."),
                        row("c1", Verdict.UNVERIFIABLE, "It is open source.")),
                Change.ofClaim(Kind.GONE_CLAIM, Why.ARTICLE_EDITED, row("g1", Verdict.SUPPORTED, "It was open source."), null),
                Change.ofClaim(Kind.UNKNOWN_SUBJECT, Why.NEW_ARTICLE, null, row("u1", Verdict.UNVERIFIABLE, "Quern is open source.")),
                notice(Kind.FAILING_INPUT, "drop/b.pdf", "no PDF"),
                notice(Kind.QUIET_SOURCE, "drop", "nothing new since 2026-11-01"));
    }

    @Test
    void thePageLoadsNothingRunsNothingAndHoldsNoTime() throws IOException {
        String html = html(some(), new NamedClaim("llama", flag("n1")));
        Document page = Jsoup.parse(html);
        assertThat(page.select("script, link, img, iframe, object, embed, form, [src], [onload], [onclick]")).isEmpty();
        assertThat(page.select("style").html()).doesNotContain("@import", "http", "url(/");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content")).startsWith("default-src 'none'");
        assertThat(html).doesNotContainPattern("[0-9]{2}:[0-9]{2}:[0-9]{2}");
    }

    @Test
    void idsAreThereOnceAndLinksWithinThePageLeadSomewhere() throws IOException {
        Document page = Jsoup.parse(html(some(), new NamedClaim("llama", flag("n1"))));
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        List<String> links = page.select("a[href^=#]").eachAttr("href");
        assertThat(links).hasSizeGreaterThan(6).allMatch(href -> ids.contains(href.substring(1)));
    }

    @Test
    void theFiguresComeFirst() throws IOException {
        Document page = Jsoup.parse(html(some(), new NamedClaim("llama", flag("n1")), new NamedClaim("meta", flag("n1"))));
        assertThat(page.select("h1 + p").text()).startsWith("Night 3, 2026-12-03.");
        assertThat(page.select(".figures li").eachText()).containsExactly(
                "1,200 new articles 3 edited, 2 deleted",
                "1 new flag severity: 1 medium",
                "1 flag withdrawn by edits, facts, rules or reviewers",
                "2 watch hits of 2 standing queries",
                "1 more input failing 5 in all: see inputs.csv",
                "1 more source quiet 4 in all");
    }

    @Test
    void aNewFlagShowsSentenceOutletVerdictReasonAndSeverity() throws IOException {
        Document page = page(some().getFirst());
        assertThat(page.select("#new .flag").text()).contains("Llama 3 is open source, says n1.", "Anvil, 2024-05-10", "medium",
                "contradicted", "New because the article is new.", "Llama 3 is under a licence that restricts its users.");
        assertThat(page.select("#new .flag .where a").attr("href")).isEqualTo("https://anvil.example/n1");
        assertThat(page.select("#withdrawn").text()).contains("No flag was withdrawn.");
    }

    @Test
    void aWithdrawnFlagShowsTheSentenceBeforeAndNowAndWhy() throws IOException {
        Document page = page(some().get(1));
        assertThat(page.select("#withdrawn blockquote").eachText())
                .containsExactly("Llama 3 is open source, says w1.", "Llama 3 is not open source.");
        assertThat(page.select("#withdrawn .flag").text()).contains("contradicted, now supported", "Because the article was edited.");
        assertThat(page.select("#new").text()).contains("No flag is new.");
    }

    @Test
    void ofAClaimThatIsGoneOnlyTheSentenceBeforeIsLeft() throws IOException {
        Document page = page(some().get(3));
        assertThat(page.select("#changed blockquote").eachText()).containsExactly("It was open source.");
        assertThat(page.select("#changed .flag").text()).contains("Now there is no such claim.", "was supported");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # flag now | why             | in plain words
            true       | decision        | a reviewer no longer rejects it
            false      | decision        | a reviewer rejects it
            true       | facts_changed   | other facts, licence rules or another yardstick
            false      | rules_changed   | other rules, models or names
            false      | article_deleted | the article is no longer among the inputs
            true       | repeated_text   | the outlet no longer prints the line
            false      | repeated_text   | the outlet prints the line in many articles
            true       | threshold_changed | --min-confidence
            """)
    void whyIsSaidInPlainWords(boolean flagged, String why, String words) {
        ClaimRow now = row("x", flagged ? Verdict.CONTRADICTED : Verdict.SUPPORTED, "It is open source.");
        assertThat(Change.ofClaim(Kind.NEW_FLAG, Why.valueOf(why.toUpperCase(java.util.Locale.ROOT)), null, now).reason())
                .contains(words);
    }

    @Test
    void inputsAndSourcesAreNamedWithWhatAilsThem() throws IOException {
        Document page = Jsoup.parse(html(some()));
        assertThat(page.select("#failing li").eachText()).containsExactly("drop/b.pdf no PDF");
        assertThat(page.select("#quiet li").eachText()).containsExactly("drop nothing new since 2026-11-01");
    }

    @Test
    void watchHitsStandUnderTheNameOfTheirQuery() throws IOException {
        Document page = Jsoup.parse(html(List.of(), new NamedClaim("meta", flag("b")), new NamedClaim("llama", flag("a")),
                new NamedClaim("llama", flag("b"))));
        assertThat(page.select("#watches h3").eachText()).containsExactly("llama: 2 claims", "meta: 1 claim");
        assertThat(page.select("#watches .flag")).hasSize(3);
    }

    @Test
    void theMostSevereFlagsComeFirstAndWhatHasNoRoomIsCounted() throws IOException {
        var changes = new ArrayList<Change>();
        for (int i = 0; i < 230; i++) {
            Severity severity = i == 220 ? Severity.HIGH : Severity.LOW;
            ClaimRow row = Told.piece(org.openwash.testing.Samples.article("s" + i, "Outlet", DAY, "It is open."), "story" + i,
                    "It is open.", Told.claim("c" + i, Verdict.CONTRADICTED, c -> c.severity(severity))).claims().getFirst();
            changes.add(Change.ofClaim(Kind.NEW_FLAG, Why.NEW_ARTICLE, null, row));
            changes.add(Change.ofClaim(Kind.WITHDRAWN_FLAG, Why.ARTICLE_DELETED, flag("w" + i), null));
            changes.add(notice(Kind.FAILING_INPUT, "drop/" + i, "broken"));
        }
        var hits = new ArrayList<NamedClaim>();
        for (int i = 0; i < 60; i++) {
            hits.add(new NamedClaim("all", flag("h" + i)));
            hits.add(new NamedClaim("watch" + i, flag("h")));
        }
        Document page = Jsoup.parse(html(changes, hits.toArray(NamedClaim[]::new)));
        assertThat(page.select("#new .flag").first().id()).isEqualTo("flag-c220");
        assertThat(page.select("#new").text()).contains("30 flags more are in changes.csv");
        assertThat(page.select("#withdrawn").text()).contains("30 more are in changes.csv");
        assertThat(page.select("#failing").text()).contains("30 more are in changes.csv");
        assertThat(page.select("#watches").text()).contains("40 more are in watch-hits.csv",
                "What 11 more standing queries found is in watch-hits.csv");
    }

    @Test
    void wordsOfStrangersAreNeverMarkup() throws IOException {
        String evil = "Llama</style></title><script>alert(1)</script> is \"open\" <img src=x onerror=alert(2)> & 'free'.";
        var metadata = new Metadata("javascript:alert(3)", "<b>Outlet</b>", null, null, DAY, DateBasis.METADATA);
        var article = new Article("id", "evil.html", metadata, "<svg onload=alert(4)>", "en", evil, "");
        ClaimRow row = Told.piece(article, "story", evil, Told.claim("\"><i>", Verdict.CONTRADICTED,
                c -> c.about("x", "<u>x</u>").explanation("<script>").facts("<s>"))).claims().getFirst();
        Document page = Jsoup.parse(html(List.of(
                Change.ofClaim(Kind.NEW_FLAG, Why.NEW_ARTICLE, null, row),
                Change.ofClaim(Kind.WITHDRAWN_FLAG, Why.ARTICLE_EDITED, row, null),
                notice(Kind.FAILING_INPUT, "<i>drop</i>", "<script>")), new NamedClaim("<em>x</em>", row)));
        assertThat(page.select("script, img, i, u, s, em, svg[onload]")).isEmpty();
        assertThat(page.select("a[href^=javascript]")).isEmpty();
        assertThat(page.select("#new blockquote, #withdrawn blockquote, #watches blockquote").eachText())
                .hasSize(3).containsOnly(evil);
    }

    @Test
    void endlessWordsAreCut() throws IOException {
        String endless = "Llama ".repeat(50_000);
        String html = html(List.of(
                Change.ofClaim(Kind.WITHDRAWN_FLAG, Why.ARTICLE_EDITED, row("a", Verdict.CONTRADICTED, endless + "was."),
                        row("a", Verdict.SUPPORTED, endless + "is.")),
                notice(Kind.FAILING_INPUT, endless, endless)), new NamedClaim(endless, flag("b")));
        assertThat(html.length()).isLessThan(40_000);
    }

    @Test
    void aNightOfItsOwnHasTheSamePage() throws IOException {
        var report = new NightReport(3, LocalDate.of(2026, 12, 3), FIGURES, some(), List.of());
        report.write(folder);
        Path own = folder.resolve("nights/00003-2026-12-03");
        report.writeCopy(own);
        assertThat(own.resolve("nightly.html")).hasSameBinaryContentAs(folder.resolve("nightly.html"));
        assertThat(own.resolve("changes.csv")).hasSameBinaryContentAs(folder.resolve("changes.csv"));
    }
}
