package org.openwash.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.openwash.domain.Facet;
import org.openwash.domain.Standing;

/// Counts the claims of a search by the values of the fields that people narrow a search with.
final class FacetCounts {

    /// More values of one field than these are left out: nobody reads on.
    private static final int MOST_VALUES = 25;
    private static final int MOST_MONTHS = 1200;

    private FacetCounts() {}

    static List<Facet> of(IndexSearcher searcher, Query claims, Map<String, Standing> standing) throws IOException {
        FacetsCollector found = searcher.search(claims, new FacetsCollectorManager());
        var facets = new ArrayList<Facet>();
        for (String field : Fields.FACETS) {
            facets.add(new Facet(field, values(searcher, found, field)));
        }
        facets.add(new Facet(Fields.DECISION, decisions(found, standing)));
        return facets;
    }

    private static List<Facet.Value> values(IndexSearcher searcher, FacetsCollector found, String field)
            throws IOException {
        boolean months = field.equals(Fields.MONTH);
        FacetResult counts;
        try {
            counts = new StringValueFacetCounts(
                    new StringDocValuesReaderState(searcher.getIndexReader(), Fields.facet(field)), found)
                    .getTopChildren(months ? MOST_MONTHS : MOST_VALUES, Fields.facet(field));
        } catch (IllegalArgumentException noClaimHasTheField) {
            return List.of();
        }
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
    private static List<Facet.Value> decisions(FacetsCollector found, Map<String, Standing> standing)
            throws IOException {
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
