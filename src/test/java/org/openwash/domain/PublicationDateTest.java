package org.openwash.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationDateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # written                         | day
            2023-07-18                        | 2023-07-18
            2023-7-8                          | 2023-07-08
            2023/07/18                        | 2023-07-18
            2023.07.18                        | 2023-07-18
            20230718                          | 2023-07-18
            20230718T101500Z                  | 2023-07-18
            2023-07-18T23:30:00-11:00         | 2023-07-18
            2023-07-18 10:00:00               | 2023-07-18
            18 July 2023                      | 2023-07-18
            18th of July, 2023                | 2023-07-18
            1 Sept. 2023                      | 2023-09-01
            18-Jul-2023                       | 2023-07-18
            Tue, 18 Jul 2023 10:00:00 GMT     | 2023-07-18
            July 18, 2023                     | 2023-07-18
            july 18th 2023                    | 2023-07-18
            Tuesday, July 18, 2023 at 10:00   | 2023-07-18
            Tue Jul 18 2023                   | 2023-07-18
            Fri Feb 16 10:00:00 GMT 2018      | 2018-02-16
            Nov. 18th 2019 12:12 pm           | 2019-11-18
            20 Nov, 2019 05:47                | 2019-11-20
            3. Mai 2024                       | 2024-05-03
            Freitag, 3. März 2024             | 2024-03-03
            18 de julio de 2023               | 2023-07-18
            1er août 2019                     | 2019-08-01
            02 Ago 2017                       | 2017-08-02
            2019년 3월 4일                     | 2019-03-04
            03.05.2024                        | 2024-05-03
            25/12/2023                        | 2023-12-25
            12/25/2023                        | 2023-12-25
            """)
    void readsTheDayAsWritten(String written, LocalDate day) {
        assertThat(PublicationDate.parse(written)).contains(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            07/08/2023
            1970-01-01
            1989-12-31
            2101-01-01
            2023-02-30
            2023-13-01
            2023-07
            soon
            July 2023
            1689674400
            ''
            """)
    void refusesWhatIsNoDayOrCannotBeTold(String written) {
        assertThat(PublicationDate.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # order,       written,       day
            DAY_FIRST,     07/08/2023,    2023-08-07
            MONTH_FIRST,   07/08/2023,    2023-07-08
            MONTH_FIRST,   11/18/19 11:04 PM, 2019-11-18
            MONTH_FIRST,   18/11/2019,    2019-11-18
            MONTH_FIRST,   03.05.2024,    2024-05-03
            DAY_FIRST,     03.05.18,      2018-05-03
            """)
    void readsNumbersInTheOrderThatIsKnown(DayOrder order, String written, LocalDate day) {
        assertThat(PublicationDate.parse(written, order)).contains(day);
    }

    @Test
    void findsADateWithinALine() {
        assertThat(PublicationDate.find("Posted on May 3, 2024 by Ann", DayOrder.UNKNOWN))
                .contains(new PublicationDate.Written(LocalDate.of(2024, 5, 3), 10, 21));
        assertThat(PublicationDate.find("version 1.2.3 of 10.20.30.40, call 555-12-1234", DayOrder.DAY_FIRST)).isEmpty();
    }

    @Test
    void readsMonthsInATurkishLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(PublicationDate.parse("APRIL 1, 2024")).contains(LocalDate.of(2024, 4, 1));
        } finally {
            Locale.setDefault(before);
        }
    }
}
