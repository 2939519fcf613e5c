package org.openwash.text;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.openwash.domain.DataFile;
import org.openwash.domain.PublicationDate;

/// Finds the day of publication in lines that hold little else: "Published 3 May 2024", "Oslo, May 3, 2024 | No. 7". A
/// day within a sentence is not one.
final class Dateline {

    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final int LONGEST_LINE = 120;
    private static final int MOST_WORDS_OF_DATE = 4;
    private static final int MOST_WORDS_BEFORE = 4;
    private static final String PARTS = ",|:;/·•–—-)(";

    private final Set<String> labels = new HashSet<>();

    Dateline() {
        DataFile.rowsBelowHeader("text/date-labels.txt", 1).forEach(row -> labels.add(row.cell(0)));
    }

    /// The day that the lines agree on.
    Optional<LocalDate> in(List<String> lines) {
        Set<LocalDate> days = new HashSet<>();
        lines.forEach(line -> day(line).ifPresent(days::add));
        return days.size() == 1 ? Optional.of(days.iterator().next()) : Optional.empty();
    }

    private Optional<LocalDate> day(String line) {
        if (line.length() > LONGEST_LINE) {
            return Optional.empty();
        }
        int[] starts = WORD.matcher(line).results().mapToInt(MatchResult::start).toArray();
        for (int first = 0; first < starts.length && first <= MOST_WORDS_BEFORE; first++) {
            for (int words = MOST_WORDS_OF_DATE; words > 0; words--) {
                int behind = first + words;
                if (behind > starts.length) {
                    continue;
                }
                int end = behind == starts.length ? line.length() : starts[behind];
                String written = line.substring(starts[first], end).strip();
                Optional<LocalDate> day = PublicationDate.parse(written.replaceFirst("[,|:;·•–—)(.]+$", ""));
                if (day.isPresent() && isApart(line.substring(0, starts[first]), written, line.substring(end))) {
                    return day;
                }
            }
        }
        return Optional.empty();
    }

    private boolean isApart(String before, String date, String after) {
        String label = before.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip();
        boolean begins = before.isBlank() || labels.contains(label) || endsWithPart(before);
        boolean ends = after.isBlank() || endsWithPart(date) || PARTS.indexOf(after.strip().charAt(0)) >= 0;
        return begins && ends;
    }

    private static boolean endsWithPart(String words) {
        String written = words.strip();
        return PARTS.indexOf(written.charAt(written.length() - 1)) >= 0;
    }
}
