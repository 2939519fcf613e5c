package org.openwash.ingest;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// What real feeds do that XML forbids. Characters are dropped, entities resolved, elements closed or, too deep, taken
/// as their text; the rest is read as it stands.
enum Mend {
    CHARACTERS("characters that XML forbids"),
    AMPERSANDS("bare & or <"),
    ENTITIES("entities that XML does not know"),
    ATTRIBUTES("attributes without quotes or given twice"),
    NESTING("unclosed elements"),
    DEPTH("elements nested too deep"),
    AROUND("text around the feed");

    private final String words;

    Mend(String words) {
        this.words = words;
    }

    /// Empty if nothing was mended, neither in an entry nor around all entries.
    static String note(Set<Mend> entry, Set<Mend> around) {
        Set<Mend> mended = EnumSet.noneOf(Mend.class);
        mended.addAll(entry);
        mended.addAll(around);
        return mended.isEmpty() ? "" : mended.stream().map(m -> m.words)
                .collect(Collectors.joining(", ", "feed mended: ", ""));
    }
}
