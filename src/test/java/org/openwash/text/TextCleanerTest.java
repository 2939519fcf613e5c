package org.openwash.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Article;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Format;
import org.openwash.domain.Metadata;
import org.openwash.domain.RawArticle;
import org.openwash.domain.UnreadableArticleException;

class TextCleanerTest {

    private static final String PARAGRAPH = "The model's weights can be copied by anybody who asks for them in writing, says"
            + " the institute, which has answered every letter since the autumn and means to go on doing so.";

    private final TextCleaner cleaner = new TextCleaner();

    private Article clean(Format format, byte[] bytes) throws UnreadableArticleException {
        return cleaner.clean(new RawArticle("a.txt", format, bytes, null, Metadata.UNKNOWN));
    }

    private Article clean(Format format, String text) throws UnreadableArticleException {
        return clean(format, text.getBytes(StandardCharsets.UTF_8));
    }

    @Nested
    class Encodings {

        @ParameterizedTest
        @CsvSource(nullValues = "-", textBlock = """
                # encoding,    mark,   note
                UTF-8,         -,      ''
                UTF-8,         EFBBBF, ''
                UTF-16LE,      FFFE,   ''
                UTF-16BE,      FEFF,   ''
                windows-1252,  -,      read as windows-1252: byte 4 is not UTF-8
                """)
        void aTextIsReadInItsEncoding(String charset, String mark, String note) throws UnreadableArticleException {
            byte[] words = "café – “open”".getBytes(Charset.forName(charset));
            byte[] head = mark == null ? new byte[0] : java.util.HexFormat.of().parseHex(mark);
            byte[] all = java.util.Arrays.copyOf(head, head.length + words.length);
            System.arraycopy(words, 0, all, head.length, words.length);
            Article article = clean(Format.TEXT, all);
            assertThat(article.text()).isEqualTo("café – “open”");
            assertThat(article.notes()).isEqualTo(note);
        }

        @ParameterizedTest
        @CsvSource(textBlock = """
                # declared,   written in,    note
                utf-8,        UTF-8,         ''
                iso-8859-1,   windows-1252,  ''
                windows-1251, windows-1251,  ''
                utf-8,        windows-1252,  read as windows-1252
                iso-8859-1,   UTF-8,         ''
                x-nonsense,   UTF-8,         'declares the encoding x-nonsense, which is not known: read as UTF-8'
                x-nonsense,   windows-1252,  'declares the encoding x-nonsense, which is not known; read as windows-1252'
                """)
        void aPageIsReadAsDeclaredUnlessItsBytesBelieIt(String declared, String written, String note)
                throws UnreadableArticleException {
            String word = written.equals("windows-1251") ? "Открытый" : "Café";
            String page = "<html><head><meta charset=" + declared + "></head><body><article><p>" + word + " "
                    + PARAGRAPH + "</p><p>"
                    + PARAGRAPH + "</p></article></body></html>";
            Article article = clean(Format.HTML, page.getBytes(Charset.forName(written)));
            assertThat(article.text()).startsWith(word);
            assertThat(article.notes()).startsWith(note);
        }

        @Test
        void aFewBrokenBytesDoNotTurnAPageIntoGibberish() throws UnreadableArticleException {
            byte[] bytes = "Öffentliche Ämter über süße Äpfel für größere Bäume und Hügel?"
                    .getBytes(StandardCharsets.UTF_8);
            bytes[bytes.length - 1] = (byte) 0xFF;
            Article article = clean(Format.TEXT, bytes);
            assertThat(article.text()).startsWith("Öffentliche Ämter");
            assertThat(article.notes()).startsWith("broken UTF-8, read past: byte " + bytes.length);
        }

        @Test
        void anEncodingThatNobodyKnowsIsRefusedWithItsPlace() {
            assertThatThrownBy(() -> clean(Format.TEXT, new byte[] {'a', 'b', (byte) 0x81, 'c', (byte) 0x8D}))
                    .isInstanceOfSatisfying(UnreadableArticleException.class, e -> {
                        assertThat(e.reason()).startsWith("text in an unknown encoding (byte 3");
                        assertThat(e.place()).isEqualTo("byte 3");
                    });
        }
    }

    @Test
    void charactersAndSpacesAreMadeAlike() throws UnreadableArticleException {
        Article article = clean(Format.TEXT,
                "\uFEFFopen\u00ADsource  is\u00A0a\tterm\u200B\r\n\r\n\r\n  • one\r  cafe\u0301\u0000\u2028two  \n\n");
        assertThat(article.text()).isEqualTo("opensource is a term\n- one\ncafé\ntwo");
    }

    @Test
    void aLoneSurrogateDoesNotReachTheReports() throws UnreadableArticleException {
        assertThat(clean(Format.HTML, "<article><p>" + PARAGRAPH + PARAGRAPH + "&#xD800; x").text())
                .doesNotMatch("(?s).*\\p{Cs}.*");
    }

    @Test
    void wrappedLinesAreJoinedAndDialogueIsNot() throws UnreadableArticleException {
        assertThat(clean(Format.TEXT, """
                The library said on Friday that its new catalogue would be
                published under a free licence, and that the code behind it
                would follow.

                ann: is it out?
                bo: not yet
                """).text()).isEqualTo("The library said on Friday that its new catalogue would be published under a free"
                + " licence, and that the code behind it would follow.\nann: is it out?\nbo: not yet");
    }

    @Nested
    class Titles {

        @Test
        void aShortFirstLineBeforeParagraphsIsTheTitleOfAText() throws UnreadableArticleException {
            Article article = clean(Format.TEXT, "Institute opens its drawers\n\n" + PARAGRAPH);
            assertThat(article.title()).isEqualTo("Institute opens its drawers");
            assertThat(article.text()).isEqualTo(PARAGRAPH);
        }

        @Test
        void aFirstSentenceIsNoTitle() throws UnreadableArticleException {
            Article article = clean(Format.TEXT, "It rained.\n\n" + PARAGRAPH);
            assertThat(article.title()).isEmpty();
            assertThat(article.text()).startsWith("It rained.");
        }

        @Test
        void aTitleIsNotReadAgainInTheBody() throws UnreadableArticleException {
            Article article = clean(Format.MARKDOWN, "---\ntitle: The \"open\" drawer\n---\n# The “Open” Drawer\n\n"
                    + PARAGRAPH);
            assertThat(article.title()).isEqualTo("The \"open\" drawer");
            assertThat(article.text()).isEqualTo(PARAGRAPH);
        }

        @Test
        void anArticleMayBeATitleAlone() throws UnreadableArticleException {
            assertThat(clean(Format.MARKDOWN, "---\ntitle: Only this\n---\n").title()).isEqualTo("Only this");
        }
    }

    @Nested
    class WhatIsKnown {

        private final Metadata given = new Metadata("https://Example.org/a/?utm_source=x", "Given", null, null, null,
                DateBasis.NONE);
        private final Metadata lacking = new Metadata(null, "Lacking", "Lacking title", "L", LocalDate.of(2024, 1, 1),
                DateBasis.METADATA);

        @Test
        void theContainerOutweighsTheTextAndTheTextTheMetadataFile() throws UnreadableArticleException {
            Article article = cleaner.clean(new RawArticle("a.md", Format.MARKDOWN,
                    ("---\ntitle: Own\noutlet: Own outlet\ndate: 2023-05-06\n---\n" + PARAGRAPH)
                            .getBytes(StandardCharsets.UTF_8),
                    null, given, lacking, "found so"));
            assertThat(article.id()).isEqualTo("https://example.org/a");
            assertThat(article.metadata().outlet()).isEqualTo("Given");
            assertThat(article.title()).isEqualTo("Own");
            assertThat(article.published()).isEqualTo(LocalDate.of(2023, 5, 6));
            assertThat(article.metadata().publishedBasis()).isEqualTo(DateBasis.FRONT_MATTER);
            assertThat(article.metadata().author()).isEqualTo("L");
            assertThat(article.notes()).isEqualTo("found so");
            assertThat(article.language()).isEqualTo("und");
        }

        @Test
        void theMetadataFileFillsGaps() throws UnreadableArticleException {
            Article article = cleaner.clean(new RawArticle("a.txt", Format.TEXT, PARAGRAPH
                    .getBytes(StandardCharsets.UTF_8),
                    null, Metadata.UNKNOWN, lacking, ""));
            assertThat(article.id()).isEqualTo("a.txt");
            assertThat(article.title()).isEqualTo("Lacking title");
            assertThat(article.metadata().publishedBasis()).isEqualTo(DateBasis.METADATA);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TEXT     | ' \\n\\t\\n'                                                     | no text
            MARKDOWN | '<!-- nothing -->'                                               | no text
            HTML     | '<html><body><div id=app></div><script>go()</script></body></html>' | no article text found
            HTML     | '<p>'                                                             | no article text found
            """)
    void whatHoldsNoWordIsUnreadable(Format format, String text, String reason) {
        assertThatThrownBy(() -> clean(format, text.replace("\\n", "\n").replace("\\t", "\t")))
                .isInstanceOfSatisfying(UnreadableArticleException.class, e -> assertThat(e.reason())
                        .isEqualTo(reason));
    }

    @Test
    @Timeout(20)
    void nestingWithoutEndIsSurvived() throws UnreadableArticleException {
        String page = "<div>".repeat(200_000) + "<p>" + PARAGRAPH + PARAGRAPH;
        assertThat(clean(Format.HTML, page).text()).contains(PARAGRAPH);
    }

    @Test
    @Timeout(20)
    void longLinesOfMarksAreReadInGoodTime() throws UnreadableArticleException {
        String marks = "*_[`(<!".repeat(30_000);
        assertThat(clean(Format.MARKDOWN, PARAGRAPH + "\n\n" + marks).text()).startsWith(PARAGRAPH);
    }

    @Test
    void aDateAfterTheRunsDayIsRefusedWhereverItStands() throws UnreadableArticleException {
        var given = new Metadata(null, null, null, null, LocalDate.of(2031, 1, 1), DateBasis.RECORD);
        Article article = new TextCleaner(LocalDate.of(2026, 1, 1)).clean(new RawArticle("a.txt", Format.TEXT,
                PARAGRAPH.getBytes(StandardCharsets.UTF_8), null, given));
        assertThat(article.published()).isNull();
        assertThat(article.notes()).isEqualTo("date refused, it lies after 2026-01-01: 2031-01-01");
    }

    @Nested
    class Explained {

        @Test
        void everyLineOfAPageIsKeptOrSaysWhyNot() throws UnreadableArticleException {
            Reading reading = cleaner.explain(new RawArticle("a.html", Format.HTML, ("<html><body><nav>Menu of the page</nav>"
                    + "<article><h1>A title of some words</h1><p>" + PARAGRAPH + "</p><p>" + PARAGRAPH + " Again.</p>"
                    + "<div class=related-posts><p>Something else</p></div><p>Share this on Mastodon</p></article>"
                    + "<div>Beside it</div></body></html>").getBytes(StandardCharsets.UTF_8), null, Metadata.UNKNOWN));
            assertThat(reading.lines()).containsExactly(
                    new Line("Menu of the page", "html-drop: nav"),
                    new Line("A title of some words", "heading before the text"),
                    new Line(PARAGRAPH, null),
                    new Line(PARAGRAPH + " Again.", null),
                    new Line("Something else", "html-names: around related"),
                    new Line("Share this on Mastodon", reading.lines().get(5).dropped()),
                    new Line("Beside it", "outside the article's block"));
            assertThat(reading.lines().get(5).dropped()).startsWith("boilerplate-lines, line ");
            assertThat(reading.remarks()).contains("article: html-containers: article, step strict");
        }

        @Test
        void theTextIsTheSameAsWithoutExplaining() throws UnreadableArticleException {
            var raw = new RawArticle("a.txt", Format.TEXT, ("A title of some words\n\n" + PARAGRAPH + "\n\nRelated posts\n\nOne\n\nTwo")
                    .getBytes(StandardCharsets.UTF_8), null, Metadata.UNKNOWN);
            assertThat(cleaner.explain(raw).article()).contains(cleaner.clean(raw));
        }
    }
}
