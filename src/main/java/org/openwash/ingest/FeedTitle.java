package org.openwash.ingest;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openwash.domain.DataFile;

/// Finds the name of the outlet in the title of a feed: "The Quay Post » Latest news (RSS)" is The Quay Post. What says
/// only that it is a feed is data (`feed-titles.txt`).
final class FeedTitle {

    private static final int LONGEST = 300;
    private static final Pattern PARTS = Pattern.compile(" +[-–—|:»·>/•]+ +|(?<=[a-z]): +");
    private static final Pattern BRACKETED = Pattern.compile("[\\[(]([^\\[\\]()]{1,40})[\\])]");

    private final Set<String> generic;

    private FeedTitle(Set<String> generic) {
        this.generic = Set.copyOf(generic);
    }

    static FeedTitle load() {
        Set<String> generic = new HashSet<>();
        DataFile.rowsBelowHeader("ingest/feed-titles.txt", 1).forEach(row -> generic.add(row.cell(0)));
        return new FeedTitle(generic);
    }

    /// Empty if the title names nobody.
    String outlet(String title) {
        if (title.length() > LONGEST) {
            return "";
        }
        String bare = BRACKETED.matcher(title)
                .replaceAll(m -> isGeneric(m.group(1)) ? "" : Matcher.quoteReplacement(m.group())).strip();
        if (Arrays.stream(PARTS.split(bare)).noneMatch(this::isGeneric)) {
            return withoutLastWords(bare);
        }
        return Arrays.stream(PARTS.split(bare)).filter(part -> !isGeneric(part)).collect(Collectors.joining(" - "));
    }

    /// "The Quay Post RSS Feed"
    private String withoutLastWords(String title) {
        for (int space = title.indexOf(' '); space > 0; space = title.indexOf(' ', space + 1)) {
            String last = title.substring(space + 1);
            if (isGeneric(last) && last.toLowerCase(Locale.ROOT).matches("(rss|atom|feed).*")) {
                return title.substring(0, space);
            }
        }
        return title;
    }

    private boolean isGeneric(String words) {
        return generic.contains(words.strip().toLowerCase(Locale.ROOT));
    }
}
