package org.openwash.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.domain.Article;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.DateBasis;
import org.openwash.domain.JudgedClaim;
import org.openwash.domain.Metadata;
import org.openwash.domain.Verdict;
import org.openwash.testing.Cli;
import org.openwash.testing.Samples;

/// What a reader of the pages sees and what they refuse.
class PagesTest {

    private static final String TEXT = """
            A first paragraph about <b>boats</b>.
            Before it. Meta's open-source Llama 3 surprised <script>alert(1)</script> many. Behind it.
            Critics say it isn't open under any licence.""";

    @TempDir
    static Path out;

    private static Site site;

    @BeforeAll
    static void serveSomeArticles() throws IOException {
        Article may = Samples.article("news/may.txt", "The Daily <i>Sample</i>", LocalDate.of(2024, 5, 3), TEXT);
        Article copy = Samples.article("news/copy.txt", "Weekly Example", LocalDate.of(2024, 6, 30), TEXT);
        String said = "Meta's open-source Llama 3 surprised <script>alert(1)</script> many.";
        String denied = "Critics say it isn't open under any licence.";
        Article hostile = new Article("news/hostile?a=1&b=\"2\"#s3", "news/hostile.txt",
                new Metadata("javascript:alert(1)", "\"><img src=x onerror=alert(1)>", null, "'><script>", LocalDate.of(2020, 1, 1),
                        DateBasis.METADATA), "Redis </title><script>alert(1)</script> is free", "en", "Nothing here.", "");
        Site.index(out,
                Samples.analysed(may, Samples.claim(may, said).id("c1").judged(Verdict.CONTRADICTED),
                        Samples.claim(may, denied).inSentence(2).id("c2").denied().saidBy(Attribution.THIRD_PARTY, "Critics")
                                .judged(Verdict.SUPPORTED)),
                Samples.analysed(copy, Samples.claim(copy, said).id("c3").facts("llama-3#1").judged(Verdict.OVERSTATED)),
                Samples.analysed(hostile, Samples.claim(hostile, "Redis </title><script>alert(1)</script> is free").id("c4")
                        .about("redis", "Redis").aspect(Aspect.USE).judged(Verdict.UNVERIFIABLE)),
                many());
        site = Site.open(out, ServerSettings.local());
    }

    /// Thirty claims of one article.
    private static org.openwash.domain.Outcome.Analysed many() {
        var text = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            text.append("Thing number ").append(i).append(" is open. ");
        }
        Article article = Samples.article("news/many.txt", "Bulk", LocalDate.of(2019, 1, 1), text.toString());
        var claims = new ArrayList<JudgedClaim>();
        for (int i = 0; i < 30; i++) {
            claims.add(Samples.claim(article, "Thing number " + i + " is open.").id("m" + (100 + i))
                    .about("thing-" + i, "Thing " + i).judged(Verdict.UNVERIFIABLE));
        }
        return Samples.analysed(article, claims.toArray(JudgedClaim[]::new));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void theStartPageCountsAndOffersQuestions() throws Exception {
        Document page = site.page("/");
        assertThat(page.select(".counts").text()).contains("4 articles", "34 claims", "2 flags", "2 to decide on");
        List<String> examples = page.select(".examples a").eachAttr("href");
        assertThat(examples).hasSizeGreaterThan(3);
        for (String example : examples) {
            assertThat(site.get(example).statusCode()).as(example).isEqualTo(200);
        }
    }

    @Test
    void matchedWordsAreMarkedAndNothingOfAnArticleIsMarkup() throws Exception {
        Document page = site.page("/?q=surprised%20outlet:%22weekly%20example%22");
        assertThat(page.select(".claim mark").eachText()).containsExactly("surprised");
        assertThat(page.select(".said").text()).contains("<script>alert(1)</script>");
        assertThat(page.select("script")).isEmpty();
    }

    @Test
    void aFacetNarrowsAndIsDroppedWithOneClick() throws Exception {
        Document all = site.page("/?q=llama");
        assertThat(all.select("#total").text()).isEqualTo("3 claims");
        String narrower = all.select("section[aria-labelledby=facet-verdict] a:containsOwn(contradicted)").attr("href");
        Document narrowed = site.page(narrower);
        assertThat(narrowed.select("#total").text()).isEqualTo("1 claim");
        assertThat(narrowed.select(".same code").text()).isEqualTo("(llama) verdict:\"contradicted\"");
        String wider = narrowed.select(".chosen a").attr("href");
        assertThat(site.page(wider).select("#total").text()).isEqualTo("3 claims");
    }

    @Test
    void everyFacetLinkLeadsToAsManyClaimsAsItSays() throws Exception {
        for (Element item : site.page("/?q=").select(".facet li")) {
            Document narrowed = site.page(item.select("a").attr("href"));
            assertThat(narrowed.select("#total").text()).as(item.text())
                    .matches("(1 to 20 of )?" + item.select(".count").text() + " claims?");
        }
    }

    @Test
    void timeIsDrawnAndToldInWordsAndNarrows() throws Exception {
        Document page = site.page("/?q=");
        Element drawing = page.selectFirst(".histogram svg");
        assertThat(drawing.attr("role")).isEqualTo("img");
        assertThat(drawing.attr("aria-label")).isEqualTo("Claims by year from 2019 to 2024, most in 2019: 30");
        Document year = site.page(page.select(".times a:contains(2024)").attr("href"));
        assertThat(year.select("#total").text()).isEqualTo("3 claims");
        assertThat(year.select(".histogram svg").attr("aria-label")).startsWith("Claims by month from May 2024");
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() throws Exception {
        Document first = site.page("/?q=outlet:bulk");
        Document second = site.page(first.select("a[rel=next]").attr("href"));
        List<String> ids = new ArrayList<>(first.select(".said a").eachAttr("href"));
        ids.addAll(second.select(".said a").eachAttr("href"));
        assertThat(ids).hasSize(30).doesNotHaveDuplicates();
        assertThat(second.select("#total").text()).isEqualTo("21 to 30 of 30 claims");
        assertThat(second.select("a[rel=next]")).isEmpty();
        assertThat(second.select("a[rel=prev]").attr("href")).isEqualTo("/?q=outlet%3Abulk");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # address                      | status | what is said
            /?q=x&page=50000               | 400 | Only the first 10000 claims can be paged through
            /?q=x&page=0                   | 400 | 'page' is a whole number from 1 on
            /?q=x&page=99999999999999      | 400 | 'page' is a whole number from 1 on
            /?q=x&page=two                 | 400 | 'page' is a whole number from 1 on
            /?q=colour:red                 | 400 | no field 'colour'
            /?q=a%20AND%20(b               | 400 | ends too early
            /?q=%2Fa.*%2F                  | 400 | regular expressions are not taken
            /?q=*x                         | 400 | cannot begin with *
            /nowhere                       | 404 | There is no such page
            /claim/                        | 404 | There is no such page
            /claim/nothing                 | 404 | There is no claim 'nothing'
            /claim/%3Cscript%3E            | 404 | There is no claim '<script>'
            /subject/no-such-thing         | 404 | Neither the facts nor any claim name
            /article                       | 400 | 'id' is the id of an article
            /article?id=nothing            | 404 | There is no article 'nothing'
            /article?id=../../etc/passwd   | 404 | There is no article
            /download/exe?q=               | 404 | as csv or json
            /download/csv?q=a(             | 400 | ends too early
            """)
    void whatCannotBeAnsweredIsSaidInASentence(String address, int status, String said) throws Exception {
        HttpResponse<String> answer = site.get(address);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(org.jsoup.Jsoup.parse(answer.body()).text()).contains(said);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("\tat ").doesNotContain("<script>");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).hasValueSatisfying(
                policy -> assertThat(policy).startsWith("default-src 'none'"));
    }

    @Test
    void starAloneAndEmptinessFindEverything() throws Exception {
        assertThat(site.page("/?q=*").select("#total").text()).isEqualTo("1 to 20 of 34 claims");
        assertThat(site.page("/?q=%20").select("#total").text()).isEqualTo("1 to 20 of 34 claims");
    }

    @Test
    void aWrongQueryShowsItsPlace() throws Exception {
        Document page = site.page("/?q=llama%20AND%20)");
        assertThat(page.select(".wrong mark").text()).isEqualTo(")");
        assertThat(page.select(".wrong code").text()).isEqualTo("llama AND )");
        Document narrowed = site.page("/?q=llama%20AND%20)&verdict=contradicted");
        assertThat(narrowed.select(".wrong mark").text()).isEqualTo(")");
    }

    @Test
    void aQueryOfManyClausesIsRefusedAndOneOfAMegabyteNotEvenRead() throws Exception {
        HttpResponse<String> clauses = site.get("/?q=" + "a%20OR%20".repeat(1_200) + "b");
        assertThat(clauses.statusCode()).isEqualTo(400);
        assertThat(site.get("/?q=" + "x".repeat(20_000)).body()).contains("at most 10000 characters");
        String answer = site.raw("GET /?q=" + "a".repeat(1_000_000) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 414").contains("too long").doesNotContain("jetty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/..%2f..%2fetc/passwd", "/claim/..%2f..%2fopenapi.json", "/%2e%2e/style.css", "/style.css%00.html",
            "/claim/..;/style.css", "//etc/passwd", "/\\..\\", "/%c0%ae%c0%ae/", "/api/../style.css/../.."})
    void pathTricksLeadNowhere(String path) throws Exception {
        String answer = site.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1.1 (400|404) .*").doesNotContain("root:").doesNotContain("Exception");
    }

    @Test
    void aClaimStandsInItsParagraphWithReasonsAndCopies() throws Exception {
        Document page = site.page("/claim/c1");
        assertThat(page.select(".paragraph").text()).isEqualTo("Before it. Meta's open-source Llama 3 surprised "
                + "<script>alert(1)</script> many. Behind it.");
        assertThat(page.select(".paragraph mark").text()).isEqualTo("Meta's open-source Llama 3 surprised "
                + "<script>alert(1)</script> many.");
        assertThat(page.select("header .verdict").text()).isEqualTo("contradicted");
        assertThat(page.select(".why").text()).contains("Llama 3 is under a licence that restricts its users.");
        assertThat(page.text()).contains("The Daily <i>Sample</i>, 2024-05-03").contains("fact-llama-3-weights");
        assertThat(page.select("section[aria-labelledby=copies] li").text()).contains("Weekly Example, 2024-06-30");
        assertThat(page.select("form[method=post]")).as("not for review").isEmpty();
    }

    @Test
    void aFactIsShownWithItsSourcesAndClauses() throws Exception {
        Document page = site.page("/claim/c3");
        assertThat(page.select(".fact .sources a").eachAttr("href")).isNotEmpty().allMatch(a -> a.startsWith("https://"));
        assertThat(page.select(".fact").text()).contains("OSI-approved: no");
    }

    @Test
    void aClaimLeadsToItsSentenceInTheArticle() throws Exception {
        String address = site.page("/claim/c2").select("a:containsOwn(Read it in the article)").attr("href");
        Document article = site.page(address.split("#")[0]);
        assertThat(article.select("mark#" + address.split("#")[1]).text()).startsWith("Critics");
        assertThat(article.select(".text p")).hasSize(3);
        assertThat(article.select(".text p").get(0).text()).isEqualTo("A first paragraph about <b>boats</b>.");
        assertThat(article.select(".text mark").eachText()).containsExactly(
                "Meta's open-source Llama 3 surprised <script>alert(1)</script> many.",
                "Critics say it isn't open under any licence.");
        assertThat(article.select(".text .chip").eachAttr("href")).containsExactly("/claim/c1", "/claim/c2");
    }

    @Test
    void hostileTitlesOutletsAndAddressesStayText() throws Exception {
        String address = site.page("/claim/c4").select("a:containsOwn(Read it in the article)").attr("href");
        for (String page : List.of("/claim/c4", address.split("#")[0], "/?q=redis", "/subject/redis")) {
            HttpResponse<String> answer = site.get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            Document shown = org.jsoup.Jsoup.parse(answer.body());
            assertThat(shown.select("script, img, iframe, [onerror], [style]")).as(page).isEmpty();
            assertThat(shown.select("a").eachAttr("href")).noneMatch(a -> a.startsWith("javascript:"));
            assertThat(shown.select("title")).hasSize(1);
        }
        Document article = site.page(address.split("#")[0]);
        assertThat(article.select("h1 mark#s0").text()).isEqualTo("Redis </title><script>alert(1)</script> is free");
        assertThat(article.select("h1 a").attr("href")).isEqualTo("/claim/c4");
    }

    @Test
    void aSubjectShowsItsFactsAndHowOutletsSpokeOfIt() throws Exception {
        Document page = site.page("/subject/llama-3");
        assertThat(page.select("h1").text()).isEqualTo("Llama 3");
        assertThat(page.select(".timeline .fact")).isNotEmpty();
        assertThat(page.select("tbody tr").eachText()).contains("The Daily <i>Sample</i> 2 1 0 1 1 0 1 0", "Weekly Example 1 1 0 0 0 1 0 0");
        assertThat(site.page("/subject/llama").select(".members").text()).contains("Llama 3");
        assertThat(site.page("/subject/thing-7").select("h1").text()).isEqualTo("Thing 7");
    }

    @Test
    void aNameThatIsTypedLeadsToItsSubject() throws Exception {
        assertThat(site.page("/?q=llama+3").select(".named a").eachAttr("href")).startsWith("/subject/llama-3");
    }

    @Test
    void helpExplainsEveryField() throws Exception {
        String help = site.page("/help").select("tbody").text();
        org.openwash.index.Fields.all().forEach(field -> assertThat(help).contains(field.name()).contains(field.meaning()));
    }

    @Test
    void aDownloadHoldsAllInTheOrderOfTheCommandLine() throws Exception {
        for (String query : List.of("llama", "verdict:unverifiable open", "")) {
            String encoded = Links.encoded(query);
            assertThat(site.get("/download/csv?q=" + encoded).body()).isEqualTo(
                    Cli.launch("search", query, "--format", "csv", "--limit", "1000", "--out", out).out());
            assertThat(site.get("/download/json?q=" + encoded).body()).isEqualTo(
                    Cli.launch("search", query, "--format", "json", "--limit", "1000", "--out", out).out());
        }
        HttpResponse<String> narrowed = site.get("/download/csv?q=llama&verdict=contradicted");
        assertThat(narrowed.body().lines()).hasSize(2);
        assertThat(narrowed.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"claims.csv\"");
        assertThat(site.get("/download/json?q=outlet:nobody").body()).isEqualTo("[]\n");
    }

    @Test
    void pagesNeedNoScriptAndNameTheirParts() throws Exception {
        for (String address : List.of("/", "/?q=llama", "/claim/c1", "/article?id=news/may.txt", "/subject/llama-3", "/help",
                "/similar", "/sign-in", "/nowhere")) {
            Document page = site.page(address);
            assertThat(page.select("script")).as(address).isEmpty();
            assertThat(page.select("html").attr("lang")).isEqualTo("en");
            assertThat(page.select("main")).hasSize(1);
            assertThat(page.select("h1")).as(address).hasSize(1);
            assertThat(page.select("a.skip").attr("href")).isEqualTo("#main");
            for (Element field : page.select("input:not([type=hidden]), textarea")) {
                assertThat(page.select("label[for=" + field.id() + "]")).as(address + " " + field).hasSize(1);
            }
            int level = 0;
            for (Element heading : page.select("h1, h2, h3, h4")) {
                int next = heading.tagName().charAt(1) - '0';
                assertThat(next).as(address + " " + heading).isLessThanOrEqualTo(level + 1);
                level = next;
            }
            assertThat(page.select("[id]").eachAttr("id")).as(address).doesNotHaveDuplicates();
        }
    }
}
