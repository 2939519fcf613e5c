package org.openwash.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.openwash.domain.Article;
import org.openwash.domain.Attribution;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Metadata;
import org.openwash.domain.Severity;
import org.openwash.domain.Verdict;
import org.openwash.statistics.Corpus;
import org.openwash.statistics.Piece;
import org.openwash.statistics.Window;
import org.openwash.testing.Told;

class HtmlReportTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);
    private static final Method METHOD =
            new Method("0.1.0", "2026-01-02 abcdef", LocalDate.of(2026, 1, 2), "by-kind", Map.of("models/claim-en.bin", "ab12"));

    private static String html(List<Piece> pieces, Window.Event event) throws IOException {
        var html = new StringWriter();
        List<ClaimRow> flags = Told.flags(pieces);
        new HtmlReport(METHOD, 0.5, event).write(new Corpus(pieces), flags, flags.isEmpty() ? null : 0.9, html);
        return html.toString();
    }

    private static Document page(Piece... pieces) throws IOException {
        return Jsoup.parse(html(List.of(pieces), null));
    }

    private static List<Piece> some() {
        return List.of(
                Told.piece("a1", "Anvil", DAY, "wire", Told.flag("x1"), Told.claim("x5", Verdict.OVERSTATED)),
                Told.piece("b1", "Beacon", DAY.plusDays(1), "wire", Told.flag("x2"), Told.claim("x3", Verdict.SUPPORTED)),
                Told.piece("b2", "Beacon", DAY.minusDays(40), "own", Told.claim("x4", Verdict.UNVERIFIABLE)),
                Told.piece("n1", null, null, "none", Told.claim("x6", Verdict.SUPPORTED, c -> c.saidBy(Attribution.VENDOR, "Meta"))));
    }

    @Test
    void thePageLoadsNothingRunsNothingAndHoldsNoTime() throws IOException {
        String html = html(some(), new Window.Event(DAY, 30));
        Document page = Jsoup.parse(html);
        assertThat(page.select("script, link, img, iframe, object, embed, form, [src], [onload], [onclick]")).isEmpty();
        assertThat(page.select("style").html()).doesNotContain("@import", "http", "url(/");
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content")).startsWith("default-src 'none'");
        assertThat(html).doesNotContainPattern("[0-9]{2}:[0-9]{2}:[0-9]{2}");
    }

    @Test
    void everyChartIsAnImageWithTitleAndDescription() throws IOException {
        Document page = Jsoup.parse(html(some(), new Window.Event(DAY, 30)));
        var charts = page.select("svg[role=img]");
        assertThat(charts).hasSize(5).allSatisfy(chart -> {
            String[] ids = chart.attr("aria-labelledby").split(" ");
            assertThat(chart.getElementById(ids[0]).text()).isNotEmpty();
            assertThat(chart.getElementById(ids[1]).text()).isNotEmpty();
            assertThat(chart.select("text")).isNotEmpty();
        });
        assertThat(page.select("svg").not("[role=img]")).allMatch(svg -> svg.attr("aria-hidden").equals("true"));
    }

    @Test
    void idsAreThereOnceAndLinksWithinThePageLeadSomewhere() throws IOException {
        Document page = Jsoup.parse(html(some(), new Window.Event(DAY, 30)));
        var ids = page.select("[id]").eachAttr("id");
        assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
        assertThat(page.select("a[href^=#]").eachAttr("href")).isNotEmpty().allMatch(href -> ids.contains(href.substring(1)));
    }

    @Test
    void tablesHaveHeadsAndAsManyCells() throws IOException {
        for (Element table : Jsoup.parse(html(some(), new Window.Event(DAY, 30))).select("table")) {
            int columns = table.select("thead th[scope=col]").size();
            assertThat(columns).isGreaterThan(3);
            assertThat(table.select("tbody tr")).allSatisfy(row -> assertThat(row.select("> *")).hasSize(columns));
        }
    }

    @Test
    void aFlagShowsSentenceVerdictFactsAndSources() throws IOException {
        Document page = page(Told.piece("a1", "Anvil", DAY, "own", Told.flag("x1")));
        String flag = page.select(".flag").text();
        assertThat(flag).contains("Llama 3 is open source.", "medium", "contradicted", "Anvil, 2024-05-10",
                "Llama 3 is under a licence that restricts its users.", "fact-llama-3-weights", "LicenseRef-Llama-3", "[1]");
        assertThat(page.select(".sources li a").attr("href")).isEqualTo("https://facts.example/llama;3");
        assertThat(page.select(".flag a").attr("href")).isEqualTo("https://sample.example/a1");
    }

    @Test
    void wordsOfArticlesAreNeverMarkup() throws IOException {
        String evil = "Llama</style></title><script>alert(1)</script> is \"open\" <img src=x onerror=alert(2)> & 'free'.";
        var metadata = new Metadata("javascript:alert(3)", "<b>Outlet</b>", null, null, DAY, DateBasis.METADATA);
        Article article = new Article("id", "evil.html", metadata, "<svg onload=alert(4)>", "en", evil, "");
        Document page = page(Told.piece(article, "story", evil,
                Told.claim("\"><i>", Verdict.CONTRADICTED, c -> c.about("x", "<u>x</u>").explanation("<script>").facts("<s>"))));
        assertThat(page.select("script, img, i, u, s, svg[onload]")).isEmpty();
        assertThat(page.select("a[href^=javascript]")).isEmpty();
        assertThat(page.select(".flag blockquote").text()).isEqualTo(evil);
        assertThat(page.select(".flag").text()).contains("<svg onload=alert(4)>", "<b>Outlet</b>");
    }

    @Test
    void copiesOfAStoryAreOneEntryThatNamesTheOthers() throws IOException {
        Document page = page(
                Told.piece("a", "Anvil", DAY, "wire", Told.flag("1")),
                Told.piece("b", "Beacon", DAY.plusDays(1), "wire", Told.flag("2")));
        assertThat(page.select(".flag")).hasSize(1);
        assertThat(page.select(".flag").text()).contains("the same in Beacon, 2024-05-11");
    }

    @Test
    void rejectedFlagsAreCountedAndNotShown() throws IOException {
        Document page = page(Told.piece("a", "Anvil", DAY, "a", Told.decided("1", "rejected"),
                Told.claim("2", Verdict.CONTRADICTED, c -> c.about("redis", "Redis"))));
        assertThat(page.select(".flag")).hasSize(1);
        assertThat(page.select("#flags").text()).contains("2 flags", "1 flag that reviewers rejected is counted and not shown");
        assertThat(page.select("#numbers").text()).contains("0 of 1 = 0 %");
    }

    @Test
    void theMostSevereComeFirstAndWhatHasNoRoomIsCounted() throws IOException {
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < Page.MOST_FLAGS + 5; i++) {
            Severity severity = i == 200 ? Severity.HIGH : Severity.LOW;
            pieces.add(Told.piece("a" + i, "Outlet " + i, DAY, "s" + i, Told.claim("c" + i, Verdict.CONTRADICTED, c -> c.severity(severity))));
        }
        var html = new StringWriter();
        List<ClaimRow> flags = Told.flags(pieces).stream().sorted(java.util.Comparator.comparing(r -> r.judgement().severity())).toList();
        new HtmlReport(METHOD, 0.5, null).write(new Corpus(pieces), flags, 0.9, html);
        Document page = Jsoup.parse(html.toString());
        assertThat(page.select(".flag")).hasSize(Page.MOST_FLAGS);
        assertThat(page.select(".flag").first().id()).isEqualTo("flag-c200");
        assertThat(page.select("#flags").text()).contains("5 flags more are in flags.csv");
        assertThat(page.select("#table-outlets tbody tr")).hasSize(Page.MOST_ROWS);
        assertThat(page.select("#tables").text()).contains("155 more outlets in outlets.csv");
    }

    @Test
    void theCorrectionIsStated() throws IOException {
        assertThat(page(some().toArray(Piece[]::new)).select("#numbers").text())
                .contains("precision to expect", "recall to expect", "flags × precision ÷ recall", "No other number of this page is corrected");
    }

    @Test
    void anEmptyIndexGivesAPageThatSaysSo() throws IOException {
        Document page = page();
        assertThat(page.text()).contains("No article has been analysed yet", "No claim is flagged", "No outlet makes a claim");
        assertThat(page.select("svg[role=img]")).isEmpty();
    }

    @Test
    void veryLongWordsAndManyYearsStayWithinBounds() throws IOException {
        String endless = "Llama".repeat(20_000);
        var pieces = new ArrayList<Piece>();
        for (int year = 1900; year < 2024; year++) {
            pieces.add(Told.piece("a" + year, endless + year, LocalDate.of(year, 1, 1), "s" + year, Told.flag("c" + year)));
            for (int month = 2; month < 5; month++) {
                pieces.add(Told.piece("a" + year + "-" + month, "x", LocalDate.of(year, month, 1), "s" + year + month));
            }
        }
        String html = html(pieces, new Window.Event(DAY, 3_650));
        assertThat(html.length()).isLessThan(1_000_000);
        Document page = Jsoup.parse(html);
        assertThat(page.select("#charts").text()).contains("earlier claims not shown");
        assertThat(page.select("#table-months tbody tr")).hasSize(Page.MOST_MONTHS);
    }

    @Test
    void whatNoRunHasNotedIsSaidToBeUnknown() throws IOException {
        var html = new StringWriter();
        new HtmlReport(Method.of(Map.of()), 0.5, null).write(new Corpus(some()), Told.flags(some()), 0.9, html);
        assertThat(Jsoup.parse(html.toString()).select(".versions").text()).contains("Facts base not recorded");
    }

    @Test
    void aLineStandsBeforeTheDayOfTheEvent() throws IOException {
        Document page = Jsoup.parse(html(some(), new Window.Event(DAY, 20)));
        assertThat(page.select("line.event")).hasSize(1).allMatch(line -> line.attr("x1").equals("53.5%"));
        assertThat(Jsoup.parse(html(some(), null)).select("line.event")).isEmpty();
    }

    @Test
    void whatARunRemembersIsReadBack() {
        var state = new java.util.TreeMap<String, String>();
        METHOD.into(state);
        assertThat(Method.of(state)).isEqualTo(METHOD);
        state.put("facts-date", "31 May");
        assertThat(Method.of(state).factsDate()).isNull();
        assertThat(Stream.of(Method.of(Map.of())).map(Method::factsVersion)).containsExactly("");
    }
}
