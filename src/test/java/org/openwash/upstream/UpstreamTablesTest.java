package org.openwash.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openwash.domain.DataFile;
import org.openwash.facts.FactBook;

/// The tables of this package speak of rows that the built-in base has.
class UpstreamTablesTest {

    private static final FactBook BOOK = FactBook.load(null);

    @Test
    void everyLicenceThatAnUpstreamsWordingMeansIsOurs() {
        assertThat(LicenceWords.load().ids()).isNotEmpty().allSatisfy(id -> assertThat(BOOK.licence(id)).as(id).isPresent());
    }

    @Test
    void everyMakerThatAnUpstreamsWordingMeansIsOurs() {
        List<DataFile.Row> rows = DataFile.rows("upstream/makers.tsv", 2);

        assertThat(rows).isNotEmpty().allSatisfy(
                row -> assertThat(BOOK.catalogue().organisation(row.cell(1))).as(row.cell(1)).isPresent());
    }

    @Test
    void theLicenceOfARowWhoseLicenceNobodyHasSeenIsOurs() {
        assertThat(BOOK.licence("LicenseRef-unknown")).isPresent();
    }
}
