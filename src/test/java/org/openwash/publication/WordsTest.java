package org.openwash.publication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            https://sample.example/a,  https://sample.example/a
            HTTP://sample.example/a,   HTTP://sample.example/a
            javascript:alert(1),       -
            'data:text/html,x',        -
            //sample.example,          -
            ' https://sample.example', -
            pkg:npm/x,                 -
            -,                         -
            """)
    void onlyWebAddressesBecomeLinks(String address, String link) {
        assertThat(Words.web(address)).isEqualTo(link);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Llama,     5, Llama
            Llama 3.1, 5, Llam…
            '',        5, ''
            😀😀😀,   2, 😀…
            """)
    void whatIsTooLongEndsInAnEllipsis(String text, int longest, String cut) {
        assertThat(Words.cut(text, longest)).isEqualTo(cut);
    }

    @Test
    void charactersThatAPageMustNotHoldAreReplaced() {
        assertThat(Words.cut("a\u0000b\u001Bc\uD800d\u0085", 20)).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFD");
        assertThat(Words.cut("tab\tand\nline", 20)).isEqualTo("tab\tand\nline");
    }
}
