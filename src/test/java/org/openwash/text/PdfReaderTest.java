package org.openwash.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.domain.Article;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Format;
import org.openwash.domain.Metadata;
import org.openwash.domain.RawArticle;
import org.openwash.domain.UnreadableArticleException;
import org.openwash.testing.PdfSample;

class PdfReaderTest {

    private static final String COUNCIL = "The council of Bramble Quay met on Tuesday and spoke about its archive, which"
            + " a clerk has kept for forty years in three rooms above the harbour. Nobody had asked for it before the"
            + " spring. Now there are letters from four universities, and each wants the whole of it.";
    private static final String LICENCE = "The institute says that its model is open source. Its licence forbids any"
            + " use by firms with more than a hundred workers, and the data behind it is kept under lock, as two of the"
            + " letters remark. The clerk has read them all and keeps them in a drawer of their own.";

    private final TextCleaner cleaner = new TextCleaner();

    private Article clean(byte[] pdf) throws UnreadableArticleException {
        return cleaner.clean(new RawArticle("a.pdf", Format.PDF, pdf, null, Metadata.UNKNOWN));
    }

    private Article clean(PdfSample sample) throws UnreadableArticleException {
        return clean(sample.bytes());
    }

    @Test
    void linesBecomeParagraphsAndTheLargestTypeTheTitle() throws UnreadableArticleException {
        Article article = clean(PdfSample.article("An archive above the harbour", List.of(COUNCIL, LICENCE)));
        assertThat(article.title()).isEqualTo("An archive above the harbour");
        assertThat(article.text()).isEqualTo(COUNCIL + "\n" + LICENCE);
        assertThat(article.metadata().url()).isNull();
        assertThat(article.metadata().outlet()).isNull();
        assertThat(article.published()).isNull();
        assertThat(article.notes()).isEmpty();
    }

    @Nested
    class Columns {

        private final List<String> left = PdfSample.wrapped(COUNCIL, 40);
        private final List<String> right = PdfSample.wrapped(LICENCE, 40);

        @Test
        void columnsAreReadOneAfterTheOther() throws UnreadableArticleException {
            Article article = clean(new PdfSample().column(72, 100, left).column(310, 100, right).page());
            assertThat(article.text()).isEqualTo(COUNCIL + "\n" + LICENCE);
        }

        @Test
        void alsoWhereTheFileDrawsThemLineByLineAcrossThePage() throws UnreadableArticleException {
            var sample = new PdfSample().at(72, 60, 20, "A headline that spans both of the columns below it");
            for (int i = 0; i < left.size(); i++) {
                sample.at(72, 100 + 12 * i, 10, left.get(i));
                if (i < right.size()) {
                    sample.at(310, 100 + 12 * i, 10, right.get(i));
                }
            }
            Article article = clean(sample.page());
            assertThat(article.title()).isEqualTo("A headline that spans both of the columns below it");
            assertThat(article.text()).isEqualTo(COUNCIL + "\n" + LICENCE);
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3})
        void alsoWhereTheFileDrawsTheLinesInNoOrder(long seed) throws UnreadableArticleException {
            record Line(float x, float y, String text) {}
            var lines = new ArrayList<Line>();
            for (int i = 0; i < left.size(); i++) {
                lines.add(new Line(72, 100 + 12 * i, left.get(i)));
            }
            for (int i = 0; i < right.size(); i++) {
                lines.add(new Line(310, 100 + 12 * i, right.get(i)));
            }
            Collections.shuffle(lines, new Random(seed));
            var sample = new PdfSample();
            lines.forEach(l -> sample.at(l.x, l.y, 10, l.text));
            assertThat(clean(sample.page()).text()).isEqualTo(COUNCIL + "\n" + LICENCE);
        }

        @Test
        void aParagraphRunsOnFromColumnToColumnAndPageToPage() throws UnreadableArticleException {
            List<String> all = PdfSample.wrapped(COUNCIL + " " + LICENCE, 40);
            var sample = new PdfSample()
                    .column(72, 100, all.subList(0, 5))
                    .column(310, 100, all.subList(5, 10))
                    .page()
                    .column(72, 100, all.subList(10, all.size()))
                    .page();
            assertThat(clean(sample).text()).isEqualTo(COUNCIL + " " + LICENCE);
        }

        @Test
        void theRowsOfATableStayTogether() throws UnreadableArticleException {
            var sample = new PdfSample().column(72, 72, PdfSample.wrapped(COUNCIL, 85));
            for (int row = 0; row < 6; row++) {
                float y = 150 + 12 * row;
                sample.at(72, y, 10, "Olm " + row).at(200, y, 10, "community licence").at(350, y, 10, "weights");
            }
            assertThat(clean(sample.page()).text().lines()).hasSize(7).contains("| Olm 3 | community licence | weights |");
        }
    }

    @Nested
    class Margins {

        @Test
        void runningLinesAndPageNumbersAreDropped() throws UnreadableArticleException {
            var sample = new PdfSample();
            for (int page = 1; page <= 4; page++) {
                sample.at(72, 40, 9, page % 2 == 0 ? "The Quay Gazette " + page : "Open archives in harbours")
                        .column(72, 100, PdfSample.wrapped(COUNCIL + " " + LICENCE, 60 + 7 * page))
                        .at(290, 800, 9, "Page " + page + " of 4")
                        .page();
            }
            assertThat(clean(sample).text().lines()).hasSize(4).allMatch(line -> line.equals(COUNCIL + " " + LICENCE));
        }

        @Test
        void aPageThatRepeatsAnotherIsLeftAsItIs() throws UnreadableArticleException {
            var sample = new PdfSample();
            for (int page = 1; page <= 3; page++) {
                sample.column(72, 100, PdfSample.wrapped(COUNCIL, 85)).at(72, 200 + 90 * page, 10, "It is open source.").page();
            }
            assertThat(clean(sample).text().lines().filter("It is open source."::equals)).hasSize(3);
        }

        @Test
        void notesFollowTheParagraphThatRunsOnAboveThem() throws UnreadableArticleException {
            List<String> lines = PdfSample.wrapped(LICENCE, 60);
            var sample = new PdfSample()
                    .column(72, 100, PdfSample.wrapped(COUNCIL, 85))
                    .column(72, 170, lines.subList(0, 2))
                    .at(72, 700, 7, "1 The licence is that of the spring, which nobody has seen since.")
                    .page()
                    .column(72, 100, lines.subList(2, lines.size()))
                    .page();
            assertThat(clean(sample).text()).isEqualTo(
                    COUNCIL + "\n" + LICENCE + "\n1 The licence is that of the spring, which nobody has seen since.");
        }

        @Test
        void theMarkOfANoteIsNoPartOfTheWordBeforeIt() throws UnreadableArticleException {
            var sample = new PdfSample().column(72, 100, PdfSample.wrapped(COUNCIL, 85))
                    .at(72, 200, 10, "The clerk tried Olm 2").at(162, 196, 6, "17")
                    .at(172, 200, 10, " in spring, and Olm 3 in autumn, when it was said to be open.");
            assertThat(clean(sample.page()).text()).contains("tried Olm 2 in spring, and Olm 3 in autumn");
        }
    }

    @ParameterizedTest(name = "{0} + {1} with {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # line ends | next begins  | also written     | read as
            open-       | source model | -                | open-source model
            infor-      | mation       | -                | information
            archi-      | tecture      | an architecture. | architecture
            re-         | sign         | to re-sign it    | re-sign
            GPT-        | 4 model      | -                | GPT-4 model
            Anglo-      | Saxon law    | -                | Anglo-Saxon law
            AGPL-       | covered code | -                | AGPL-covered code
            royalty-    | free use     | -                | royalty-free use
            soft­  | ware         | -                | software
            word—       | and more     | -                | word—and more
            plain       | words        | -                | plain words
            """)
    void aWordBrokenAtTheEndOfALineIsMended(String end, String begin, String elsewhere, String read) {
        var hyphens = new Hyphens(Hyphens.Compounds.load(), List.of("it is " + elsewhere + " here"));
        var line = new StringBuilder("the " + end);
        line.append(hyphens.join(line, begin));
        assertThat(line).hasToString("the " + read);
    }

    @Nested
    class WhatItSaysOfItself {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
            # title in the information             | title of the article
            An archive for four universities       | An archive for four universities
            Microsoft Word - archive_final2.doc    | An archive above the harbour
            archive.indd                           | An archive above the harbour
            Untitled-1                             | An archive above the harbour
            untitled                               | An archive above the harbour
            C:\\texts\\archive                     | An archive above the harbour
            archive_final_v2                       | An archive above the harbour
            Harbour                                | Harbour
            Gazette                                | An archive above the harbour
            """)
        void aTitleIsTakenIfItLooksLikeOne(String said, String title) throws UnreadableArticleException {
            var sample = new PdfSample().at(72, 60, 18, "An archive above the harbour")
                    .column(72, 100, PdfSample.wrapped(COUNCIL, 85)).page().said(said, "admin", null);
            Article article = clean(sample);
            assertThat(article.title()).isEqualTo(title);
            assertThat(article.metadata().author()).isNull();
        }

        @ParameterizedTest
        @CsvSource(delimiter = ';', textBlock = """
            # printed                                   ; day        ; basis
            Published on 3 May 2024                     ; 2024-05-03 ; PRINTED
            Bramble Quay, May 3, 2024 | No. 7         ; 2024-05-03 ; PRINTED
            Friday, 3 May 2024                        ; 2024-05-03 ; PRINTED
            2024-05-03                                  ; 2024-05-03 ; PRINTED
            The council met on 3 May 2024               ; 2024-06-01 ; DOCUMENT
            3 May 2024 was a day of rain and wind       ; 2024-06-01 ; DOCUMENT
            03/05/2024                                  ; 2024-06-01 ; DOCUMENT
            """)
        void theDayPrintedOnTheFirstPageOutweighsThatOfTheFile(String line, LocalDate day, DateBasis basis)
                throws UnreadableArticleException {
            var sample = new PdfSample().at(72, 60, 10, line).column(72, 100, PdfSample.wrapped(COUNCIL, 85)).page()
                    .said(null, "Ada Quill", LocalDate.of(2024, 6, 1));
            Metadata metadata = clean(sample).metadata();
            assertThat(metadata.published()).isEqualTo(day);
            assertThat(metadata.publishedBasis()).isEqualTo(basis);
            assertThat(metadata.author()).isEqualTo("Ada Quill");
        }

        @Test
        void twoDaysAreNone() throws UnreadableArticleException {
            var sample = new PdfSample().at(72, 60, 10, "3 May 2024").at(72, 75, 10, "5 May 2024")
                    .column(72, 100, PdfSample.wrapped(COUNCIL, 85)).page();
            assertThat(clean(sample).published()).isNull();
        }
    }

    @Test
    void aTurnedPageIsReadUpright() throws UnreadableArticleException {
        var sample = new PdfSample().turned(90).column(72, 100, PdfSample.wrapped(COUNCIL, 85)).page();
        assertThat(clean(sample).text()).isEqualTo(COUNCIL);
    }

    @Test
    void whatIsEncryptedWithoutAPasswordIsRead() throws UnreadableArticleException {
        var sample = new PdfSample().column(72, 100, PdfSample.wrapped(COUNCIL, 85)).page();
        assertThat(clean(sample.encrypted("")).text()).isEqualTo(COUNCIL);
    }

    @Nested
    class Unreadable {

        private static final String PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
        private static final String CATALOGUE = "<< /Type /Catalog /Pages 2 0 R >>";

        private void assertReason(byte[] pdf, String reason) {
            assertThatThrownBy(() -> clean(pdf)).isInstanceOfSatisfying(UnreadableArticleException.class,
                    e -> assertThat(e.reason()).matches(reason));
        }

        @Test
        void whatTakesAPasswordIsEncrypted() {
            assertReason(new PdfSample().column(72, 100, COUNCIL).page().encrypted("secret").bytes(), "encrypted PDF");
        }

        @Test
        void soIsWhatTakesAKey() {
            byte[] file = PdfSample.byHand(List.of(CATALOGUE, PAGES, "<< /Type /Page /Parent 2 0 R >>",
                    "<< /Filter /Adobe.PubSec /SubFilter /adbe.pkcs7.s4 /V 1 /Length 128 /Recipients [(a)] >>"));
            String encrypted = new String(file, StandardCharsets.ISO_8859_1).replace("/Root 1 0 R", "/Root 1 0 R /Encrypt 4 0 R");
            assertReason(encrypted.getBytes(StandardCharsets.ISO_8859_1), "encrypted PDF");
        }

        @Test
        void pagesWithoutTextMayBeScanned() {
            assertReason(new PdfSample().page().page().bytes(), "a PDF without text \\(scanned pages\\?\\)");
        }

        @Test
        void aPageThatCannotBeReadIsLeftOutAndNoted() throws UnreadableArticleException {
            byte[] pdf = PdfSample.byHand(List.of(CATALOGUE, "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 >>",
                    "<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>", "<< /Type /Page /Parent 2 0 R /Contents 7 0 R >>",
                    "<< /Type /Page /Parent 2 0 R >>", PdfSample.packedBlanks(20 << 20),
                    PdfSample.packed("BT /F1 10 Tf 72 700 Td (Olm is open source) Tj ET", 0)));
            Article article = clean(pdf);
            assertThat(article.text()).isEqualTo("Olm is open source");
            assertThat(article.notes())
                    .isEqualTo("left out page 1: a part unpacks to more than 16 MB; 1 of 3 pages without text");
        }

        @Test
        void aFileCutShortIsDamaged() {
            assertReason("%PDF-1.7".getBytes(), "damaged PDF file: .+");
        }

        @Test
        void aPageWithoutResourcesIsReadInPlainLetters() throws UnreadableArticleException {
            assertThat(clean(PdfSample.byHand(List.of(CATALOGUE, PAGES, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
                    PdfSample.packed("BT /F1 10 Tf 72 700 Td (Olm is open source) Tj ET", 0)))).text())
                    .isEqualTo("Olm is open source");
        }

        @Test
        void aPageThatIsItsOwnParentIsNoTrap() {
            assertReason(PdfSample.byHand(List.of(CATALOGUE, "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 2 >>",
                    "<< /Type /Pages /Parent 3 0 R /Kids [2 0 R 3 0 R] /Count 1 >>")), "a PDF without text .*|damaged PDF file: .*");
        }

        @Test
        void aTreeOfPagesWithoutEndIsNoTrap() {
            var objects = new ArrayList<>(List.of(CATALOGUE));
            for (int i = 2; i < 20_000; i++) {
                objects.add("<< /Type /Pages /Parent " + (i - 1) + " 0 R /Kids [" + (i + 1) + " 0 R] /Count 1 >>");
            }
            objects.add("<< /Type /Page /Parent 19999 0 R >>");
            assertReason(PdfSample.byHand(objects), ".*nested more than 100 deep|damaged PDF file: nested too deeply");
        }

        @Test
        void aContentThatUnpacksOutOfAllProportionIsLeftAlone() {
            assertReason(PdfSample.byHand(List.of(CATALOGUE, PAGES, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
                    PdfSample.packedBlanks(100 << 20))), "damaged PDF file: page 1: a part unpacks to more than 16 MB");
        }

        @ParameterizedTest
        @CsvSource(delimiter = ';', textBlock = """
                '[] '         ; 650000
                '['           ; 1900000
                '<</A 1>> '   ; 200000
                '[] '         ; 8000000
                """)
        void aStreamOfObjectsWithoutEndIsLeftAlone(String unit, int times) {
            assertReason(PdfSample.withObjectStream(unit.repeat(times)), "damaged PDF file: .*|a PDF out of all proportion: .*"
                    + "|a PDF without text .*");
        }

        @ParameterizedTest
        @CsvSource(delimiter = ';', textBlock = """
                [       ; damaged PDF file: .*
                []      ; a PDF out of all proportion: more than 500000 objects
                <</A    ; damaged PDF file: .*
                <</A()>>; a PDF out of all proportion: more than 500000 objects
                3 0 R   ; a PDF out of all proportion: more than 500000 objects
                (       ; a PDF without text .*
                """)
        void anObjectWithoutEndIsLeftAlone(String unit, String reason) {
            String kids = "<< /Type /Pages /Kids [3 0 R " + (unit + " ").repeat((4 << 20) / unit.length()) + "] /Count 1 >>";
            assertReason(PdfSample.byHand(List.of(CATALOGUE, kids, "<< /Type /Page /Parent 2 0 R >>")), reason);
        }

        @ParameterizedTest
        @CsvSource(delimiter = ';', textBlock = """
                '0 '        ; more than 50000 operands in a row
                '(a)'       ; more than 50000 operands in a row
                '[]'        ; more than 50000 operands in a row
                '<</a 1>>'  ; more than 50000 operands in a row
                '/a BMC '   ; more than 200000 marks on a page
                'q '        ; drawing nested more than 1000 deep
                """)
        void aContentOfMillionsOfPartsIsLeftAlone(String unit, String reason) {
            assertReason(PdfSample.byHand(List.of(CATALOGUE, PAGES, "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
                    PdfSample.packed(unit.repeat((15 << 20) / unit.length()), 0))), "damaged PDF file: page 1: " + reason);
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 2, 3, 4, 5, 6})
        @Timeout(120)
        void damageAnywhereHasAnOutcome(long seed) {
            var random = new Random(seed);
            List<byte[]> good = List.of(
                    new PdfSample().column(72, 100, PdfSample.wrapped(COUNCIL, 85)).page().said("A title here", "A", null).bytes(),
                    new PdfSample().column(72, 100, PdfSample.wrapped(COUNCIL, 85)).page().encrypted("").bytes());
            for (int round = 0; round < 60; round++) {
                byte[] bytes = good.get(round % good.size()).clone();
                for (int i = 0; i <= random.nextInt(20); i++) {
                    int at = random.nextInt(bytes.length);
                    switch (random.nextInt(3)) {
                        case 0 -> bytes[at] = (byte) random.nextInt(256);
                        case 1 -> bytes[at] = (byte) "0123456789<>[]()/ R".charAt(random.nextInt(19));
                        default -> bytes = random.nextInt(20) == 0 ? Arrays.copyOf(bytes, Math.max(20, at)) : bytes;
                    }
                }
                try {
                    assertThat(clean(bytes).text()).doesNotContain("\n\n");
                } catch (UnreadableArticleException e) {
                    assertThat(e.reason()).matches(
                            "(damaged PDF file|a PDF out of all proportion|a PDF without|a PDF whose|encrypted PDF|no text).*");
                }
            }
        }
    }
}
