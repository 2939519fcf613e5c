package org.openwash.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Facet;
import org.openwash.domain.Hits;
import org.openwash.index.ClaimSearch;
import org.openwash.index.QuerySyntaxException;
import org.openwash.web.SearchRequest.Filter;

/// What a search found, and the ways on from there.
///
/// @param wrong    what is wrong with the query; null where nothing is
/// @param meant    queries that may have been meant, where this one finds nothing
/// @param named    subjects whose names were typed
/// @param range    "21 to 40 of 123 claims"
/// @param previous address of the page before; null on the first
record SearchPage(SearchRequest request, @Nullable Wrong wrong, List<Link> meant, List<Link> named, long total,
        String range, List<ClaimLine> claims, List<Chosen> chosen, List<Choices> facets, Histogram histogram,
        @Nullable String previous, @Nullable String next) {

    private static final int MOST_NAMED = 5;
    private static final int SHORTEST_NAME = 3;

    record Link(String text, String url) {}

    /// A query that cannot be read: its text before, at and behind the place.
    record Wrong(String sentence, String before, String at, String behind) {}

    /// A value that the search was narrowed to, and the search without it.
    record Chosen(String name, String value, String drop) {}

    /// The values of a facet.
    record Choices(String name, String heading, List<Choice> values) {}

    /// @param url the search narrowed to the value; null where it is already
    record Choice(String text, int claims, @Nullable String url) {}

    static SearchPage of(SearchRequest request, CurrentIndex.View view, Catalogue catalogue) throws IOException {
        try {
            return found(request, view, catalogue);
        } catch (QuerySyntaxException e) {
            return new SearchPage(request, wrong(request, view.search(), e), meant(request, view.search()),
                    named(request.typed(), catalogue), 0, "", List.of(), chosen(request, catalogue), List.of(), Histogram.of(List.of()), null, null);
        }
    }

    private static SearchPage found(SearchRequest request, CurrentIndex.View view, Catalogue catalogue)
            throws IOException {
        if (request.page() > ClaimSearch.DEEPEST / SearchRequest.PAGE_SIZE) {
            throw new RefusedRequest(400, "Only the first " + ClaimSearch.DEEPEST
                    + " claims can be paged through. Narrow the search, or download all of it.");
        }
        Hits hits = view.search().find(request.query(), request.offset(), SearchRequest.PAGE_SIZE, Wording.MARKS);
        List<Facet> facets = view.search().facets(request.query());
        long last = Math.min(hits.total(), ClaimSearch.DEEPEST);
        boolean more = request.offset() + SearchRequest.PAGE_SIZE < last;
        return new SearchPage(request, null, hits.total() == 0 ? meant(request, view.search()) : List.of(),
                named(request.typed(), catalogue), hits.total(), range(request, hits),
                hits.best().stream().map(ClaimLine::of).toList(), chosen(request, catalogue),
                choices(request, facets, catalogue), histogram(facets),
                request.page() == 1 ? null : request.onPage(request.page() - 1).url(),
                more ? request.onPage(request.page() + 1).url() : null);
    }

    private static List<Link> meant(SearchRequest request, ClaimSearch search) throws IOException {
        return search.suggest(request.typed()).stream().map(q -> new Link(q, Links.search(q))).toList();
    }

    private static String range(SearchRequest request, Hits hits) {
        String total = String.format(Locale.ENGLISH, "%,d", hits.total()) + (hits.total() == 1 ? " claim" : " claims");
        return hits.best().isEmpty() || hits.total() <= SearchRequest.PAGE_SIZE ? total
                : (request.offset() + 1) + " to " + (request.offset() + hits.best().size()) + " of " + total;
    }

    /// Points at the place in what was typed, where that is at fault and not what it was narrowed to.
    private static Wrong wrong(SearchRequest request, ClaimSearch search, QuerySyntaxException e) throws IOException {
        QuerySyntaxException about = e;
        if (!request.filters().isEmpty()) {
            try {
                search.find(request.typed(), 1, Wording.MARKS);
                return new Wrong(e.getMessage(), "", "", "");
            } catch (QuerySyntaxException ofTyped) {
                about = ofTyped;
            }
        }
        String typed = request.typed();
        int at = Math.min(about.position() - 1, typed.length());
        int end = Math.min(typed.length(), at < typed.length() ? typed.offsetByCodePoints(at, 1) : at);
        String before = typed.substring(Math.max(0, at - 60), at);
        return new Wrong(about.getMessage(), before, end > at ? typed.substring(at, end) : "\u25c2",
                typed.substring(end, Math.min(typed.length(), end + 60)));
    }

    private static List<Chosen> chosen(SearchRequest request, Catalogue catalogue) {
        return request.filters().stream()
                .map(f -> new Chosen(heading(f.facet()), text(f, catalogue), request.without(f).url()))
                .toList();
    }

    private static List<Choices> choices(SearchRequest request, List<Facet> facets, Catalogue catalogue) {
        var choices = new ArrayList<Choices>();
        for (String name : SearchRequest.FACETS.keySet()) {
            facets.stream().filter(f -> f.field().equals(name) && !f.values().isEmpty()).forEach(f -> choices.add(
                    new Choices(name, heading(name), f.values().stream()
                            .map(v -> choice(new Filter(name, v.value()), v.claims(), request, catalogue))
                            .toList())));
        }
        return choices;
    }

    private static Choice choice(Filter filter, int claims, SearchRequest request, Catalogue catalogue) {
        return new Choice(text(filter, catalogue), claims,
                request.filters().contains(filter) ? null : request.with(filter).url());
    }

    private static String heading(String facet) {
        return switch (facet) {
            case "attribution" -> "Voice";
            default -> Character.toUpperCase(facet.charAt(0)) + facet.substring(1);
        };
    }

    private static String text(Filter filter, Catalogue catalogue) {
        return filter.facet().equals("subject") ? nameOf(filter.value(), catalogue) : filter.value();
    }

    static String nameOf(String subject, Catalogue catalogue) {
        return subject.equals("?") ? "(not named)" : catalogue.nameOf(subject);
    }

    private static Histogram histogram(List<Facet> facets) {
        return facets.stream().filter(f -> f.field().equals("month")).findFirst()
                .map(f -> Histogram.of(f.values()))
                .orElseGet(() -> Histogram.of(List.of()));
    }

    /// Subjects of which what was typed is a name, else part of one.
    private static List<Link> named(String typed, Catalogue catalogue) {
        String wanted = typed.strip().replace("\"", "").toLowerCase(Locale.ROOT);
        if (wanted.length() < SHORTEST_NAME || wanted.length() > 60 || wanted.contains(":")) {
            return List.of();
        }
        var exactly = new ArrayList<Link>();
        var partly = new ArrayList<Link>();
        for (var subject : catalogue.subjects()) {
            boolean named = subject.id().equals(wanted) || subject.name().equalsIgnoreCase(wanted)
                    || subject.aliases().stream().anyMatch(a -> a.text().equalsIgnoreCase(wanted));
            if (named || subject.name().toLowerCase(Locale.ROOT).contains(wanted)) {
                (named ? exactly : partly).add(new Link(subject.name(), Links.subject(subject.id())));
            }
        }
        exactly.addAll(partly);
        return exactly.stream().distinct().limit(MOST_NAMED).toList();
    }
}
