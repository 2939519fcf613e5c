package org.openwash.web;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Decision;
import org.openwash.review.DecisionFile;

/// Takes decisions from the page and the API.
final class ReviewDesk {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 2_000;

    private final CurrentIndex index;
    private final DecisionFile file;
    private final Clock clock;

    ReviewDesk(CurrentIndex index, DecisionFile file, Clock clock) {
        this.index = index;
        this.file = file;
        this.clock = clock;
    }

    /// Writes a decision down; views taken afterwards show it.
    ///
    /// @param sent `decision`, and perhaps `reviewer`, `note` and the `verdict` that the reviewer saw
    /// @throws RefusedRequest if nothing can be decided so
    void decide(String claimId, Map<String, String> sent) throws IOException {
        Decision.Kind kind = kind(sent.getOrDefault("decision", ""));
        String reviewer = line(sent.getOrDefault("reviewer", ""), LONGEST_NAME, "The reviewer's name");
        String note = line(sent.getOrDefault("note", ""), LONGEST_NOTE, "The note");
        index.refresh(); // what another process decided or judged meanwhile counts
        try (var view = index.take()) {
            ClaimRow row = view.search().claim(claimId)
                    .orElseThrow(() -> new RefusedRequest(404, "There is no claim " + claimId + " in this index."));
            String seen = sent.getOrDefault("verdict", "");
            if (!seen.isEmpty() && !seen.equals(row.judgement().verdict().label())) {
                throw new RefusedRequest(409, "The verdict was " + seen + " when the page was loaded and is "
                        + row.judgement().verdict().label() + " now. Look at the claim again; nothing was decided.");
            }
            if (kind == Decision.Kind.UNDONE && !view.search().standing().containsKey(claimId)) {
                throw new RefusedRequest(409, "Nothing was decided on claim " + claimId
                        + ", so nothing can be undone.");
            }
            file.append(List.of(Decision.on(row, kind, reviewer, note, clock.instant().truncatedTo(ChronoUnit.SECONDS))));
        }
        index.refresh();
    }

    private static Decision.Kind kind(String word) {
        for (Decision.Kind kind : Decision.Kind.values()) {
            if (kind.label().equals(word)) {
                return kind;
            }
        }
        throw new RefusedRequest(400, "A decision is accepted, rejected, unsure or undone.");
    }

    /// One line, so that decisions.csv keeps one line a decision and merges line by line.
    private static String line(String text, int longest, String what) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (line.length() > longest) {
            throw new RefusedRequest(400, what + " has at most " + longest + " characters.");
        }
        return line;
    }
}
