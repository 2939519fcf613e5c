package org.openwash.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class InputBalanceTest {

    @Test
    void aLostInputIsABug() {
        InputBalance balance = InputBalance.of(List.of(
                new InputRow("a", InputRow.Status.KEPT, "", "", "a"),
                new InputRow("b", InputRow.Status.FAILED, "empty", "", null),
                new InputRow("c", InputRow.Status.FAILED, "empty", "", null)));
        assertThat(balance).isEqualTo(new InputBalance(1, 0, 0, 2));
        balance.mustEqual(3);
        assertThatThrownBy(() -> balance.mustEqual(4)).hasMessageContaining("4 inputs were found but 3 accounted for");
    }
}
