package org.openwash.facts;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/// A date as exact as it is known: `2024`, `2024-03` or `2024-03-20`. Comparisons must hold for every day it may mean.
public record PartialDate(String text, LocalDate earliest, LocalDate latest) implements Serializable {

    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.toString(), day, day);
    }

    /// @throws DateTimeException if the text is none of the three forms
    public static PartialDate parse(String text) {
        return switch (text.length()) {
            case 4 -> {
                Year year = Year.parse(text);
                yield new PartialDate(text, year.atDay(1), year.atMonth(12).atEndOfMonth());
            }
            case 7 -> {
                YearMonth month = YearMonth.parse(text);
                yield new PartialDate(text, month.atDay(1), month.atEndOfMonth());
            }
            case 10 -> of(LocalDate.parse(text));
            default -> throw new DateTimeException("not a date: " + text);
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
