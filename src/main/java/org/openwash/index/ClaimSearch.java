package org.openwash.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Hit;
import org.openwash.domain.Hits;

/// Answers queries from one commit of the index, whatever a run writes meanwhile.
public final class ClaimSearch implements Closeable {

    private static final Sort BEST_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField(Fields.CLAIM_ID, SortField.Type.STRING));
    private static final Query CLAIMS = new TermQuery(new Term(Fields.TYPE, Fields.TYPE_CLAIM));

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final double minConfidence;
    private final Map<String, String> decisions;

    ClaimSearch(DirectoryReader reader, double minConfidence, Map<String, String> decisions) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.minConfidence = minConfidence;
        this.decisions = Map.copyOf(decisions);
    }

    /// The claims that fit best, ties in the order of their ids. An empty query finds all.
    ///
    /// @throws QuerySyntaxException if the query cannot be read or asks for too much
    public Hits find(String query, int limit, Marks marks) throws IOException {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one hit: " + limit);
        }
        Query wanted = new ClaimQueries(minConfidence, decisions).read(query);
        Query claims = new BooleanQuery.Builder().add(wanted, Occur.MUST).add(CLAIMS, Occur.FILTER).build();
        int room = Math.max(1, Math.min(limit, reader.maxDoc()));
        TopFieldDocs found;
        try {
            found = searcher.search(claims, new TopFieldCollectorManager(BEST_FIRST, room, Integer.MAX_VALUE));
        } catch (IndexSearcher.TooManyClauses e) {
            throw new QuerySyntaxException(1, "too many words or alternatives, the most is " + e.getMaxClauseCount() + ".");
        }
        Snippets snippets = new Snippets(wanted, marks);
        StoredFields stored = searcher.storedFields();
        List<Hit> best = new ArrayList<>();
        for (ScoreDoc doc : found.scoreDocs) {
            Document document = stored.document(doc.doc);
            ClaimRow stale = Payload.row(StoredArticles.payload(document));
            ClaimRow row = stale.with(minConfidence, decisions.get(stale.claim().id()));
            best.add(new Hit(row, (Float) ((FieldDoc) doc).fields[0], snippets.of(row.sentence())));
        }
        return new Hits(found.totalHits.value(), best);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
