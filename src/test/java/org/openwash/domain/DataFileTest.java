package org.openwash.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DataFileTest {

    @Test
    void commentsAndEmptyLinesAreSkippedAndLinesKeepTheirNumbers() {
        assertThat(DataFile.rows("data/whole.tsv", 2)).containsExactly(
                new DataFile.Row("data/whole.tsv", 3, List.of("name", "meaning")),
                new DataFile.Row("data/whole.tsv", 4, List.of("a", "b")));
    }

    @Test
    void headerIsLeftOut() {
        assertThat(DataFile.rowsBelowHeader("data/whole.tsv", 2)).extracting(row -> row.cell(0)).containsExactly("a");
    }

    @Test
    void rowWithTooFewCellsIsNamedWithFileAndLine() {
        assertThatThrownBy(() -> DataFile.rows("data/torn.tsv", 2))
                .isInstanceOf(SetupException.class)
                .hasMessage("data/torn.tsv line 5: 2 cells expected, 1 found. Separate them with tabs.");
    }

    @Test
    void missingFileIsNamed() {
        assertThatThrownBy(() -> DataFile.rows("data/none.tsv", 2))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("data/none.tsv");
    }
}
