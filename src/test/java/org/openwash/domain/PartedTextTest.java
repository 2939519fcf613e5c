package org.openwash.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartedTextTest {

    private final PartedText text = new PartedText("USE ");

    @Test
    void hasTheFingerprintOfTheWholeTextHoweverItIsParted() {
        for (String part : List.of("", "a", "commercially", "é—", "x".repeat(128), "z".repeat(1_000_001))) {
            text.clear().add("next").add("=").add(part).add("").add(part);
            assertThat(text.fingerprint()).isEqualTo(PartedText.fingerprint("next=" + part + part));
            assertThat(text).hasToString("next=" + part + part);
            text.behindFront();
            assertThat(text.fingerprint()).isEqualTo(PartedText.fingerprint("USE next=" + part + part));
            assertThat(text).hasToString("USE next=" + part + part);
        }
    }

    @Test
    void tellsTextsApartThatStringsTakeForAlike() {
        assertThat("AaAa".hashCode()).isEqualTo("BBBB".hashCode());
        var seen = new HashSet<Long>();
        for (String one : List.of("Aa", "BB", "C#")) {
            for (String two : List.of("Aa", "BB", "C#")) {
                seen.add(text.clear().add(one).add(two).fingerprint());
            }
        }
        assertThat(seen).hasSize(9);
    }

    @Test
    void takesAnyNumberOfPartsAndForgetsThemWhenCleared() {
        for (int i = 0; i < 100; i++) {
            text.add("ab");
        }
        assertThat(text.fingerprint()).isEqualTo(PartedText.fingerprint("ab".repeat(100)));
        assertThat(text.clear().fingerprint()).isEqualTo(PartedText.fingerprint(""));
        assertThat(text).hasToString("");
    }
}
