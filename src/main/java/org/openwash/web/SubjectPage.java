package org.openwash.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Facet;
import org.openwash.domain.Hits;
import org.openwash.domain.Subject;
import org.openwash.facts.FactBook;
import org.openwash.facts.FactSheet;

/// A subject: its facts over time, and how outlets spoke of it.
///
/// @param sheet   what holds on the day of the facts base; null for a thing that the base does not know
/// @param history its facts at all times
/// @param family  the family it belongs to; null for none
/// @param outlets those with most claims, with their voices and verdicts
/// @param search  address of all its claims
record SubjectPage(String id, String name, @Nullable FactSheet sheet, List<FactSheet.Held> history,
        SearchPage.@Nullable Link family, List<SearchPage.Link> members, long total, List<Outlet> outlets,
        List<ClaimLine> claims, String search) {

    private static final int MOST_OUTLETS = 12;
    private static final int MOST_CLAIMS = 10;

    /// @param url its claims about the subject
    record Outlet(String name, int claims, int own, int vendor, int others, int supported, int overstated,
            int contradicted, int unverifiable, String url) {}

    /// Nothing for what neither the facts nor any claim names.
    static Optional<SubjectPage> of(String id, CurrentIndex.View view, FactBook book) throws IOException {
        Optional<Subject> known = book.catalogue().subject(id);
        var request = new SearchRequest("", List.of(new SearchRequest.Filter("subject", id)), 1);
        Hits hits = view.search().find(request.query(), MOST_CLAIMS, Wording.MARKS);
        if (known.isEmpty() && hits.total() == 0) {
            return Optional.empty();
        }
        FactSheet sheet = known.map(s -> FactSheet.of(book, s, book.date())).orElse(null);
        String name = known.map(Subject::name).orElseGet(() -> hits.best().isEmpty() ? id
                : hits.best().getFirst().row().claim().subjectName());
        return Optional.of(new SubjectPage(id, name, sheet, FactSheet.history(book, id),
                sheet == null || sheet.family().isEmpty() ? null : link(sheet.family(), book),
                sheet == null ? List.of() : sheet.members().stream().map(m -> link(m, book)).toList(),
                hits.total(), outlets(request, view), hits.best().stream().map(ClaimLine::of).toList(),
                request.url()));
    }

    private static SearchPage.Link link(String id, FactBook book) {
        return new SearchPage.Link(book.catalogue().nameOf(id), Links.subject(id));
    }

    private static List<Outlet> outlets(SearchRequest request, CurrentIndex.View view) throws IOException {
        var outlets = new ArrayList<Outlet>();
        for (Facet.Value outlet : facet(view.search().facets(request.query()), "outlet").stream().limit(MOST_OUTLETS).toList()) {
            SearchRequest narrowed = request.with(new SearchRequest.Filter("outlet", outlet.value()));
            List<Facet> facets = view.search().facets(narrowed.query());
            List<Facet.Value> voices = facet(facets, "attribution");
            List<Facet.Value> verdicts = facet(facets, "verdict");
            outlets.add(new Outlet(outlet.value(), outlet.claims(), count(voices, "outlet"), count(voices, "vendor"),
                    count(voices, "third-party"), count(verdicts, "supported"), count(verdicts, "overstated"),
                    count(verdicts, "contradicted"), count(verdicts, "unverifiable"), narrowed.url()));
        }
        return outlets;
    }

    private static List<Facet.Value> facet(List<Facet> facets, String field) {
        return facets.stream().filter(f -> f.field().equals(field)).findFirst().map(Facet::values).orElse(List.of());
    }

    private static int count(List<Facet.Value> values, String value) {
        return values.stream().filter(v -> v.value().equals(value)).mapToInt(Facet.Value::claims).sum();
    }
}
