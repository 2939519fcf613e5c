package org.openwash.web;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openwash.Pipeline;
import org.openwash.Settings;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Hit;
import org.openwash.index.ClaimSearch;
import org.openwash.publication.Words;

/// Answers "was this seen before?" for a text, as `openwash similar` does: reads the claims that it makes, and finds
/// those that say the same or the opposite; where it makes none, claims that share its words.
///
/// The models that read are loaded for the first text. One text is read at a time, which bounds memory.
final class SeenBefore {

    private static final int LONGEST = 5_000;

    private final Settings settings;
    private final Clock clock;
    private @Nullable Pipeline pipeline; // null until the first text

    SeenBefore(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// @param relation `same`, `opposite` or `words`
    record Group(String relation, String heading, List<Hit> hits) {}

    /// @param limit the most claims of each group
    List<Group> like(String text, int limit, ClaimSearch search) throws IOException {
        if (text.length() > LONGEST) {
            throw new RefusedRequest(400, "A text to compare with has at most " + LONGEST + " characters.");
        }
        var groups = new ArrayList<Group>();
        for (ClaimRow row : read(text)) {
            List<String> families = families(row.claim().subject());
            String says = Words.subject(row) + ": " + Words.says(row);
            groups.add(new Group("same", "Says the same (" + says + ")", search.similar(row, families, limit)));
            groups.add(new Group("opposite", "Says the opposite", search.opposite(row, families, limit)));
        }
        return groups.isEmpty()
                ? List.of(new Group("words", "No claim was found in the text; these share words with it",
                        search.similarTo(text, limit)))
                : groups;
    }

    private synchronized List<ClaimRow> read(String text) {
        return pipeline().claimsIn(text);
    }

    private synchronized List<String> families(String subject) {
        return pipeline().familiesOf(subject);
    }

    private Pipeline pipeline() {
        Pipeline made = pipeline;
        if (made == null) {
            made = new Pipeline(settings, clock);
            pipeline = made;
        }
        return made;
    }
}
