package org.openwash.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Decision;
import org.openwash.domain.Decisions;
import org.openwash.domain.Article;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.Hit;
import org.openwash.domain.Hits;
import org.openwash.domain.Verdict;
import org.openwash.testing.Samples;

class ClaimSearchTest {

    private static final int FUZZED = Integer.getInteger("openwash.fuzzed", 5_000);

    private static ArticleIndex index;
    private static ClaimSearch search;

    private static Decision decided(String claim, Decision.Kind kind) {
        return new Decision(claim, kind, "", "", null, null, "", "", "", "");
    }

    @BeforeAll
    static void indexSixClaims() throws IOException {
        Article may = Samples.article("news/may.txt", "The Daily Sample", LocalDate.of(2024, 5, 3),
                "Meta's open-source Llama 3 surprised <many>. Critics say it isn't open under any licence.");
        Article june = Samples.article("news/june.txt", "Weekly \"Example\"", LocalDate.of(2023, 6, 30),
                "Redis was source available. Researchers democratized Llama. Meta loves openness.");
        Article undated = Samples.article("news/undated.txt", null, null, "They said Thing is open.");
        index = ArticleIndex.openTemporary(Samples.catalogue()::ancestorsOf);
        index.put(Samples.analysed(may,
                Samples.claim(may, "Meta's open-source Llama 3 surprised <many>.").id("c1").confidence(0.9).judged(Verdict.CONTRADICTED),
                Samples.claim(may, "Critics say it isn't open under any licence.").id("c2").denied()
                        .saidBy(Attribution.THIRD_PARTY, "Critics").confidence(0.6).judged(Verdict.SUPPORTED)));
        index.put(Samples.analysed(june,
                Samples.claim(june, "Redis was source available.").id("c3").about("redis", "Redis").aspect(Aspect.LICENCE)
                        .licences("SSPL-1.0", "RSALv2").confidence(0.45).judged(Verdict.OVERSTATED),
                Samples.claim(june, "Researchers democratized Llama.").id("c4").about("llama", "Llama").aspect(Aspect.RHETORIC)
                        .judged(Verdict.UNVERIFIABLE),
                Samples.claim(june, "Meta loves openness.").id("C5").about("org:meta", "Meta").aspect(Aspect.RHETORIC)
                        .judged(Verdict.UNVERIFIABLE)));
        index.put(Samples.analysed(undated,
                Samples.claim(undated, "They said Thing is open.").id("c6").about("?", "?").judged(Verdict.UNVERIFIABLE)));
        index.commit(Map.of());
        search = index.search(0.5, new Decisions(List.of(decided("c1", Decision.Kind.ACCEPTED), decided("C5", Decision.Kind.REJECTED), decided("gone", Decision.Kind.ACCEPTED))));
    }

    @AfterAll
    static void close() throws IOException {
        search.close();
        index.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # query                                        | claims found
            ``                                             | c1 c2 c3 c4 C5 c6
            *:*                                            | c1 c2 c3 c4 C5 c6
            *                                              | c1 c2 c3 c4 C5 c6
            # fields of one word, whatever the case
            verdict:contradicted                           | c1
            VERDICT:contradicted                           | error
            verdict:CONTRADICTED                           | c1
            claim_id:c5                                    | C5
            source:"news/may.txt"                          | c1 c2
            outlet:"the daily sample"                      | c1 c2
            outlet:"daily sample"                          |
            outlet:"Weekly \\"Example\\""                  | c3 c4 C5
            outlet:the*                                    | c1 c2
            -outlet:*                                      | c6
            claimed_licence:sspl-1.0                       | c3
            claimed_licence:"RSALv2"                       | c3
            fact_sources:"https://facts.example/llama;3"   | c1 c2 c3 c4 C5 c6
            # families match their members
            subject:llama                                  | c1 c2 c4
            subject:llama-3                                | c1 c2
            subject:org:meta                               | C5
            subject:"org:meta"                             | C5
            subject:org\\:meta                             | C5
            subject:?                                      | c6
            subject:llama*                                 | c1 c2 c4
            # words of the sentence: inflected, exact, in phrases
            sentence:surprises                             | c1
            sentence_exact:surprises                       |
            sentence_exact:surprised                       | c1
            "open source"                                  | c1
            "open licence"                                 |
            "open licence"~3                               | c2
            "is open"                                      | c6
            democrati*                                     | c4
            democratizd~                                   | c4
            # a name is found where the sentence only says "it"
            llama                                          | c1 c2 c4
            sentence:llama                                 | c1 c4
            # dates
            published:[2024-01-01 TO 2024-12-31]           | c1 c2
            published:2024                                 | c1 c2
            published:2023-06                              | c3 c4 C5
            published:2024-05-03                           | c1 c2
            published:2024-05-04                           |
            published:[2023 TO 2024]                       | c1 c2 c3 c4 C5
            published:{2023 TO *]                          | c1 c2
            published:[* TO 2023-06-30}                    |
            -published:[* TO *]                            | c6
            # numbers
            confidence:[0.5 TO 1]                          | c1 c2 c4 C5 c6
            confidence:{0.6 TO *]                          | c1 c4 C5 c6
            confidence:0.45                                | c3
            sentence_no:1                                  | c1 c2 c3 c4 C5 c6
            # what depends on the moment
            flagged:true                                   | c1
            flagged:false                                  | c2 c3 c4 C5 c6
            decision:accepted                              | c1
            decision:REJECTED                              | C5
            decision:unsure                                |
            -decision:*                                    | c2 c3 c4 c6
            # all words are required unless joined by OR
            subject:llama attribution:outlet               | c1 c4
            subject:redis OR subject:org:meta              | c3 C5
            subject:llama NOT verdict:supported            | c1 c4
            subject:llama (verdict:supported OR aspect:rhetoric) | c2 c4
            subject:llama verdict:contradicted attribution:outlet published:[2024-01-01 TO 2024-12-31] "open source"~3 | c1
            !?                                             | error
            """)
    void queriesFindTheirClaims(String query, String claims) throws IOException {
        if ("error".equals(claims)) {
            assertThatThrownBy(() -> found(query)).isInstanceOf(QuerySyntaxException.class);
        } else {
            assertThat(found(query)).containsExactlyInAnyOrderElementsOf(
                    claims == null ? List.of() : Arrays.asList(claims.split(" ")));
        }
    }

    private static List<String> found(String query) throws IOException {
        return search.find(query, 100, Marks.PLAIN).best().stream().map(h -> h.row().claim().id()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # query                          | position | what is wrong
            subject:llama "open source       | 15       | quotation mark
            (subject:llama                   | 15       | ends too early
            subject:llama)                   | 14       | ')'
            subject:                         | 9        | ends too early
            subject:org:meta)                | 17       | ')'
            subject:llama AND OR x           | 19       | 'OR'
            published:[2024 TO               | 19       | ends too early
            colour:red                       | 1        | no field 'colour'
            llama colour:red                 | 7        | claim_id, article_id, source
            llama *source                    | 7        | cannot begin with
            sentence:?pen                    | 10       | cannot begin with
            source:/.*/                      | 8        | quotation marks
            source:news/may.txt              | 12       | quotation marks
            published:soon                   | 11       | a date like
            published:[2024-13 TO 2025]      | 12       | a date like
            published:2024*                  | 11       | no wildcard
            confidence:high                  | 12       | a number like
            confidence:NaN                   | 12       | a number like
            flagged:yes                      | 9        | true or false
            verdict:contradict               | 9        | supported, overstated, contradicted or unverifiable, not 'contradict'
            contradict verdict:contradict    | 20       | contradicted
            polarity:(affirms OR denied)     | 22       | affirms or denies
            aspect:"open source"             | 9        | open-source, weights
            decision:maybe                   | 10       | accepted, rejected, unsure or reopened
            modality:past llama              | 10       | actual, former
            verdikt:contradicted             | 1        | no field 'verdikt'
            llama verdikt:(a OR b)           | 7        | no field 'verdikt'
            subject:llama AND                | 18       | ends too early
            "a" "b" "c                       | 9        | quotation mark
            [2024 TO 2025]                   | 1        | no range
            ^2                               | 1        | '^'
            llama~~                          | 7        | '~'
            ) llama                          | 1        | ')'
            a && && b                        | 6        | '&&'
            \\                               | 2        | backslash
            sentence:[a TO b]                | 1        | no range
            """)
    void whatCannotBeReadIsPointedAt(String query, int position, String problem) {
        assertThatThrownBy(() -> found(query))
                .isInstanceOfSatisfying(QuerySyntaxException.class, e -> assertThat(e.position()).isEqualTo(position))
                .hasMessageContaining("character " + position)
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # query                                | what is proposed first
            verdikt:contradicted                   | verdict:contradicted
            Verdict:contradicted                   | verdict:contradicted
            date:2024                              | published:2024
            model:llama                            | subject:llama
            licence:sspl-1.0                       | claimed_licence:sspl-1.0
            verdict:contradict                     | verdict:contradicted
            aspect:licences                        | aspect:licence
            subject:lama                           | subject:llama
            subject:llama3                         | subject:llama-3
            subject:meta                           | subject:org:meta
            outlet:"the dayly sample"              | outlet:"the daily sample"
            outlet:"daily sample"                  | outlet:"the daily sample"
            outlet:sample                          | outlet:"the daily sample"
            verdikt:contradict subject:lama        | verdict:contradicted subject:llama
            lama                                   | llama
            critiks licence                        | critics licence
            (subject:redsi OR subject:lama) NOT xx | (subject:redis OR subject:llama) NOT xx
            # all is known, or nothing is near
            verdict:contradicted subject:redis     |
            subject:qqqqqqqqq                      |
            quetzalcoatl                           |
            subject:llama "open                    |
            """)
    void whatWasMeantIsProposedAndFindsSomething(String query, String first) throws IOException {
        List<String> proposed = search.suggest(query);
        if (first == null) {
            assertThat(proposed).isEmpty();
        } else {
            assertThat(proposed).isNotEmpty().hasSizeLessThanOrEqualTo(5).first().isEqualTo(first);
            assertThat(proposed).allSatisfy(proposal -> assertThat(found(proposal)).isNotEmpty());
        }
    }

    @Test
    void nothingIsProposedForWhatIsTooLong() throws IOException {
        assertThat(search.suggest("lama ".repeat(200_000))).isEmpty();
        assertThat(search.suggest("")).isEmpty();
        assertThat(search.suggest("verdikt:" + "\\".repeat(900))).isEmpty();
        assertThat(search.suggest("\"".repeat(999))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"9_990, 11", "0, 10_001", "999_999, 20", "2_000_000_000, 2_000_000_000"})
    void pagesAreBoundedButAllHitsCanBeHadAtOnce(String offset, String limit) throws IOException {
        int from = Integer.parseInt(offset.replace("_", ""));
        int most = Integer.parseInt(limit.replace("_", ""));
        if (from == 0) {
            assertThat(search.find("", from, most, Marks.PLAIN).best()).hasSize(6);
        } else {
            assertThatThrownBy(() -> search.find("", from, most, Marks.PLAIN)).isInstanceOf(QuerySyntaxException.class)
                    .hasMessageContaining("first 10000 hits");
        }
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEnds() throws IOException {
        for (String query : List.of("", "subject:llama", "open OR licence OR llama")) {
            List<String> all = found(query);
            var paged = new ArrayList<String>();
            for (int offset = 0; offset < all.size() + 2; offset += 2) {
                search.find(query, offset, 2, Marks.PLAIN).best().forEach(hit -> paged.add(hit.row().claim().id()));
            }
            assertThat(paged).as(query).isEqualTo(all);
        }
    }

    @Test
    void queriesThatAskForTooMuchAreRefused() {
        assertThatThrownBy(() -> found("x".repeat(1_000_000))).isInstanceOf(QuerySyntaxException.class);
        assertThatThrownBy(() -> found("a ".repeat(4_000))).isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining("too many");
        assertThatThrownBy(() -> found("(".repeat(5_000))).isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining("parentheses");
        assertThatThrownBy(() -> found("-".repeat(5_000))).isInstanceOf(QuerySyntaxException.class);
        assertThatThrownBy(() -> found("a" + "?*".repeat(2_000))).isInstanceOf(QuerySyntaxException.class);
        assertThatThrownBy(() -> found("a".repeat(2_000) + "~")).isInstanceOf(QuerySyntaxException.class);
        assertThatThrownBy(() -> found("a^" + "9".repeat(60))).isInstanceOf(QuerySyntaxException.class);
        assertThatThrownBy(() -> found("verdict:supported OR ".repeat(10_000) + "a")).isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining("at most 10000 characters, this one 210001");
        assertThatThrownBy(() -> found("a OR ".repeat(1_900) + "a")).isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining("too many words or alternatives");
        assertThatThrownBy(() -> found("llama~ ".repeat(1_000))).isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining("at most 20 words with *, ? or ~");
        assertThatThrownBy(() -> found("lla* ".repeat(21))).isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining("at most 20 words with *, ? or ~");
    }

    @Test
    void whateverIsTypedIsAnsweredOrRefusedWithAPlace() throws IOException {
        String[] pieces = {"a", "open", "source", "subject", "published", "confidence", "flagged", "org", "llama", "2024", "0.5", ":",
            ":", ":", "\"", "(", ")", "[", "]", "{", "}", " TO ", "*", "?", "~", "~2", "^", "^2", "+", "-", "!", "&&", "||", " AND ",
            " OR ", " NOT ", "/", "\\", " ", " ", " ", "<", ">", "=", "\u0000", "\uD83D", "é", "İ", "日本"};
        Random random = new Random(1);
        int answered = 0;
        for (int i = 0; i < FUZZED; i++) {
            StringBuilder query = new StringBuilder();
            for (int n = random.nextInt(12); n >= 0; n--) {
                query.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                search.find(query.toString(), 3, Marks.HTML);
                answered++;
            } catch (QuerySyntaxException e) {
                assertThat(e.position()).as(query.toString()).isBetween(1, query.length() + 1);
                assertThat(e).hasMessageNotContaining("org.apache").hasMessageNotContaining("Lexical");
            }
        }
        assertThat(answered).isGreaterThan(FUZZED / 10);
    }

    @Test
    void fewerHitsThanThereAreStillTellTheirNumber() throws IOException {
        Hits hits = search.find("*:*", 2, Marks.PLAIN);
        assertThat(hits.total()).isEqualTo(6);
        // all alike, so by id
        assertThat(hits.best()).extracting(h -> h.row().claim().id()).containsExactly("C5", "c1");
        assertThat(search.find("*:*", Integer.MAX_VALUE, Marks.PLAIN).best()).hasSize(6);
    }

    @Test
    void snippetsMarkTheWordsThatMatched() throws IOException {
        assertThat(snippet("\"open source\" surprise", Marks.PLAIN))
                .isEqualTo("Meta's [open-source] Llama 3 [surprised] <many>.");
        assertThat(snippet("sentence:surpr*", Marks.HTML))
                .isEqualTo("Meta&#x27;s open-source Llama 3 <mark>surprised</mark> &lt;many&gt;.");
        assertThat(snippet("claim_id:c1", Marks.HTML)).doesNotContain("<many>");
    }

    private static String snippet(String query, Marks marks) throws IOException {
        return search.find(query, 1, marks).best().getFirst().snippet();
    }

    @Test
    void hitsCarryTheDecisionAndTheFlagOfTheMoment() throws IOException {
        Hit hit = search.find("claim_id:c1", 1, Marks.PLAIN).best().getFirst();
        assertThat(hit.row().flagged()).isTrue();
        assertThat(hit.row().standing().word()).isEqualTo("accepted");
        assertThat(hit.row().sentence()).isEqualTo("Meta's open-source Llama 3 surprised <many>.");
        try (ClaimSearch stricter = index.search(0.95, Decisions.none())) {
            Hit strict = stricter.find("claim_id:c1", 1, Marks.PLAIN).best().getFirst();
            assertThat(strict.row().flagged()).isFalse();
            assertThat(stricter.find("flagged:true", 1, Marks.PLAIN).total()).isZero();
        }
    }
}
