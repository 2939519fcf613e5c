package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openwash.index.Fields;
import org.openwash.report.Tables;

class SearchableColumnsTest {

    @Test
    void everyColumnOfClaimsCsvCanBeSearched() {
        assertThat(Fields.all()).extracting(Fields.Field::name).containsAll(Tables.CLAIMS.names()).doesNotHaveDuplicates();
    }
}
