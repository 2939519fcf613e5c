package org.openwash.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Metadata;

class BylineTest {

    private static final String PARAGRAPH = "The harbour office published its tide tables on Monday, and the boat owners of the"
            + " town, who had asked for them since the spring, were glad to have something in their hands at last.";

    private final Byline byline = Byline.load();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # by-line                                                 | names
            By Jane Doe                                               | Jane Doe
            by: Jane Doe                                              | Jane Doe
            By JANE DOE and BO FLOOD                                  | Jane Doe; Bo Flood
            Jane Doe, Bo Flood & Cy Drift                             | Jane Doe; Bo Flood; Cy Drift
            By Jane Doe, staff writer                                 | Jane Doe
            By JANE DOE, AP Sports Writer                             | Jane Doe
            Jane Doe - Live Tidings Contributor                       | Jane Doe
            Jane Doe @janedoe / 2 days                                | Jane Doe
            Jane Doe (jane@tidings.example)                           | Jane Doe
            By Jane Doe on Monday, November 18th, 2019 at 11:04 a.m.  | Jane Doe
            Posted by Jane Doe | 3 May 2024 | 10 comments             | Jane Doe
            Von Jan Priel und Ida Spray                               | Jan Priel; Ida Spray
            Von Jan Priel, 3. März 2024, 10:15 Uhr                    | Jan Priel
            Ein Gastbeitrag von Ludwig van der Berg                   | Ludwig van der Berg
            Par Luc Estran                                            | Luc Estran
            Текст: Венера Волна                                       | Венера Волна
            Jane Doe, Futurism                                        | Jane Doe
            mudlark                                                   | mudlark
            """)
    void namesPeople(String words, String names) {
        assertThat(byline.names(words, Optional.of("The Tidings"))).contains(names);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            admin
            By Staff Reports
            The Tidings
            Tidings
            tidings.example
            Redaktion
            Associated Press
            By
            @handle
            1:16pm
            The Russian and Syrian defence ministries
            View More Articles
            https://tidings.example/jane
            3 May 2024
            """)
    void namesNobody(String words) {
        assertThat(byline.names(words, Optional.of("The Tidings"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # line of a page                          | names
            By Jane Doe                               | Jane Doe
            By Tuesday the model had been copied      | -
            By the time the office closed             | -
            Von Jan Priel | 3. März 2024, 10:15 Uhr   | Jan Priel
            Posted by mudlark on Tuesday, 14 June 2005 | mudlark
            Jane Doe                                  | -
            """)
    void aLineOfThePageIsReadMoreCautiously(String line, String names) {
        assertThat(byline.namesInLine(line, Optional.empty())).isEqualTo(Optional.ofNullable(names));
    }

    @Test
    void dropsTheLinesOfAuthorAndDateAroundTheText() {
        var about = Metadata.from(DateBasis.RECORD, null, "Tidings", "T", "Jane Doe", LocalDate.of(2024, 5, 3));
        List<Line> lines = byline.removeFrom(List.of(Line.kept("By Jane Doe, Tidings"), Line.kept("Published 3 May 2024, 10:05 AM"),
                Line.kept(PARAGRAPH), Line.kept("3 May 2024"), Line.kept(PARAGRAPH), Line.kept("Jane Doe")), about);
        assertThat(lines.stream().filter(Line::isKept).map(Line::text)).containsExactly(PARAGRAPH, "3 May 2024", PARAGRAPH);
    }

    @Test
    void keepsASentenceThatBeginsWithTheAuthor() {
        var about = Metadata.from(DateBasis.RECORD, null, null, "T", "Jane Doe", null);
        String sentence = "Jane Doe went to see the tables.";
        assertThat(byline.removeFrom(List.of(Line.kept(sentence), Line.kept(PARAGRAPH)), about)).allMatch(Line::isKept);
    }
}
