package org.openwash.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PartedTextTest {

    private final PartedText text = new PartedText();

    @Test
    void hasTheHashOfTheWholeText() {
        for (String part : new String[] {"", "a", "commercially", "é—", "x".repeat(127), "y".repeat(128), "z".repeat(1_000)}) {
            text.clear().add("next").add("=").add(part).add("").add(part).behind("USE ");
            assertThat(text.hashCode()).isEqualTo(("USE next=" + part + part).hashCode());
        }
    }

    @Test
    void isTheTextThatItsPartsMakeAndNoOther() {
        text.clear().add("next=").add("free").behind("USE ");
        assertThat(text.matches("USE next=free")).isTrue();
        assertThat(Stream.of("next=free", "USE next=fre", "USE next=freed", "USE next=tree", "")).noneMatch(text::matches);
        assertThat(text).hasToString("USE next=free").isEqualTo(new PartedText().add("USE ").add("next=free"));
    }

    @Test
    void takesAnyNumberOfPartsAndForgetsThemWhenCleared() {
        for (int i = 0; i < 100; i++) {
            text.add("ab");
        }
        assertThat(text.matches("ab".repeat(100))).isTrue();
        assertThat(text.clear().matches("")).isTrue();
        assertThat(text.hashCode()).isEqualTo("".hashCode());
    }
}
