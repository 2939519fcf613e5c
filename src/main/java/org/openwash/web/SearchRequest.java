package org.openwash.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A search as an address holds it: what was typed, the values it was narrowed to, and the page.
///
/// @param typed   Lucene's query syntax over the names of `Fields`
/// @param filters what was clicked, in the order of [#FACETS]
/// @param page    from 1
record SearchRequest(String typed, List<Filter> filters, int page) {

    static final int PAGE_SIZE = 20;
    /// What a search is narrowed by: the name of a facet, and the field that its values are asked of.
    static final Map<String, String> FACETS = facets();

    /// One value that the search was narrowed to.
    record Filter(String facet, String value) {

        /// As a part of a query; in quotation marks nothing is syntax but these two signs.
        String query() {
            return FACETS.get(facet) + ":\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
    }

    SearchRequest {
        filters = List.copyOf(filters);
    }

    private static Map<String, String> facets() {
        var facets = new LinkedHashMap<String, String>();
        for (String name : List.of("verdict", "subject", "outlet", "attribution", "aspect", "modality", "decision")) {
            facets.put(name, name);
        }
        facets.put("month", "published");
        return facets;
    }

    /// @param values the values that an address has for a name, none where it has none
    /// @throws RefusedRequest if the page is no number
    static SearchRequest of(Function<String, List<String>> values) {
        var filters = new ArrayList<Filter>();
        FACETS.keySet().forEach(facet -> values.apply(facet).stream()
                .filter(value -> !value.isBlank())
                .forEach(value -> filters.add(new Filter(facet, value))));
        return new SearchRequest(first(values, "q", ""), filters, number(first(values, "page", "1"), "page"));
    }

    private static String first(Function<String, List<String>> values, String name, String otherwise) {
        List<String> found = values.apply(name);
        return found.isEmpty() ? otherwise : found.getFirst();
    }

    /// @throws RefusedRequest unless it is a whole number from 1 on
    static int number(String text, String name) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new RefusedRequest(400, "'" + name + "' is a whole number from 1 on.");
        }
        return Integer.parseInt(text);
    }

    boolean isEmpty() {
        return typed.isBlank() && filters.isEmpty();
    }

    /// The one query that finds the same on the command line.
    String query() {
        if (filters.isEmpty()) {
            return typed;
        }
        String narrowed = filters.stream().map(Filter::query).collect(Collectors.joining(" "));
        return typed.isBlank() ? narrowed : "(" + typed + ") " + narrowed;
    }

    int offset() {
        return (page - 1) * PAGE_SIZE;
    }

    SearchRequest with(Filter filter) {
        var more = new ArrayList<>(filters);
        if (!more.contains(filter)) {
            more.add(filter);
        }
        return new SearchRequest(typed, more, 1);
    }

    SearchRequest without(Filter filter) {
        return new SearchRequest(typed, filters.stream().filter(f -> !f.equals(filter)).toList(), 1);
    }

    SearchRequest onPage(int number) {
        return new SearchRequest(typed, filters, number);
    }

    String url() {
        return "/?" + parameters() + (page > 1 ? "&page=" + page : "");
    }

    /// @param name of the format: `csv`, `json`
    String download(String name) {
        return "/download/" + name + "?" + parameters();
    }

    private String parameters() {
        return "q=" + Links.encoded(typed) + filters.stream()
                .map(f -> "&" + f.facet() + "=" + Links.encoded(f.value()))
                .collect(Collectors.joining());
    }
}
