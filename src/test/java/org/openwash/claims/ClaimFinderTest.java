package org.openwash.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Replays the tables in src/test/resources/claims: a text, and the claims that must be found in it.
class ClaimFinderTest {

    @ParameterizedTest
    @CsvFileSource(
            resources = {
                "/claims/polarity.csv",
                "/claims/modality.csv",
                "/claims/attribution.csv",
                "/claims/binding.csv",
                "/claims/texts.csv",
                "/claims/no-claims.csv"
            },
            delimiterString = " => ", quoteCharacter = '`')
    void claimsAreRead(String text, String claims) {
        assertThat(read(text)).isEqualTo(claims);
    }

    /// A row that fails here is mended: move it to the table of its topic.
    @ParameterizedTest
    @CsvFileSource(resources = "/claims/known-gaps.csv", delimiterString = " => ", quoteCharacter = '`')
    void knownGapsAreStillOpen(String text, String claims) {
        assertThat(read(text)).isNotEqualTo(claims);
    }

    private static String read(String text) {
        return TextReader.written(TextReader.claims(text.replace("\\n", "\n")));
    }
}
