package org.openwash.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.openwash.domain.Article;
import org.openwash.domain.Sentence;

class SentencesTest {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "sentences.csv", delimiter = '|', numLinesToSkip = 1, quoteCharacter = '`')
    void endWhereAReaderWouldEndThem(String shows, String text) {
        List<String> wanted = List.of(text.strip().split("\\s*‖\\s*"));
        assertThat(English.sentences(String.join(" ", wanted))).isEqualTo(wanted);
    }

    @Test
    void theTitleIsSentenceZeroWithOffsetsOfItsOwn() {
        Article article = English.article("Meta shows Llama 3", "It is open source. So they say.");
        List<Sentence> sentences = English.sentences(article);
        assertThat(sentences).extracting(Sentence::number).containsExactly(0, 1, 2);
        assertThat(sentences.getFirst().kind()).isEqualTo(Sentence.Kind.TITLE);
        assertThat(sentences).extracting(s -> s.in(article))
                .containsExactly("Meta shows Llama 3", "It is open source.", "So they say.");
    }

    @Test
    void linesOfEveryLayoutAreToldApart() {
        Article article = English.article("", """
                What the licence says
                The licence has limits. They are long.
                - Llama 3 may be used by shops.
                1. Others must ask first.
                | Redis | AGPL |
                Is it open?""");
        assertThat(English.sentences(article)).extracting(s -> s.kind() + " " + s.paragraph() + " " + s.in(article)).containsExactly(
                "HEADING 1 What the licence says",
                "BODY 2 The licence has limits.",
                "BODY 2 They are long.",
                "LIST_ITEM 3 Llama 3 may be used by shops.",
                "LIST_ITEM 4 Others must ask first.",
                "TABLE_ROW 5 | Redis | AGPL |",
                "HEADING 6 Is it open?");
    }

    @Test
    void aTextOfBlankLinesHasNone() {
        assertThat(English.sentences("\n \n\t\n")).isEmpty();
    }

    @Test
    void aTitleAloneIsEnough() {
        assertThat(English.sentences(English.article("Llama 3 is out", ""))).singleElement()
                .extracting(Sentence::number).isEqualTo(0);
    }
}
