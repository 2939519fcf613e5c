package org.openwash.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openwash.domain.Article;
import org.openwash.domain.Facet;
import org.openwash.testing.Samples;
import org.openwash.web.SearchRequest.Filter;

/// The small parts that pages are made of.
class PartsTest {

    @Test
    void aSearchNarrowedTwiceIsOneQuery() {
        var request = new SearchRequest("a OR b", List.of(new Filter("outlet", "The \"Daily\" \\ Sample")), 3)
                .with(new Filter("month", "2024-05"));
        assertThat(request.query()).isEqualTo("(a OR b) outlet:\"The \\\"Daily\\\" \\\\ Sample\" published:\"2024-05\"");
        assertThat(request.page()).isEqualTo(1);
        assertThat(request.without(request.filters().getFirst()).query()).isEqualTo("(a OR b) published:\"2024-05\"");
        assertThat(request.onPage(2).url()).isEqualTo(
                "/?q=a%20OR%20b&outlet=The%20%22Daily%22%20%5C%20Sample&month=2024-05&page=2");
    }

    @Test
    void markedWordsAreTakenApart() {
        assertThat(Wording.of("one \uFDD0two\uFDD1 <three>").pieces()).containsExactly(
                new Wording.Piece("one ", false), new Wording.Piece("two", true), new Wording.Piece(" <three>", false));
        assertThat(Wording.of("").pieces()).isEmpty();
    }

    @Test
    void monthsBetweenAreDrawnAsNothing() {
        var histogram = Histogram.of(List.of(new Facet.Value("2024-01", 3), new Facet.Value("2024-04", 1)));
        assertThat(histogram.bars()).extracting(Histogram.Bar::claims).containsExactly(3, 0, 0, 1);
        assertThat(histogram.bars()).extracting(Histogram.Bar::height).containsExactly(Histogram.HEIGHT, 0, 0, 20);
        assertThat(histogram.summary()).isEqualTo("Claims by month from Jan 2024 to Apr 2024, most in Jan 2024: 3");
        assertThat(Histogram.of(List.of(new Facet.Value("1999-01", 1), new Facet.Value("2024-04", 1))).bars()).hasSize(26);
        assertThat(Histogram.of(List.of()).bars()).isEmpty();
    }

    @Test
    void aParagraphWithoutEndIsCutAroundItsSentence() {
        Article article = Samples.article("\uD83D\uDE00 ".repeat(5_000) + "Llama 3 is open source. " + "word ".repeat(5_000));
        Paragraph paragraph = Paragraph.of(article, Samples.claim(article, "Llama 3 is open source.").read());
        assertThat(paragraph.sentence()).isEqualTo("Llama 3 is open source.");
        assertThat(paragraph.before()).hasSizeLessThan(1_502).startsWith("\u2026").doesNotStartWith("\u2026\uDE00");
        assertThat(paragraph.behind()).hasSizeLessThan(1_502).endsWith("\u2026");
    }
}
