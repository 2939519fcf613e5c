package org.openwash.web;

import java.io.IOException;
import java.util.List;
import org.openwash.index.ClaimSearch;

/// Claims that say what a text says: was this seen before?
///
/// @param asked whether a text was given
record SimilarPage(String text, boolean asked, List<ClaimLine> claims) {

    private static final int MOST = 20;
    private static final int LONGEST = 5_000;

    static SimilarPage of(String text, ClaimSearch search) throws IOException {
        if (text.length() > LONGEST) {
            throw new RefusedRequest(400, "A text to compare with has at most " + LONGEST + " characters.");
        }
        return text.isBlank() ? new SimilarPage("", false, List.of())
                : new SimilarPage(text, true, search.similarTo(text, MOST).stream().map(ClaimLine::of).toList());
    }
}
