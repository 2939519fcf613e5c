package org.openwash.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.DataFile;

/// What speaks of openness, by the characters alone.
class OpennessWordsTest {

    private static final OpennessWords OPENNESS = OpennessWords.load();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Quillora is open.                              | true
            Quillora is “open”, they say.                  | true
            Quillora is **open**.                          | true
            The shop opened at nine.                       | false
            They reopened the case.                        | false
            An open letter made the rounds.                | false
            This Open‑Source thing                         | true
            OPENSOURCE                                     | true
            open                                           | false
            Open up!                                       | true
            Vessin's licence                               | true
            It was relicensed.                             | true
            silicensed                                     | false
            Weights                                        | true
            weightless                                     | false
            the data–set                                   | true
            ödownload                                      | false
            Hugging\u00a0Face                              | true
            The museum says that it will stay.             | false
            """)
    void wordsAndPhrasesInAnySpelling(String text, boolean speaks) {
        assertThat(OPENNESS.standIn(text)).isEqualTo(speaks);
        assertThat(OPENNESS.standIn("Nobody came. " + text + " (So it goes)")).isEqualTo(speaks);
    }

    @Test
    void eachPhraseIsSeenHoweverItIsSpaced() {
        for (DataFile.Row row : DataFile.rows("claims/openness.txt", 1)) {
            String phrase = row.cell(0).replace("*", "");
            for (String gap : new String[] {" ", "-", "‑", "\u00a0", "  ", " \"", "’"}) {
                assertThat(OPENNESS.standIn("x (" + phrase.replace(" ", gap) + ")")).as(phrase + gap).isTrue();
                assertThat(OPENNESS.standIn(phrase.toUpperCase(Locale.ROOT).replace(" ", gap))).as(phrase + gap).isTrue();
            }
        }
    }

    /// Beside a label the name of an unknown thing is found, so where the gate sees no label none may stand.
    @Test
    void eachLabelSpeaksOfOpenness() {
        for (DataFile.Row row : DataFile.rows("nlp/labels.txt", 1)) {
            assertThat(OPENNESS.standIn("It is " + row.cell(0).replace(' ', '-') + ".")).as(row.cell(0)).isTrue();
        }
    }
}
