package org.openwash.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the day an article appeared from the ways that pages, exports and people write it, in the languages of
/// `months.tsv`.
///
/// The day is taken as written, whatever the time zone beside it. Where day and month could be swapped (`07/08/2023`)
/// a date is read only by who knows their order: no date is better than a wrong one.
public final class PublicationDate {

    /// A date within a text.
    ///
    /// @param start of the characters that say so
    /// @param end   after the last of them
    public record Written(LocalDate day, int start, int end) {}

    /// No news page is older than the web; an earlier "date" is a default value or a mistake.
    public static final int FIRST_YEAR = 1990;
    public static final int LAST_YEAR = 2100;

    private static final int LONGEST = 100;
    private static final Map<String, Integer> MONTHS = months();
    private static final String MONTH = "(?<![\\p{L}\\p{N}])(" + MONTHS.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
            .collect(Collectors.joining("|")) + ")(?!\\p{L})\\.?";
    private static final String YEAR = "((?:19|20)\\d{2})(?!\\d)";
    private static final String DAY = "(?<!\\d)(?<!\\d[.:/-])(\\d{1,2})";
    private static final String ORDINAL = "(?:st|nd|rd|th|er|ste|de|e|\\.|º|ª|:e)?";
    private static final String CLOCK = "(?:\\s+\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s+(?:[a-z]{2,5}|[+-]\\d{2}:?\\d{2}))?)?";

    private static final List<Form> FORMS = List.of(
            // 2023-07-18, 2023/7/18, 2023.07.18, with or without a time
            new Form("(?<![\\d.])" + "(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)", 1, 3, 4),
            // 20230718, 20230718T101500Z
            new Form("(?<!\\d)((?:19|20)\\d{2})([01]\\d)([0-3]\\d)(?=t\\d|\\D|$)", 1, 2, 3),
            // 18 July 2023; 18th of July, 2023; 18. Juli 2023; 18 de julio de 2023; 18-Jul-2023
            new Form(DAY + ORDINAL + "(?:\\s+(?:of|de|di|d'))?[\\s-]*" + MONTH + ",?(?:\\s+(?:de|del|of))?[\\s-]*" + YEAR,
                    3, 2, 1),
            // July 18, 2023; July 18th 2023; Jul 18 10:00:00 GMT 2023
            new Form(MONTH + "\\s*(\\d{1,2})" + ORDINAL + "(?!\\d),?" + CLOCK + "\\s*,?\\s+" + YEAR, 3, 1, 2),
            // 18 Jul 23 10:00 GMT, as mail had it; the time tells that the last number is the year
            new Form(DAY + "\\s+" + MONTH + "\\s+(\\d{2})(?=\\s+\\d{1,2}:\\d{2})", 3, 2, 1),
            // 2023年7月18日, 2023년 7월 18일
            new Form("(?<!\\d)(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]", 1, 2, 3),
            // 2023. július 18., 2023 July 18
            new Form("(?<!\\d)" + "((?:19|20)\\d{2})\\.?,?\\s+" + MONTH + "\\s+(\\d{1,2})(?!\\d)", 1, 2, 3));
    // 18.07.2023, 18.7.23, 18/07/2023, 07/18/2023, 18-07-2023
    private static final Pattern NUMBERS = Pattern.compile(
            "(?<![\\d.:/-])(\\d{1,2})([./-])\\s?(\\d{1,2})\\2\\s?((?:19|20)?\\d{2})(?![\\d./-]*\\d)");

    private PublicationDate() {}

    private record Form(Pattern pattern, int year, int month, int day) {

        Form(String pattern, int year, int month, int day) {
            this(Pattern.compile(pattern), year, month, day);
        }
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (DataFile.Row row : DataFile.rowsBelowHeader("domain/months.tsv", 2)) {
            for (String name : row.cell(1).split(" ")) {
                Integer before = months.put(name, Integer.valueOf(row.cell(0)));
                if (before != null) {
                    throw row.wrong(name + " is the name of two months");
                }
            }
        }
        return months;
    }

    /// The day, or nothing where the words are no date, no day of the calendar, or outside 1990 to 2100.
    public static Optional<LocalDate> parse(String words) {
        return parse(words, DayOrder.UNKNOWN);
    }

    /// The same where it is known in which order numbers stand.
    public static Optional<LocalDate> parse(String words, DayOrder order) {
        if (words.length() > LONGEST) {
            return Optional.empty();
        }
        String text = words.strip();
        return find(text, order).filter(date -> isWeekday(text.substring(0, date.start()))).map(Written::day);
    }

    private static boolean isWeekday(String before) {
        return before.chars().filter(Character::isLetter).count() <= 12
                && before.chars().noneMatch(Character::isDigit)
                && before.strip().indexOf(' ') < 0;
    }

    /// The first date in a text.
    public static Optional<Written> find(String text, DayOrder order) {
        if (!mayHoldDate(text)) {
            return Optional.empty();
        }
        String lower = lowerCase(text);
        Written first = null;
        for (Form form : FORMS) {
            if (first != null && first.start == 0) {
                return Optional.of(first);
            }
            Matcher m = form.pattern.matcher(lower);
            while (m.find() && (first == null || m.start() < first.start)) {
                LocalDate day = day(m.group(form.year), month(m.group(form.month)), m.group(form.day));
                if (day != null) {
                    first = new Written(day, m.start(), m.end());
                    break;
                }
            }
        }
        Matcher m = NUMBERS.matcher(lower);
        while (m.find() && (first == null || m.start() < first.start)) {
            LocalDate day = inNumbers(m.group(1), m.group(2), m.group(3), m.group(4), order);
            if (day != null) {
                first = new Written(day, m.start(), m.end());
                break;
            }
        }
        return Optional.ofNullable(first);
    }

    /// Character by character, so that positions stay.
    private static String lowerCase(String text) {
        var lower = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            lower.setCharAt(i, Character.toLowerCase(text.charAt(i)));
        }
        return lower.toString();
    }

    /// A day and a year: two numbers, or one of eight digits.
    private static boolean mayHoldDate(String text) {
        int numbers = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean digit = Character.isDigit(text.charAt(i));
            digits += digit ? 1 : 0;
            numbers += digit && (i == 0 || !Character.isDigit(text.charAt(i - 1))) ? 1 : 0;
        }
        return digits >= 3 && (numbers >= 2 || digits >= 8);
    }

    /// Whether a text holds a date in numbers, for which the order matters.
    public static boolean needsOrder(String text) {
        return NUMBERS.matcher(text).find();
    }

    /// Whether the text holds a date whose numbers can only be in one order, and in which.
    public static DayOrder orderIn(String text) {
        Matcher m = NUMBERS.matcher(text);
        while (m.find()) {
            if (!m.group(2).equals(".")) {
                boolean dayFirst = Integer.parseInt(m.group(1)) > 12;
                boolean monthFirst = Integer.parseInt(m.group(3)) > 12;
                if (dayFirst != monthFirst) {
                    return dayFirst ? DayOrder.DAY_FIRST : DayOrder.MONTH_FIRST;
                }
            }
        }
        return DayOrder.UNKNOWN;
    }

    private static @Nullable LocalDate inNumbers(String first, String mark, String second, String year, DayOrder order) {
        int a = Integer.parseInt(first);
        int b = Integer.parseInt(second);
        boolean shortYear = year.length() == 2;
        if (shortYear && (order == DayOrder.UNKNOWN || mark.equals("-"))) {
            return null; // 10-11-12 could be anything
        }
        boolean monthFirst = order == DayOrder.MONTH_FIRST && !mark.equals("."); // with full stops it is day.month
        if (a > 12 || b > 12) {
            monthFirst = b > 12;
        } else if (order == DayOrder.UNKNOWN && !mark.equals(".") && a != b) {
            return null;
        }
        return monthFirst ? day(year, a, second) : day(year, b, first);
    }

    private static int month(String name) {
        return Character.isDigit(name.charAt(0)) ? Integer.parseInt(name) : MONTHS.getOrDefault(name, 0);
    }

    private static @Nullable LocalDate day(String year, int month, String day) {
        try {
            int written = Integer.parseInt(year);
            int full = year.length() > 2 ? written : written >= FIRST_YEAR % 100 ? 1900 + written : 2000 + written;
            LocalDate date = LocalDate.of(full, month, Integer.parseInt(day));
            boolean believable = date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
            return believable ? date : null;
        } catch (DateTimeException noSuchDay) { // 30 February
            return null;
        }
    }
}
