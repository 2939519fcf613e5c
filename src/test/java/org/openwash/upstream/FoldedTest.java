package org.openwash.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTest {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "Firefly-3.1, firefly 3.1", "Firefly-3_1, Firefly 3.1", "FIREFLY 3, Firefly3", "Tülu, Tulu", "firefly-v1.0, Firefly V1.0",
        "Firefly-3-70B, Firefly 3 70B", "X.Y., XY"
    })
    void whatWritersVaryDoesNotCount(String one, String other) {
        assertThat(Folded.of(one)).isEqualTo(Folded.of(other));
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource({"Firefly 3.1, Firefly 31", "Firefly R+, Firefly R", "Firefly 3, Firefly 3.0", "Firefly, Fireflies"})
    void whatTellsVersionsApartStays(String one, String other) {
        assertThat(Folded.of(one)).isNotEqualTo(Folded.of(other));
    }

    @ParameterizedTest
    @CsvSource({"Glow Community Licence, GLOW community license", "Apache-2.0, apache 2.0"})
    void aLicenceIsSpeltBothWays(String one, String other) {
        assertThat(Folded.ofLicence(one)).isEqualTo(Folded.ofLicence(other));
    }

    @ParameterizedTest
    @CsvSource({"I, i", "FIREFLY, firefly"})
    void aTurkishMachineFoldsTheSame(String one, String other) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr", "TR"));
        try {
            assertThat(Folded.of(one)).isEqualTo(other);
        } finally {
            Locale.setDefault(before);
        }
    }
}
