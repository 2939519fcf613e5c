package org.openwash.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class BoilerplateTest {

    private static final String BODY = "The harbour office published its tide tables on Monday, and the boat owners of the"
            + " town, who had asked for them since the spring, were glad to have something in their hands at last.";

    private final Boilerplate boilerplate = Boilerplate.load();

    private List<String> strip(List<String> lines) {
        return boilerplate.strip(lines.stream().map(Line::kept).toList()).stream().filter(Line::isKept).map(Line::text).toList();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/text/boilerplate-lines.csv", numLinesToSkip = 1)
    void dropsLinesOfThePageAndKeepsThoseOfTheArticle(String line, String where, boolean dropped) {
        List<String> lines = switch (where) {
            case "end" -> List.of(BODY, "", line);
            case "middle" -> List.of(BODY, "", line, "", BODY);
            default -> throw new IllegalArgumentException(where);
        };
        assertThat(strip(lines).contains(line)).isEqualTo(!dropped);
        assertThat(strip(lines)).contains(BODY);
    }

    @Test
    void cutsATailOfTeasers() {
        assertThat(strip(List.of(BODY, "", "Related Posts", "",
                "Five Lighthouses You Must See Before Winter", "",
                "When the lamp of Skerry Point went out last year, nobody in the village could have known…", "",
                "Is the Ferry Too Full?"))).containsExactly(BODY);
    }

    @Test
    void keepsASectionThatOnlySoundsLikeATail() {
        String section = "The library holds three older tables, which differ from the new ones by up to an hour. The office"
                + " says that they were drawn by hand and that it cannot vouch for them.";
        assertThat(strip(List.of(BODY, "", "Recommended reading", "", section, "", section + " Twice.")))
                .containsExactly(BODY, section, section + " Twice.");
    }

    @Test
    void dropsAListOfTeasersInTheMiddle() {
        assertThat(strip(List.of(BODY, "", "Related stories", "- Ferry fares to rise", "- New pier", "",
                BODY + " Again.",
                "", BODY + " And again."))).containsExactly(BODY, BODY + " Again.", BODY + " And again.");
    }

    @Test
    void anArticleDoesNotBeginWithItsTail() {
        assertThat(strip(List.of("Trending", "", "Boats are back in fashion"))).isNotEmpty();
    }

    @Test
    void dropsAWidgetWithTheShortLinesNextToIt() {
        assertThat(strip(List.of(BODY, "", "Tide meter LOW", "◄ Ebb 1 Flood 3 ►", "", BODY)))
                .containsExactly(BODY, BODY);
    }
}
