package org.openwash.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Facet;
import org.openwash.domain.Standing;

/// Counts the claims of a search by the values of the fields that people narrow a search with. One for each commit,
/// whose values it learns once.
final class FacetCounts {

    /// More values of one field than these are left out: nobody reads on.
    private static final int MOST_VALUES = 25;
    private static final int MOST_MONTHS = 1200;

    private final IndexSearcher searcher;
    private final Map<String, Standing> standing;
    /// how the values of the index's parts are numbered together; a field that no claim has is not in it
    private final Map<String, StringDocValuesReaderState> fields = new HashMap<>();

    FacetCounts(IndexSearcher searcher, Map<String, Standing> standing) {
        this.searcher = searcher;
        this.standing = standing;
    }

    List<Facet> of(Query claims) throws IOException {
        FacetsCollector found = searcher.search(claims, new FacetsCollectorManager());
        var facets = new ArrayList<Facet>();
        for (String field : Fields.FACETS) {
            facets.add(new Facet(field, values(found, field)));
        }
        facets.add(new Facet(Fields.DECISION, decisions(found)));
        return facets;
    }

    private synchronized @Nullable StringDocValuesReaderState state(String field) throws IOException {
        if (!fields.containsKey(field)) {
            try {
                fields.put(field, new StringDocValuesReaderState(searcher.getIndexReader(), Fields.facet(field)));
            } catch (IllegalArgumentException noClaimHasTheField) {
                return null;
            }
        }
        return fields.get(field);
    }

    private List<Facet.Value> values(FacetsCollector found, String field) throws IOException {
        boolean months = field.equals(Fields.MONTH);
        StringDocValuesReaderState state = state(field);
        if (state == null) {
            return List.of();
        }
        FacetResult counts = new StringValueFacetCounts(state, found)
                .getTopChildren(months ? MOST_MONTHS : MOST_VALUES, Fields.facet(field));
        var values = new ArrayList<Facet.Value>();
        if (counts != null) {
            for (LabelAndValue value : counts.labelValues) {
                values.add(new Facet.Value(value.label, value.value.intValue()));
            }
        }
        // ties in an order of their own, not in that of the index's parts
        values.sort(months ? Comparator.comparing(Facet.Value::value)
                : Comparator.comparing(Facet.Value::claims).reversed().thenComparing(Facet.Value::value));
        return values;
    }

    /// Not in the index: decisions are a file beside it.
    private List<Facet.Value> decisions(FacetsCollector found) throws IOException {
        var counts = new TreeMap<String, Integer>();
        if (!standing.isEmpty()) {
            for (FacetsCollector.MatchingDocs docs : found.getMatchingDocs()) {
                SortedDocValues ids = DocValues.getSorted(docs.context().reader(), Fields.ORDER);
                DocIdSetIterator matches = docs.bits().iterator();
                for (int doc = matches.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.nextDoc()) {
                    Standing of = ids.advanceExact(doc) ? standing.get(ids.lookupOrd(ids.ordValue()).utf8ToString()) : null;
                    if (of != null) {
                        counts.merge(of.word(), 1, Integer::sum);
                    }
                }
            }
        }
        return counts.entrySet().stream().map(e -> new Facet.Value(e.getKey(), e.getValue())).toList();
    }
}
