package org.openwash.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
            # text        , cell
            =1+1          , '=1+1
            +1            , '+1
            -1            , '-1
            @SUM(A1)      , '@SUM(A1)
            `\t=1`        , `'\t=1`
            `\r=1`        , `'\r=1`
            '=1+1         , ''=1+1
            ''=1          , '''=1
            'tis so       , 'tis so
            '             , '
            ''            , ''
            1=1           , 1=1
            ``            , ``
            ` =1`         , ` =1`
            """)
    void formulasAreMadeInertAndCanBeReadBack(String text, String cell) {
        assertThat(Cells.inert(text)).isEqualTo(cell);
        assertThat(Cells.original(cell)).isEqualTo(text);
    }

    @Test
    void everyShortTextOfTrickySignsIsReadBackAndNoneRuns() {
        List<String> texts = new ArrayList<>(List.of(""));
        for (int i = 0; texts.get(i).length() < 4; i++) {
            for (char c : "'=-\t\ra".toCharArray()) {
                texts.add(texts.get(i) + c);
            }
        }
        assertThat(texts).hasSize(1 + 6 + 36 + 216 + 1296).allSatisfy(text -> {
            assertThat(Cells.original(Cells.inert(text))).isEqualTo(text);
            assertThat(Cells.inert(text)).doesNotContainPattern("^[=+\\-@\t\r]");
        });
        assertThat(texts.stream().map(Cells::inert)).doesNotHaveDuplicates();
    }

    @Test
    void whatAFileCannotHoldIsReplaced() {
        assertThat(Cells.cell("a\u0000b\uD83D c\uDE42 \uD83D\uDE42")).isEqualTo("a\uFFFDb\uFFFD c\uFFFD \uD83D\uDE42");
        assertThat(Cells.cell(List.of("a;b", "c"))).isEqualTo("a%3Bb;c");
    }

    @Test
    void cellsWithQuotesAndLineEndsComeBackFromTheFile() throws IOException {
        Table<String> table = new Table<String>("t.csv", "", List.of(
                new Column<String>("x", Column.Type.TEXT, "", text -> text),
                new Column<String>("y", Column.Type.TEXT, "", text -> "y")), Comparator.naturalOrder());
        List<String> texts = List.of("a,b", "say \"no\"", "two\nlines", "two\r\nlines", "\r", "", " pad ", "007", "#x", "\\N", "日本 שלום");
        StringBuilder csv = new StringBuilder();
        TableWriter.csv(table, texts, csv);
        assertThat(csv).startsWith("x,y\n");
        List<CSVRecord> read = CSVFormat.RFC4180.parse(new StringReader(csv.toString())).getRecords();
        assertThat(read.stream().skip(1).map(r -> Cells.original(r.get(0)))).containsExactlyElementsOf(texts);
        assertThat(read).allSatisfy(r -> assertThat(r.size()).isEqualTo(2));
    }
}
