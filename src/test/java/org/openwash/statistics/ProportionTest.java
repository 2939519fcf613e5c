package org.openwash.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    private static final double LAST_DIGIT = 0.00005;

    /// The examples of Newcombe (1998), Two-sided confidence intervals for the single proportion, score method.
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource(textBlock = """
            # part, whole, low,    high
            81,     263,   0.2553, 0.3662
            15,     148,   0.0624, 0.1605
            0,      20,    0,      0.1611
            1,      29,    0.0061, 0.1718
            20,     20,    0.8389, 1
            """)
    void intervalsAreThoseThatWerePublished(int part, int whole, double low, double high) {
        Proportion share = Proportion.of(part, whole);
        assertThat(share.low()).isCloseTo(low, within(LAST_DIGIT));
        assertThat(share.high()).isCloseTo(high, within(LAST_DIGIT));
    }

    /// The examples of Newcombe (1998), Interval estimation for the difference between independent proportions, method 10.
    @ParameterizedTest(name = "{0} of {1} - {2} of {3}")
    @CsvSource(textBlock = """
            # after, of, before, of, low,    high
            56,      70, 48,     80, 0.0524, 0.3339
            9,       10, 3,      10, 0.1705, 0.8090
            6,       7,  2,      7,  0.0582, 0.8062
            5,       56, 0,      29, -0.0381, 0.1926
            0,       10, 0,      20, -0.1611, 0.2775
            10,      10, 0,      20, 0.6791, 1
            """)
    void differencesAreThoseThatWerePublished(int after, int ofAfter, int before, int ofBefore, double low, double high) {
        Difference difference = Difference.between(Proportion.of(before, ofBefore), Proportion.of(after, ofAfter));
        assertThat(difference.low()).isCloseTo(low, within(LAST_DIGIT));
        assertThat(difference.high()).isCloseTo(high, within(LAST_DIGIT));
        assertThat(difference.clear()).isEqualTo(low > 0);
    }

    @Test
    void nothingToCountIsNoShare() {
        assertThat(Proportion.of(0, 0)).isEqualTo(Proportion.of(List.of())).returns(false, Proportion::known);
        assertThat(Proportion.of(List.of(new Proportion.Group(0, 0))).known()).isFalse();
    }

    @Test
    void aPartIsNoMoreThanItsWhole() {
        assertThatThrownBy(() -> Proportion.of(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void groupsOfOneAreIndependentDraws() {
        var groups = new ArrayList<>(Collections.nCopies(15, new Proportion.Group(1, 1)));
        groups.addAll(Collections.nCopies(133, new Proportion.Group(0, 1)));
        assertThat(Proportion.of(groups)).isEqualTo(Proportion.of(15, 148));
    }

    @Test
    void copiesOfTheSameCountOnce() {
        // ten stories in ten copies each, of which three are flagged in every copy
        var groups = new ArrayList<>(Collections.nCopies(3, new Proportion.Group(10, 10)));
        groups.addAll(Collections.nCopies(7, new Proportion.Group(0, 10)));
        Proportion share = Proportion.of(groups);
        Proportion stories = Proportion.of(3, 10);
        assertThat(share.share()).isEqualTo(0.3);
        assertThat(share.low()).isCloseTo(stories.low(), within(0.02));
        assertThat(share.high()).isCloseTo(stories.high(), within(0.02));
    }

    @Test
    void groupsThatAllSayTheSameCountAsOneDrawEach() {
        Proportion none = Proportion.of(Collections.nCopies(20, new Proportion.Group(0, 50)));
        assertThat(none.high()).isEqualTo(Proportion.of(0, 20).high());
        Proportion one = Proportion.of(List.of(new Proportion.Group(4, 9)));
        assertThat(one.high() - one.low()).isGreaterThan(0.7);
    }

    @Test
    void groupsThatSpreadLessThanChanceGainNothing() {
        Proportion even = Proportion.of(Collections.nCopies(10, new Proportion.Group(5, 10)));
        assertThat(even).isEqualTo(Proportion.of(50, 100));
    }
}
