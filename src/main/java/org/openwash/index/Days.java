package org.openwash.index;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The days that a written date stands for: a day, a month or a year.
record Days(LocalDate first, LocalDate last) {

    private static final Pattern DATE = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");

    /// @throws IllegalArgumentException if this is no date
    static Days of(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            throw new IllegalArgumentException(text);
        }
        try {
            int year = Integer.parseInt(date.group(1));
            if (date.group(2) == null) {
                return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(date.group(2)));
            if (date.group(3) == null) {
                return new Days(month.atDay(1), month.atEndOfMonth());
            }
            LocalDate day = month.atDay(Integer.parseInt(date.group(3)));
            return new Days(day, day);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
