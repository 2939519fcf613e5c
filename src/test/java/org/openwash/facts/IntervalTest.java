package org.openwash.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.facts.Interval.Standing;

class IntervalTest {

    @ParameterizedTest(name = "{0} to {1} on {2}: {3}")
    @CsvSource(textBlock = """
            2024-03-20, 2025-04-30, 2024-03-19, NOT
            2024-03-20, 2025-04-30, 2024-03-20, CERTAINLY
            2024-03-20, 2025-04-30, 2025-04-30, CERTAINLY
            2024-03-20, 2025-04-30, 2025-05-01, NOT
            2024-03,    ,           2024-02-29, NOT
            2024-03,    ,           2024-03-30, POSSIBLY
            2024-03,    ,           2024-03-31, CERTAINLY
            2024,       2025,       2024-12-30, POSSIBLY
            2024,       2025,       2025-01-01, CERTAINLY
            2024,       2025,       2025-01-02, POSSIBLY
            2024,       2025,       2026-01-01, NOT
            ,           ,           2024-01-01, POSSIBLY
            """)
    void isAsSureAsItsDatesAre(@Nullable String from, @Nullable String until, LocalDate day, Standing standing) {
        assertThat(interval(from, until).on(day)).isEqualTo(standing);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2020, 2021-06,    2021-06,    2022, false
            2020, 2021-06-30, 2021-06-01, 2022, true
            2020, ,           2021,       ,     true
            2020, 2021,       2022,       ,     false
            """)
    void overlapsOnlyWhereSomeDayIsInBothForSure(String from, @Nullable String until, String from2, @Nullable String until2, boolean overlap) {
        assertThat(interval(from, until).overlaps(interval(from2, until2))).isEqualTo(overlap);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-13", "2024-02-30", "24", "March 2024", "2024/03/01"})
    void refusesWhatIsNoDate(String text) {
        assertThatThrownBy(() -> PartialDate.parse(text)).isInstanceOf(DateTimeException.class);
    }

    private static Interval interval(@Nullable String from, @Nullable String until) {
        return new Interval(from == null ? null : PartialDate.parse(from), until == null ? null : PartialDate.parse(until));
    }
}
