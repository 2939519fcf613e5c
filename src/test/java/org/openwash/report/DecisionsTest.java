package org.openwash.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.SetupException;

class DecisionsTest {

    @TempDir
    Path folder;

    @Test
    void aMissingFileHoldsNoDecisions() throws IOException {
        assertThat(Decisions.read(folder.resolve("none.csv")).on("c1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # file, lines separated by /                                 | said of it
            claim_id,verdict/c1,accepted                                 | line 1: the header
            claim_id,decision/c1,accepted/c2                             | line 3: it has 1 cells
            claim_id,decision/c1,accepted/c2,rejected,extra              | line 3: it has 3 cells
            claim_id,decision/c1,accepted/,rejected                      | line 3
            claim_id,decision/c1,"accepted                               | line 2
            claim_id,claim_id                                            | line
            """)
    void aBrokenLineIsNamed(String lines, String said) throws IOException {
        Path file = Files.writeString(folder.resolve("decisions.csv"), lines.replace('/', '\n'));
        assertThatThrownBy(() -> Decisions.read(file))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("decisions.csv, line")
                .hasMessageContaining(said);
    }
}
