package org.openwash.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openwash.domain.Article;
import org.openwash.domain.Aspect;
import org.openwash.domain.Catalogue;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Decisions;
import org.openwash.domain.Hit;
import org.openwash.domain.Outcome;
import org.openwash.domain.Verdict;
import org.openwash.testing.ClaimSample;
import org.openwash.testing.LabelledClaims;
import org.openwash.testing.Samples;

/// "Have we seen this before?" on pairs of sentences that say the same in other words, among the claims of the coverage
/// set.
///
/// With `-Dopenwash.similar=training` it prints the figure among the 14,030 claims labelled for training, of which
/// dozens say the same as many a pair, and asserts none.
class SimilarTest {

    private static final Path PAIRS = Path.of("src/test/resources/similar/pairs.csv");
    private static final int SHOWN = 5;
    private static final double FLOOR = 0.9;
    private static final boolean TRAINING = "training".equals(System.getProperty("openwash.similar"));

    private static List<CSVRecord> pairs;
    private static ArticleIndex index;
    private static ClaimSearch search;
    private static int others;

    @BeforeAll
    static void indexTheClaimsAmongOthers() throws IOException {
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser rows = CSVParser.parse(PAIRS, StandardCharsets.UTF_8, format)) {
            pairs = rows.getRecords();
        }
        index = ArticleIndex.openTemporary(Samples.catalogue()::ancestorsOf);
        for (Outcome.Analysed article : TRAINING ? LabelledClaims.training() : LabelledClaims.coverage()) {
            others += article.claims().size();
            index.put(article);
        }
        for (CSVRecord pair : pairs) {
            index.put(claim(pair, "claim"));
        }
        index.commit(Map.of());
        search = index.search(0.5, Decisions.none());
    }

    @AfterAll
    static void close() throws IOException {
        search.close();
        index.close();
    }

    @Test
    void theClaimInOtherWordsIsAmongTheFirstFive() throws IOException {
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(200);
        assertThat(others).isGreaterThan(2_000);
        int first = 0;
        var missed = new ArrayList<String>();
        for (CSVRecord pair : pairs) {
            int rank = rank(pair, search.similar(row(pair), SHOWN));
            first += rank == 1 ? 1 : 0;
            if (rank == 0) {
                missed.add(pair.get("paraphrase"));
            }
        }
        int found = pairs.size() - missed.size();
        System.out.printf(Locale.ROOT, "similar: of %d pairs %d first, %d among the first %d, among %d other claims%n",
                pairs.size(), first, found, SHOWN, others);
        missed.forEach(paraphrase -> System.out.println("similar: missed: " + paraphrase));
        assertThat(found / (double) pairs.size()).isGreaterThanOrEqualTo(TRAINING ? 0 : FLOOR);
    }

    @Test
    void theOppositeIsNeverOfferedAsTheSame() throws IOException {
        for (CSVRecord pair : pairs) {
            ClaimRow row = row(pair);
            assertThat(search.similar(row, 50)).extracting(hit -> hit.row().claim().polarity())
                    .containsOnly(row.claim().polarity());
            assertThat(search.opposite(row, List.of(), 50)).extracting(hit -> hit.row().claim().polarity())
                    .doesNotContain(row.claim().polarity());
        }
    }

    @Test
    void onlyTheSameSubjectItsFamilyAndItsMembersAreOffered() throws IOException {
        Catalogue known = Samples.catalogue(); // the index knows no other families
        for (CSVRecord pair : pairs) {
            String subject = pair.get("subject");
            assertThat(search.similar(row(pair), 50)).extracting(hit -> hit.row().claim().subject())
                    .allMatch(other -> other.equals(subject) || known.ancestorsOf(subject).contains(other)
                            || known.ancestorsOf(other).contains(subject));
        }
        assertThat(search.similar(about("llama-3.1"), 200)).extracting(hit -> hit.row().claim().subject())
                .contains("llama-3.1", "llama-3", "llama").doesNotContain("redis");
    }

    @Test
    void aClaimIsNotLikeItself() throws IOException {
        ClaimRow stored = search.similar(about("redis"), 1).getFirst().row();
        assertThat(search.similar(stored, 50)).extracting(hit -> hit.row().claim().id()).doesNotContain(stored.claim().id());
    }

    @Test
    void wordsAloneFindClaimsToo() throws IOException {
        List<Hit> hits = search.similarTo("royalty of ten per cent on Falcon above a million dollars", 5);
        assertThat(hits).extracting(hit -> hit.row().claim().subject()).contains("falcon-40b");
        assertThat(search.similarTo("", 5)).isEmpty();
        assertThat(search.similarTo("!?", 5)).isEmpty();
        assertThat(search.similarTo("open ".repeat(1_000_000), 5)).isNotEmpty();
    }

    private static int rank(CSVRecord pair, List<Hit> hits) {
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i).row().claim().articleId().equals(source(pair, "claim"))) {
                return i + 1;
            }
        }
        return 0;
    }

    private static ClaimRow about(String subject) {
        Article article = Samples.article("asked", "Its source is open.");
        return ClaimRow.of(Samples.analysed(article, Samples.claim(article, "Its source is open.").about(subject, subject)
                .judged(Verdict.SUPPORTED)), 0.5, Decisions.none()).getFirst();
    }

    private static ClaimRow row(CSVRecord pair) {
        return ClaimRow.of(claim(pair, "paraphrase"), 0.5, Decisions.none()).getFirst();
    }

    private static String source(CSVRecord pair, String column) {
        return "pairs/" + column + "-" + pair.getRecordNumber();
    }

    private static Outcome.Analysed claim(CSVRecord pair, String column) {
        Article article = Samples.article(source(pair, column), pair.get(column));
        ClaimSample claim = Samples.claim(article, pair.get(column)).about(pair.get("subject"), pair.get("name"))
                .aspect(Aspect.valueOf(pair.get("aspect").toUpperCase(Locale.ROOT).replace('-', '_')))
                .id(column + pair.getRecordNumber());
        return Samples.analysed(article, (pair.get("polarity").equals("denies") ? claim.denied() : claim).judged(Verdict.SUPPORTED));
    }
}
