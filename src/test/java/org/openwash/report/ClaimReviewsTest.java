package org.openwash.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Article;
import org.openwash.domain.Attribution;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Decision;
import org.openwash.domain.Decisions;
import org.openwash.domain.Metadata;
import org.openwash.domain.Verdict;
import org.openwash.testing.Samples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClaimReviewsTest {

    private static final Instant DECIDED = Instant.parse("2025-06-07T23:59:58Z");
    private static final Article ARTICLE = Samples.article("Llama 3 is open source. </script> Meta says Llama 3 is free. So be it.");

    private static List<ClaimRow> rows(Article article, Decision.Kind kind) {
        var analysed = Samples.analysed(article,
                Samples.claim(article, "Llama 3 is open source. </script>").id("c1").judged(Verdict.CONTRADICTED),
                Samples.claim(article, "Meta says Llama 3 is free.").id("c2").saidBy(Attribution.VENDOR, "Meta").judged(Verdict.OVERSTATED),
                Samples.claim(article, "So be it.").id("c3").judged(Verdict.SUPPORTED));
        var decisions = new ArrayList<Decision>();
        for (ClaimRow row : ClaimRow.of(analysed, 0.5, Decisions.none())) {
            decisions.add(Decision.on(row, kind, "Ann Reviewer", "for us only", DECIDED));
        }
        return ClaimRow.of(analysed, 0.5, new Decisions(decisions));
    }

    private static JsonNode reviews(ClaimReviews reviews, List<ClaimRow> rows) {
        return JsonMapper.shared().readTree(reviews.of(rows)).get("@graph");
    }

    @Test
    void anAcceptedFlagHasWhatSearchEnginesAskFor() {
        var reviews = new ClaimReviews("The Checkers", URI.create("https://checks.example/open"));
        JsonNode graph = reviews(reviews, rows(ARTICLE, Decision.Kind.ACCEPTED));
        assertThat(graph.size()).isEqualTo(2);
        JsonNode review = graph.get(0);
        assertThat(review.get("@type").stringValue()).isEqualTo("ClaimReview");
        assertThat(review.get("url").stringValue()).isEqualTo("https://checks.example/open#claim-c1");
        assertThat(review.get("claimReviewed").stringValue()).isEqualTo("Llama 3 is open source. </script>");
        assertThat(review.at("/reviewRating/alternateName").stringValue()).isNotBlank();
        assertThat(review.at("/reviewRating/ratingValue").intValue()).isEqualTo(1);
        assertThat(review.at("/reviewRating/bestRating").intValue()).isEqualTo(3);
        assertThat(review.at("/author/name").stringValue()).isEqualTo("The Checkers");
        assertThat(review.get("datePublished").stringValue()).isEqualTo("2025-06-07");
        assertThat(review.at("/itemReviewed/@type").stringValue()).isEqualTo("Claim");
        assertThat(review.at("/itemReviewed/datePublished").stringValue()).isEqualTo("2024-05-03");
        assertThat(review.at("/itemReviewed/appearance/0/url").stringValue()).isEqualTo("https://sample.example/articles/sample.txt");
        assertThat(review.at("/citation/0").stringValue()).isEqualTo("https://facts.example/llama;3");
    }

    @Test
    void theClaimantIsWhoSaidIt() {
        JsonNode graph = reviews(new ClaimReviews(null, null), rows(ARTICLE, Decision.Kind.ACCEPTED));
        assertThat(graph.get(0).at("/itemReviewed/author/name").stringValue()).isEqualTo("The Daily Sample");
        assertThat(graph.get(1).at("/itemReviewed/author/name").stringValue()).isEqualTo("Meta");
        assertThat(graph.get(1).at("/reviewRating/ratingValue").intValue()).isEqualTo(2);
        assertThat(graph.get(0).at("/author/name").stringValue()).isEqualTo("Ann Reviewer");
        assertThat(graph.get(0).get("url").stringValue()).isEqualTo("urn:openwash:claim:c1");
    }

    @ParameterizedTest
    @CsvSource({"REJECTED", "UNSURE", "UNDONE"})
    void nothingElseIsAReview(Decision.Kind kind) {
        assertThat(reviews(new ClaimReviews(null, null), rows(ARTICLE, kind)).isEmpty()).isTrue();
    }

    @Test
    void theDocumentCanStandInAPageAndTellsNoNotes() {
        String document = new ClaimReviews(null, null).of(rows(ARTICLE, Decision.Kind.ACCEPTED));
        assertThat(document).doesNotContain("<").doesNotContain("for us only").contains("\\u003c/script>");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://a.example/x,      true
            HTTP://a.example,         true
            javascript:alert(1),      false
            data:text/html;base64,    false
            https:,                   false
            /etc/passwd,              false
            https://a b,              false
            """)
    void onlyAddressesOfPagesBecomeAddresses(String address, boolean page) {
        assertThat(ClaimReviews.isWebAddress(address)).isEqualTo(page);
        var metadata = new Metadata(address, "The Daily Sample", null, null, LocalDate.of(2024, 5, 3), DateBasis.METADATA);
        var article = new Article("a", "a", metadata, "A title", "en", ARTICLE.text(), "");
        JsonNode graph = reviews(new ClaimReviews(null, null), rows(article, Decision.Kind.ACCEPTED));
        assertThat(graph.get(0).at("/itemReviewed/appearance/0").has("url")).isEqualTo(page);
    }
}
