package org.openwash.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.DateBasis;
import org.openwash.domain.UnreadableArticleException;

class MarkdownReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '¦', textBlock = """
            # markdown                                         ¦ read
            Llama is **not** open.                             ¦ Llama is not open.
            It _was_ open, *it* really `was`.                  ¦ It was open, it really was.
            ***Very*** ~~open~~ closed                         ¦ Very open closed
            Set snake_case_name and 2 * 3 * 4.                 ¦ Set snake_case_name and 2 * 3 * 4.
            See [the licence](https://example.org/a_(b)) now.  ¦ See the licence now.
            See [the licence][l] now.                          ¦ See [the licence][l] now.
            Images made with [dev] are free.                   ¦ Images made with [dev] are free.
            A note.[^1]                                        ¦ A note.
            ![a chart](chart.png)Words                         ¦ Words
            > Quoted words                                     ¦ Quoted words
            ## A heading ##                                    ¦ A heading
            * an item                                          ¦ - an item
            3. an item                                         ¦ - an item
            - [x] a done thing                                 ¦ - a done thing
            A&amp;B under the MIT&nbsp;License                 ¦ A&B under the MIT\u00A0License
            A <b>bold</b> word                                 ¦ A  bold  word
            \\*not emphasis\\*                                 ¦ *not emphasis*
            | a | b |                                          ¦ | a | b |
            """)
    void takesTheMarksOff(String markdown, String read) throws UnreadableArticleException {
        assertThat(MarkdownReader.read("x\n\n" + markdown).texts()).contains(read.replace("\\u00A0", "\u00A0"));
    }

    @Test
    void dropsCommentsCodeAndLinkTargets() throws UnreadableArticleException {
        assertThat(MarkdownReader.read("""
                One.
                <!-- a comment
                over lines -->
                ```python
                is_open = True
                ```
                Two [words][w].

                [w]: https://example.org
                """).texts()).filteredOn(l -> !l.isBlank()).containsExactly("One.", "Two words.");
    }

    @Test
    void aFenceThatIsNeverClosedCostsNoText() throws UnreadableArticleException {
        assertThat(MarkdownReader.read("One.\n```\nTwo.").texts()).contains("One.", "Two.");
    }

    @Test
    void readsFrontMatter() throws UnreadableArticleException {
        Draft draft = MarkdownReader.read("""
                ---
                title: "A \\"quoted\\" title"
                outlet: The Tidings
                date: 2024-02-03
                author: [Ann Ebb, Bo Flood]
                url: https://example.org/a
                kind: news
                ---
                Text.
                """);
        assertThat(draft.metadata().title()).isEqualTo("A \"quoted\" title");
        assertThat(draft.metadata().author()).isEqualTo("Ann Ebb; Bo Flood");
        assertThat(draft.metadata().published()).isEqualTo(LocalDate.of(2024, 2, 3));
        assertThat(draft.metadata().publishedBasis()).isEqualTo(DateBasis.FRONT_MATTER);
        assertThat(draft.texts()).filteredOn(l -> !l.isBlank()).containsExactly("Text.");
    }

    @Test
    void anUnreadableDateCostsOnlyTheDate() throws UnreadableArticleException {
        Draft draft = MarkdownReader.read("---\ntitle: T\ndate: next Tuesday\n---\nText.");
        assertThat(draft.metadata().published()).isNull();
        assertThat(draft.note()).isEqualTo("date not understood: next Tuesday");
    }

    @Test
    void aRuleAtTheTopIsNoFrontMatter() throws UnreadableArticleException {
        assertThat(MarkdownReader.read("---\n\nText.").texts()).contains("Text.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ---\\ntitle: T\\nlist: [a, b\\n---\\nText | bad YAML in the front matter | line
            ---\\ntitle: T\\nText without an end     | no closing ---                | line 1
            """)
    void brokenFrontMatterNamesTheLine(String text, String reason, String place) {
        assertThatThrownBy(() -> MarkdownReader.read(text.replace("\\n", "\n")))
                .isInstanceOfSatisfying(UnreadableArticleException.class, e -> {
                    assertThat(e.reason()).contains(reason);
                    assertThat(e.place()).startsWith(place);
                });
    }

    @Test
    void theFirstHeadingIsTheTitle() throws UnreadableArticleException {
        assertThat(MarkdownReader.read("# The title\n\nText.").title()).contains("The title");
        assertThat(MarkdownReader.read("Text.\n\n# Not the title").title()).isEmpty();
        assertThat(List.of(MarkdownReader.read("## A section\n\nText.").title()))
                .containsExactly(java.util.Optional.empty());
    }
}
