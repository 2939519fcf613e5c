package org.openwash.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openwash.domain.Article;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Decisions;
import org.openwash.domain.Hit;
import org.openwash.domain.Hits;
import org.openwash.domain.Verdict;
import org.openwash.testing.Samples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchResultsTest {

    private static final Article ARTICLE = Samples.article("a.txt", "An Outlet With a Very Long Name", LocalDate.of(2024, 5, 3),
            "Llama 3 is \u001B[31mopen\u202E source.");

    private static Hits hits(int shown, long total) {
        ClaimRow row = ClaimRow.of(Samples.analysed(ARTICLE,
                Samples.claim(ARTICLE, ARTICLE.text()).id("c1").judged(Verdict.CONTRADICTED)), 0.5, Decisions.none()).getFirst();
        Hit hit = new Hit(row, 1.5f, row.sentence().replace("source", "[source]"));
        return new Hits(total, IntStream.range(0, shown).mapToObj(i -> hit).toList());
    }

    private static String shown(Hits hits, SearchResults.Format format) throws IOException {
        StringBuilder shown = new StringBuilder();
        SearchResults.print(hits, format, shown);
        return shown.toString();
    }

    @Test
    void theTableFitsItsColumnsAndSteersNoTerminal() throws IOException {
        assertThat(shown(hits(1, 12), SearchResults.Format.TABLE)).isEqualTo("""
                published   outlet              subject               aspect         attribution  verdict       flag

                2024-05-03  An Outlet With a …  llama-3               open-source    outlet       contradicted  FLAG
                    Llama 3 is \uFFFD[31mopen\uFFFD [source].
                    a.txt, sentence 1

                12 claims, 1 shown
                """);
        assertThat(shown(hits(0, 0), SearchResults.Format.TABLE)).isEqualTo("0 claims\n");
    }

    @Test
    void jsonIsAnArrayWithTheNamesOfClaimsCsv() throws IOException {
        JsonNode array = JsonMapper.shared().readTree(shown(hits(2, 2), SearchResults.Format.JSON));
        assertThat(array.isArray()).isTrue();
        assertThat(array.size()).isEqualTo(2);
        assertThat(List.copyOf(array.get(0).propertyNames())).containsAll(Tables.CLAIMS.names()).endsWith("score", "snippet");
        assertThat(JsonMapper.shared().readTree(shown(hits(0, 0), SearchResults.Format.JSON)).isEmpty()).isTrue();
    }

    @Test
    void csvIsThatOfTheReport() throws IOException {
        assertThat(shown(hits(1, 1), SearchResults.Format.CSV))
                .startsWith(String.join(",", Tables.CLAIMS.names()) + "\nc1,a.txt,");
    }

    @Test
    void longSentencesAreWrapped() {
        assertThat(TextTable.wrap("one two  three\nfour", 9)).containsExactly("one two", "three", "four");
        assertThat(TextTable.wrap("", 9)).containsExactly("");
    }
}
