package org.openwash.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the day an article appeared from the ways that pages, exports and people write it.
///
/// The day is taken as written, whatever the time zone beside it. Forms whose day and month could be swapped
/// (`07/08/2023`) are not read: no date is better than a wrong one.
public final class PublicationDate {

    /// No news page is older than the web; an earlier "date" is a default value or a mistake.
    public static final int FIRST_YEAR = 1990;
    public static final int LAST_YEAR = 2100;

    private static final int LONGEST = 100;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
                    + "|nov(?:ember)?|dec(?:ember)?)\\.?";

    // 2023-07-18, 2023/07/18, 2023.07.18, with or without a time
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:[t\\s,].*)?");
    // 20230718, 20230718T101500Z
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:t.*)?");
    // 18 July 2023; Tue, 18 Jul 2023 10:00:00 GMT; 18th of July, 2023
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:[a-z]{3,9}\\.?,?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]+" + MONTH
                    + ",?[\\s-]+(\\d{4})(?:[\\s,].*)?");
    // 18 Jul 23 10:00 GMT, as mail had it; the time tells that the last number is the year
    private static final Pattern SHORT_YEAR = Pattern.compile(
            "(?:[a-z]{3,9},?\\s+)?(\\d{1,2})\\s+" + MONTH + "\\s+(\\d{2})\\s+\\d{1,2}:\\d{2}.*");
    // July 18, 2023; Tuesday, July 18th 2023 at 10:00
    private static final Pattern MONTH_FIRST = Pattern.compile(
            "(?:[a-z]{3,9}\\.?,?\\s+)?" + MONTH + "\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?:[\\s,].*)?");

    // Fri May 03 10:15:00 +0000 2024
    private static final Pattern YEAR_LAST = Pattern.compile("(?:[a-z]{3,9}\\.?,?\\s+)?" + MONTH
            + "\\s+(\\d{1,2})\\s+\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s+[a-z0-9:+-]{1,6})?\\s+(\\d{4})");
    // 18/07/2023, 7/18/2023, 18.07.2023: read where one of the two can be no month
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?:[\\s,].*)?");
    private static final int MONTHS_OF_YEAR = 12;

    private PublicationDate() {}

    /// The day, or nothing where the words are no date, no day of the calendar, or outside 1990 to 2100.
    public static Optional<LocalDate> parse(String words) {
        if (words.length() > LONGEST) {
            return Optional.empty();
        }
        String text = words.strip().toLowerCase(Locale.ROOT);
        Matcher m = YEAR_FIRST.matcher(text);
        if (m.matches()) {
            return day(m.group(1), Integer.parseInt(m.group(3)), m.group(4));
        }
        m = DIGITS.matcher(text);
        if (m.matches()) {
            return day(m.group(1), Integer.parseInt(m.group(2)), m.group(3));
        }
        m = DAY_FIRST.matcher(text);
        if (m.matches()) {
            return day(m.group(3), month(m.group(2)), m.group(1));
        }
        m = MONTH_FIRST.matcher(text);
        if (m.matches()) {
            return day(m.group(3), month(m.group(1)), m.group(2));
        }
        m = SHORT_YEAR.matcher(text);
        if (m.matches()) {
            String century = Integer.parseInt(m.group(3)) >= FIRST_YEAR % 100 ? "19" : "20";
            return day(century + m.group(3), month(m.group(2)), m.group(1));
        }
        m = YEAR_LAST.matcher(text);
        if (m.matches()) {
            return day(m.group(3), month(m.group(1)), m.group(2));
        }
        m = NUMBERS.matcher(text);
        if (m.matches()) {
            int first = Integer.parseInt(m.group(1));
            int second = Integer.parseInt(m.group(3));
            return first > MONTHS_OF_YEAR ? day(m.group(4), second, m.group(1))
                    : second > MONTHS_OF_YEAR ? day(m.group(4), first, m.group(3)) : Optional.empty();
        }
        return Optional.empty();
    }

    private static int month(String name) {
        return 1 + MONTHS.indexOf(name.substring(0, 3));
    }

    private static Optional<LocalDate> day(String year, int month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
            boolean believable = date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
            return believable ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException noSuchDay) { // 30 February
            return Optional.empty();
        }
    }
}
