package org.openwash.web;

import java.io.IOException;
import java.util.List;
import org.openwash.index.ClaimSearch;

/// What the index holds, and examples of what can be asked.
record StartPage(int articles, long claims, long flagged, long open, Histogram histogram, List<Example> examples) {

    private static final String UNDECIDED =
            "flagged:true -decision:accepted -decision:rejected -decision:unsure";

    /// @param query as it is typed
    record Example(String query, String url, String finds) {

        static Example of(String query, String finds) {
            return new Example(query, Links.search(query), finds);
        }
    }

    private static final List<Example> EXAMPLES = List.of(
            Example.of(UNDECIDED, "flags that nobody has decided on"),
            Example.of("verdict:contradicted attribution:outlet", "what outlets say in their own voice against the facts"),
            Example.of("subject:llama aspect:open-source", "who called a model of the Llama family open source"),
            Example.of("\"open source\" published:[2024-01-01 TO 2024-12-31]", "a phrase, in the articles of one year"),
            Example.of("decision:reopened", "claims decided on whose facts or wording have changed since"));

    static StartPage of(CurrentIndex.View view) throws IOException {
        ClaimSearch search = view.search();
        return new StartPage(search.articles(), count(search, ""), count(search, "flagged:true"),
                count(search, UNDECIDED), Histogram.of(view.search().facets("").stream()
                        .filter(f -> f.field().equals("month")).findFirst().map(f -> f.values()).orElse(List.of())),
                EXAMPLES);
    }

    String undecidedUrl() {
        return undecided();
    }

    static String undecided() {
        return Links.search(UNDECIDED);
    }

    private static long count(ClaimSearch search, String query) throws IOException {
        return search.find(query, 1, Wording.MARKS).total();
    }
}
