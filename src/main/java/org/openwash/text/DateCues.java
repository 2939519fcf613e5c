package org.openwash.text;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openwash.domain.DataFile;

/// Knows the words beside a date that say what it is the date of. They are data: `date-words.tsv`.
final class DateCues {

    enum Cue { PUBLISHED, MODIFIED, OTHER, NONE }

    private final Map<Cue, Pattern> patterns = new EnumMap<>(Cue.class);

    static DateCues load() {
        Map<Cue, StringBuilder> words = new EnumMap<>(Cue.class);
        for (DataFile.Row row : DataFile.rowsBelowHeader("text/date-words.tsv", 2)) {
            try {
                StringBuilder all = words.computeIfAbsent(Cue.valueOf(row.cell(0).toUpperCase(Locale.ROOT)), c -> new StringBuilder());
                all.append(all.isEmpty() ? "" : "|").append(Pattern.quote(row.cell(1)));
            } catch (IllegalArgumentException e) {
                throw row.wrong("no such role: " + row.cell(0) + "; use published, modified or other");
            }
        }
        var cues = new DateCues();
        words.forEach((cue, all) -> cues.patterns.put(cue, Pattern.compile("(?<![\\p{L}])(?:" + all + ")(?![\\p{L}])")));
        return cues;
    }

    /// What the last such word says.
    Cue of(String words) {
        String lower = words.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ');
        Cue last = Cue.NONE;
        int end = -1;
        for (Map.Entry<Cue, Pattern> entry : patterns.entrySet()) {
            Matcher m = entry.getValue().matcher(lower);
            while (m.find()) {
                if (m.end() > end) {
                    end = m.end();
                    last = entry.getKey();
                }
            }
        }
        return last;
    }
}
