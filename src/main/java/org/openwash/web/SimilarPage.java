package org.openwash.web;

import java.io.IOException;
import java.util.List;
import org.openwash.index.ClaimSearch;

/// Claims like those that a text makes: was this seen before?
///
/// @param groups none where no text was given
record SimilarPage(String text, List<Group> groups) {

    private static final int MOST = 10;

    record Group(String relation, String heading, List<ClaimLine> claims) {}

    static SimilarPage of(String text, SeenBefore seen, ClaimSearch search) throws IOException {
        return text.isBlank() ? new SimilarPage("", List.of())
                : new SimilarPage(text, seen.like(text, MOST, search).stream()
                        .map(g -> new Group(g.relation(), g.heading(), g.hits().stream().map(ClaimLine::of).toList()))
                        .toList());
    }
}
