package org.openwash.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {

    @ParameterizedTest(name = "{1} in {0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            <=7.2        | 7.2    | true
            <=7.2        | 7.2.9  | true
            <=7.2        | 7.4    | false
            <7.2         | 7.2    | false
            8.0+         | 8      | true
            8.0+         | 7.9.9  | false
            7.11-8.15    | 8.15.5 | true
            7.11-8.15    | 8.16   | false
            10-23.10     | 9.1    | false
            1, 2         | 2.7    | true
            1.6+         | v1.10  | true
            7.4          | 7.4.1  | true
            7.4          | latest | false
            """)
    void coversItsVersionsAndTheirPatches(String range, String version, boolean holds) {
        assertThat(VersionRange.parse(range).holds(version)).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "7.x", ">=7", "7 to 8"})
    void refusesOtherNotations(String text) {
        assertThatThrownBy(() -> VersionRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
