package org.openwash.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTokensTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Altman's plan         | Altman 's plan
            Meta’s plan           | Meta 's plan
            Harbour Labs' plan    | Harbour Labs 's plan
            She left Norr.        | She left Norr .
            "She left Norr. ""    | "She left Norr . ""
            by Kestrel Inc.       | by Kestrel Inc.
            in the U.S.           | in the U.S.
            Norr. is old          | Norr. is old
            it isn't open         | it isn't open
            """, quoteCharacter = '~')
    void possessivesAndLastFullStopsStandApart(String tokens, String words) {
        assertThat(NameTokens.of(tokens.split(" ")).words()).containsExactly(words.split(" "));
    }
}
