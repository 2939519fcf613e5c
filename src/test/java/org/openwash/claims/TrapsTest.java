package org.openwash.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.openwash.domain.Article;
import org.openwash.domain.Claim;
import org.openwash.facts.FactBook;
import org.openwash.facts.Judge;
import org.openwash.facts.Standard;

/// Reads and judges each sentence of src/test/resources/facts/traps.csv as an article of its own.
class TrapsTest {

    private static final Judge JUDGE = new Judge(FactBook.load(null), Standard.BY_KIND);

    @ParameterizedTest
    @CsvFileSource(resources = "/facts/traps.csv", delimiterString = " => ", quoteCharacter = '~')
    void noTrapIsFallenInto(String dayAndText, String expected) {
        String text = dayAndText.substring(11);
        Article article = TextReader.article("trap.txt", dayAndText.substring(0, 10), "", text);
        assertThat(judged(article)).isEqualTo(expected);
    }

    /// A row that fails here is mended: move it to traps.csv.
    @ParameterizedTest
    @CsvFileSource(resources = "/facts/traps-open.csv", delimiterString = " => ", quoteCharacter = '~')
    void openTrapsAreStillOpen(String dayAndText, String expected) {
        Article article = TextReader.article("trap.txt", dayAndText.substring(0, 10), "", dayAndText.substring(11));
        assertThat(judged(article)).isNotEqualTo(expected);
    }

    private static String judged(Article article) {
        List<Claim> claims = TextReader.claims(article);
        return claims.isEmpty() ? "none" : claims.stream()
                .map(c -> String.join(" ", c.subject(), c.aspect().label(), c.polarity().label(),
                        JUDGE.decide(c, article.published()).verdict().label()))
                .collect(Collectors.joining("; "));
    }
}
