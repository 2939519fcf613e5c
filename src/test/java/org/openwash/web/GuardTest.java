package org.openwash.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.domain.Article;
import org.openwash.domain.SetupException;
import org.openwash.domain.Verdict;
import org.openwash.testing.Samples;

/// What other sites, strangers and slow clients try.
class GuardTest {

    @TempDir
    private Path out;

    @BeforeEach
    void oneClaim() throws IOException {
        Article article = Samples.article("Boats first.\nLlama 3 is open source. It is free.\nA secret ending.");
        Site.index(out, Samples.analysed(article,
                Samples.claim(article, "Llama 3 is open source.").id("c1").judged(Verdict.CONTRADICTED)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # Host               | status
            localhost            | 200
            LOCALHOST:8080       | 200
            127.0.0.1:99         | 200
            [::1]:8080           | 200
            evil.example         | 421
            evil.example:80      | 421
            localhost.evil.example | 421
            127.0.0.1.evil.example | 421
            10.0.0.1             | 421
            """)
    void aForeignHostIsRefused(String host, int status) throws Exception {
        try (Site site = Site.open(out, ServerSettings.local())) {
            assertThat(site.raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 " + status).doesNotContain("Exception");
        }
    }

    @Test
    void withoutAHostNothingIsAnswered() throws Exception {
        try (Site site = Site.open(out, ServerSettings.local())) {
            assertThat(site.raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 400");
            assertThat(site.raw("GET / HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 421");
            assertThat(site.raw("nonsense\r\n\r\n")).startsWith("HTTP/1.1 400").doesNotContain("jetty");
        }
    }

    @Test
    void boundEverywhereItTakesAddressesButNoNames() throws Exception {
        try (Site site = Site.open(out, new ServerSettings("0.0.0.0", 0, Site.TOKEN, false))) {
            assertThat(site.raw("GET /help HTTP/1.1\r\nHost: 192.0.2.7:80\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 200");
            assertThat(site.raw("GET /help HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")).startsWith("HTTP/1.1 421");
        }
    }

    @Test
    void everyAnswerForbidsScriptsFramesAndGuessing() throws Exception {
        try (Site site = Site.open(out, ServerSettings.local())) {
            for (String address : new String[] {"/", "/nowhere", "/api/claims", "/style.css", "/api/nowhere"}) {
                var headers = site.get(address).headers();
                assertThat(headers.firstValue("Content-Security-Policy")).hasValue("default-src 'none'; style-src 'self'; "
                        + "img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
                assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
                assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
                assertThat(headers.firstValue("Server")).isEmpty();
                assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "https://localhost:1"})
    void anotherSitesFormIsRefused(String origin) throws Exception {
        try (Site site = Site.open(out, Site.forReview())) {
            HttpResponse<String> form = site.get("/claim/c1");
            String mark = org.jsoup.Jsoup.parse(form.body()).select("input[name=form]").attr("value");
            HttpResponse<String> answer = site.post("/claim/c1/decision", "decision=accepted&form=" + mark,
                    "Content-Type", "application/x-www-form-urlencoded", "Origin", origin, "Cookie", Site.cookieOf(form));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(out.resolve("decisions.csv")).doesNotExist();
        }
    }

    @Test
    void aFormNeedsItsMarkAndTheCookieItIsBoundTo() throws Exception {
        try (Site site = Site.open(out, Site.forReview())) {
            HttpResponse<String> mine = site.get("/claim/c1");
            String mark = org.jsoup.Jsoup.parse(mine.body()).select("input[name=form]").attr("value");
            String type = "application/x-www-form-urlencoded";
            String other = Site.cookieOf(site.get("/claim/c1"));
            assertThat(site.post("/claim/c1/decision", "decision=accepted", "Content-Type", type).statusCode()).isEqualTo(403);
            assertThat(site.post("/claim/c1/decision", "decision=accepted&form=" + mark, "Content-Type", type).statusCode())
                    .isEqualTo(403);
            assertThat(site.post("/claim/c1/decision", "decision=accepted&form=" + mark, "Content-Type", type, "Cookie", other)
                    .statusCode()).isEqualTo(403);
            assertThat(site.post("/claim/c1/decision", "decision=accepted&form=" + mark, "Content-Type", type, "Cookie",
                    Site.cookieOf(mine)).statusCode()).isEqualTo(303);
        }
    }

    @Test
    void cookiesAreOutOfReachOfScriptsAndOtherSites() throws Exception {
        try (Site site = Site.open(out, Site.withToken())) {
            HttpResponse<String> in = site.submit("/sign-in", "/sign-in", "token=" + Site.TOKEN);
            assertThat(in.statusCode()).isEqualTo(303);
            assertThat(in.headers().allValues("Set-Cookie")).isNotEmpty()
                    .allMatch(c -> c.contains("HttpOnly") && c.contains("SameSite=Strict") && !c.contains(Site.TOKEN));
        }
    }

    @Test
    void withoutTheTokenParagraphsAreReadButNoArticleAndNothingIsDecided() throws Exception {
        try (Site site = Site.open(out, Site.withToken())) {
            assertThat(site.get("/claim/c1").body()).contains("It is free.").doesNotContain("secret ending").doesNotContain("Boats");
            assertThat(site.get("/api/claims/c1").body()).contains("It is free.").doesNotContain("secret ending");
            assertThat(site.get("/article?id=articles/sample.txt").statusCode()).isEqualTo(403);
            assertThat(site.get("/api/articles?id=articles/sample.txt").body()).contains("\"claims\"")
                    .doesNotContain("secret ending").doesNotContain("\"text\"");
            assertThat(site.post("/api/claims/c1/decisions", "{\"decision\":\"accepted\"}", "Content-Type", "application/json")
                    .statusCode()).isEqualTo(403);
            for (String address : new String[] {"/?q=llama", "/api/claims", "/download/csv?q=", "/subject/llama-3", "/api/facets"}) {
                assertThat(site.get(address).body()).as(address).doesNotContain("secret ending").doesNotContain("Boats");
            }
        }
    }

    @Test
    void theTokenOpensArticlesByHeaderAndBySigningIn() throws Exception {
        try (Site site = Site.open(out, Site.withToken())) {
            assertThat(site.get("/api/articles?id=articles/sample.txt", "Authorization", "Bearer " + Site.TOKEN).body())
                    .contains("secret ending");
            assertThat(site.get("/api/claims", "Authorization", "Bearer wrong").statusCode()).isEqualTo(401);
            HttpResponse<String> in = site.submit("/sign-in", "/sign-in", "token=" + Site.TOKEN);
            String session = Site.cookieOf(in);
            assertThat(site.get("/article?id=articles/sample.txt", "Cookie", session).body()).contains("secret ending");
            HttpResponse<String> decided = site.submit("/claim/c1", "/claim/c1/decision", "decision=accepted&reviewer=Ada", session);
            assertThat(decided.statusCode()).isEqualTo(303);
            HttpResponse<String> outAgain = site.submit("/", "/sign-out", "", session);
            assertThat(outAgain.headers().allValues("Set-Cookie")).anyMatch(c -> c.startsWith("openwash_session=;") && c.contains("Max-Age=0"));
            assertThat(site.submit("/sign-in", "/sign-in", "token=wrong").statusCode()).isEqualTo(403);
            assertThat(site.get("/article?id=articles/sample.txt", "Cookie", "openwash_session=" + Site.TOKEN).statusCode())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with a space in the middle of it", "tab\tinside-of-a-long-token"})
    void aTokenThatIsEasilyGuessedIsRefused(String token) {
        assertThatThrownBy(() -> new ServerSettings("127.0.0.1", 0, token, false)).isInstanceOf(SetupException.class)
                .hasMessageContaining("16 to 1000").message().doesNotContain(token);
    }

    @Test
    void whatIsTooLargeIsNotRead() throws Exception {
        try (Site site = Site.open(out, Site.forReview())) {
            assertThat(site.post("/api/claims/c1/decisions", "{\"decision\":\"accepted\",\"note\":\"" + "x".repeat(100_000) + "\"}",
                    "Content-Type", "application/json").statusCode()).isEqualTo(413);
            String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
            assertThat(site.raw("POST /api/claims/c1/decisions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n" + chunk + chunk + "0\r\n\r\n")).startsWith("HTTP/1.1 413");
            assertThat(site.raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(100_000) + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 431");
            assertThat(out.resolve("decisions.csv")).doesNotExist();
        }
    }

    @Test
    void aClientThatSendsAByteNowAndThenIsDropped() throws Exception {
        try (Site site = Site.open(out, Site.impatient()); Socket slow = new Socket("127.0.0.1", site.port())) {
            byte[] request = ("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: " + "x".repeat(1_000)).getBytes(StandardCharsets.UTF_8);
            long begun = System.nanoTime();
            int sent = 0;
            try {
                for (byte next : request) {
                    slow.getOutputStream().write(next);
                    slow.getOutputStream().flush();
                    sent++;
                    Thread.sleep(50);
                }
            } catch (IOException dropped) {
                // as it should be
            }
            assertThat(sent).isLessThan(request.length);
            assertThat(System.nanoTime() - begun).isLessThan(20_000_000_000L);
            assertThat(site.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aClientThatOnlyConnectsIsDropped() throws Exception {
        try (Site site = Site.open(out, Site.impatient()); Socket idle = new Socket("127.0.0.1", site.port())) {
            idle.setSoTimeout(20_000);
            assertThat(idle.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void anotherMethodIsNoWayIn() throws Exception {
        try (Site site = Site.open(out, Site.forReview())) {
            for (String method : new String[] {"PUT", "DELETE", "PATCH", "TRACE", "BREW"}) {
                assertThat(site.raw(method + " /claim/c1/decision HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                        .as(method).matches("(?s)HTTP/1.1 (404|405|501|400) .*").doesNotContain("Exception");
            }
        }
    }
}
