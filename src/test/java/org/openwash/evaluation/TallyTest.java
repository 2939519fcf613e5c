package org.openwash.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # core, optional, found, right, wrong, missed
            xy,   '',  xy,  2, 0, 0
            xy,   '',  x,   1, 0, 1
            xy,   '',  xz,  1, 1, 1
            x,    '',  xx,  1, 1, 0
            xx,   '',  x,   1, 0, 1
            # an optional thing is neither a hit nor a miss
            x,    o,   xo,  1, 0, 0
            x,    o,   x,   1, 0, 0
            # but excuses one find only
            x,    o,   xoo, 1, 1, 0
            # and also the second find of a core thing
            x,    x,   xx,  1, 0, 0
            '',   '',  x,   0, 1, 0
            """)
    void findsArePairedOffWithTheGoldSet(String core, String optional, String found, int right, int wrong, int missed) {
        assertThat(Tally.of(letters(core), letters(optional), letters(found))).isEqualTo(new Tally(right, wrong, missed));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # right, wrong, missed, precision, recall, F1
            3, 1, 3, 0.75, 0.5, 0.6
            0, 0, 0, 0,    0,   0
            0, 2, 2, 0,    0,   0
            4, 0, 0, 1,    1,   1
            """)
    void countsBecomeFigures(int right, int wrong, int missed, double precision, double recall, double f1) {
        Tally tally = new Tally(right, wrong, missed);
        assertThat(tally.precision()).isEqualTo(precision);
        assertThat(tally.recall()).isEqualTo(recall);
        assertThat(tally.f1()).isEqualTo(f1, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # exact halves go to the even digit, others by their binary value
            0.0625, 0.062
            0.1875, 0.188
            0.0005, 0.001
            0.0015, 0.002
            0.6665, 0.666
            0,      0.000
            1,      1.000
            """)
    void figuresAreRoundedByTheirBinaryValue(double value, String printed) {
        assertThat(EvaluationText.figure(value)).isEqualTo(printed);
    }

    @Test
    void intervalsHoldTheFigureAndAreTheSameInEveryRun() {
        List<Tally> articles = List.of(
                new Tally(5, 1, 1), new Tally(0, 3, 2), new Tally(2, 0, 2), new Tally(4, 4, 0), new Tally(1, 0, 0));
        double all = articles.stream().reduce(Tally.NONE, Tally::plus).f1();
        Interval interval = Interval.of(articles, Tally::f1);
        assertThat(interval.low()).isGreaterThan(0).isLessThan(all);
        assertThat(interval.high()).isGreaterThan(all).isLessThanOrEqualTo(1);
        assertThat(Interval.of(articles, Tally::f1)).isEqualTo(interval);
    }

    @Test
    void articlesThatAreAllAlikeLeaveNoDoubt() {
        Tally tally = new Tally(3, 1, 3);
        assertThat(Interval.of(List.of(tally, tally, tally), Tally::precision)).isEqualTo(new Interval(0.75, 0.75));
        assertThat(Interval.of(List.of(), Tally::precision)).isEqualTo(new Interval(0, 0));
    }

    private static Bag<String> letters(String letters) {
        return Bag.of(letters.isEmpty() ? List.of() : List.of(letters.split("")));
    }
}
