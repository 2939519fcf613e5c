package org.openwash.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldArticleTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # sentence of ours, number of the gold sentence or none
            Grain is open source.,                         1
            'GRAIN is "open source"!',                     1
            # cut off or joined with its neighbour
            is open source,                                1
            'Grain is open source. The isn''t-free one stays closed, say its makers.', 3
            # the first of two alike
            Twice the same words.,                         7
            # numbers, dots, hyphens and apostrophes belong to a word
            v2.1,                                          5
            2.1,                                           none
            isn’t-free,                                    none
            isn't-free,                                    3
            isn't free,                                    none
            # letters beyond a to z part words, as they do in the gold sentence
            über,                                          6
            '',                                            none
            — … “”,                                        none
            """)
    void aSentenceStandsForTheOneThatSharesTheMostWords(String text, String number) {
        Map<Integer, String> sentences = new LinkedHashMap<>();
        sentences.put(7, "Twice the same words.");
        sentences.put(1, "Grain is open source.");
        sentences.put(3, "The isn't-free one stays closed, say its makers.");
        sentences.put(5, "Version v2.1 follows.");
        sentences.put(6, "Hubert ist müde, ber.");
        sentences.put(2, "Twice the same words.");
        var found = new GoldArticle("a", sentences).sentenceLike(text);
        assertThat(found.isPresent() ? Integer.toString(found.getAsInt()) : "none").isEqualTo(number);
    }

    @Test
    void aWordOfAMillionPartsIsRead() {
        String text = "a." + "b-".repeat(1_000_000) + "c";
        assertThat(new GoldArticle("a", Map.of(4, text)).sentenceLike(text)).hasValue(4);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            news/2024/a1.txt,       a1
            a1.md,                  a1
            a1,                     a1
            a.b/a1.html.gz,         a1.html
            dump.zip!/in/a1.md,     a1
            news/.hidden,           .hidden
            news/..md,              ..md
            """)
    void anArticleIsTheStemOfItsSource(String source, String article) {
        assertThat(GoldArticle.nameOf(source)).isEqualTo(article);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            llama-3,       Llama 3,         true
            qwen2.5,       qwen-2-5,        true
            grain-2,       grain-2-8b,      true
            GRAIN_2/8B,    grain-2,         true
            grain-2,       grain-3,         false
            org:a,         org:b,           false
            later-class,   first-class,     false
            later-class,   twice,           true
            # a comment is no class
            a,             class,           false
            """)
    void idsOfOneClassAreTheSameSubject(String one, String other, boolean same) {
        SubjectClasses classes = SubjectClasses.parse(List.of(
                "# a class a line", "", "grain-2 grain-2-8b", "first-class  twice", "later-class\ttwice"));
        assertThat(classes.classOf(one).equals(classes.classOf(other))).isEqualTo(same);
    }
}
