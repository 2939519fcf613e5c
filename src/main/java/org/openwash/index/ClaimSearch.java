package org.openwash.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.openwash.domain.Decisions;
import org.openwash.domain.Facet;
import org.openwash.domain.Hit;
import org.openwash.domain.Hits;
import org.openwash.domain.Outcome;
import org.openwash.domain.Standing;

/// Answers queries from one commit of the index, whatever a run writes meanwhile. For many threads.
public final class ClaimSearch implements Closeable {

    /// Pages further back are refused: finding them means sorting all that come before.
    public static final int DEEPEST = 10_000;

    private static final Sort BEST_FIRST =
            new Sort(SortField.FIELD_SCORE, new SortField(Fields.CLAIM_ID, SortField.Type.STRING));
    private static final Query CLAIMS = new TermQuery(new Term(Fields.TYPE, Fields.TYPE_CLAIM));

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final double minConfidence;
    private final Map<String, Standing> standing;
    private final ClaimQueries queries;

    ClaimSearch(DirectoryReader reader, double minConfidence, Decisions decisions) throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.minConfidence = minConfidence;
        this.standing = standing(decisions);
        this.queries = new ClaimQueries(minConfidence, standing);
    }

    /// What the decisions come to for the claims that the index holds: looked up once, since few claims of many are
    /// ever decided on.
    private Map<String, Standing> standing(Decisions decisions) throws IOException {
        var all = new HashMap<String, Standing>();
        for (String article : decisions.articles()) {
            all.putAll(decisions.standing(stale(block(article))));
        }
        for (String claim : decisions.claims()) { // decided by hand, without saying in which article
            if (!all.containsKey(claim)) {
                for (ClaimRow row : stale(id(claim))) {
                    all.putAll(decisions.standing(List.of(row)));
                }
            }
        }
        return Map.copyOf(all);
    }

    /// The claims that fit best, ties in the order of their ids. An empty query finds all.
    ///
    /// @throws QuerySyntaxException if the query cannot be read or asks for too much
    public Hits find(String query, int limit, Marks marks) throws IOException {
        return find(query, 0, limit, marks);
    }

    /// A page of them.
    ///
    /// @param offset how many of the best to leave out
    public Hits find(String query, int offset, int limit, Marks marks) throws IOException {
        if (limit < 1 || offset < 0) {
            throw new IllegalArgumentException("at least one hit, from the first on: " + offset + ", " + limit);
        }
        if (offset > 0 && (long) offset + limit > DEEPEST) {
            throw new QuerySyntaxException(1, "only the first " + DEEPEST
                    + " hits can be paged through; narrow the query, or export all with openwash search --format csv.");
        }
        Query wanted = queries.read(query);
        int room = Math.max(1, Math.min(offset + limit, reader.maxDoc()));
        TopFieldDocs found = guarded(() -> searcher.search(claims(wanted),
                new TopFieldCollectorManager(BEST_FIRST, room, Integer.MAX_VALUE)));
        Snippets snippets = new Snippets(wanted, marks);
        StoredFields stored = searcher.storedFields();
        List<Hit> best = new ArrayList<>();
        for (int i = Math.min(offset, found.scoreDocs.length); i < found.scoreDocs.length; i++) {
            ScoreDoc doc = found.scoreDocs[i];
            ClaimRow row = today(Payload.row(StoredArticles.payload(stored.document(doc.doc))));
            best.add(new Hit(row, (Float) ((FieldDoc) doc).fields[0], snippets.of(row.sentence())));
        }
        return new Hits(found.totalHits.value(), best);
    }

    /// All of them, best first and one at a time, so that any number fits into memory.
    ///
    /// @throws QuerySyntaxException as for `find`, before the first
    public void each(String query, Marks marks, Found found) throws IOException {
        Query wanted = queries.read(query);
        int room = Math.max(1, reader.maxDoc());
        TopFieldDocs all = guarded(() -> searcher.search(claims(wanted),
                new TopFieldCollectorManager(BEST_FIRST, room, Integer.MAX_VALUE)));
        Snippets snippets = new Snippets(wanted, marks);
        for (ScoreDoc doc : all.scoreDocs) {
            ClaimRow row = today(Payload.row(StoredArticles.payload(searcher.storedFields().document(doc.doc))));
            found.next(new Hit(row, (Float) ((FieldDoc) doc).fields[0], snippets.of(row.sentence())));
        }
    }

    /// Takes what a search finds, one after the other.
    public interface Found {
        void next(Hit hit) throws IOException;
    }

    /// How many of the claims found have which subject, outlet, ... and, by month, which day.
    ///
    /// @throws QuerySyntaxException as for `find`
    public List<Facet> facets(String query) throws IOException {
        Query wanted = claims(queries.read(query));
        return guarded(() -> FacetCounts.of(searcher, wanted, standing));
    }

    /// One claim.
    public Optional<ClaimRow> claim(String id) throws IOException {
        return stale(id(id)).stream().map(this::today).findFirst();
    }

    /// All claims of an article, in the order of its text.
    public List<ClaimRow> claimsOf(String articleId) throws IOException {
        return stale(block(articleId)).stream().map(this::today).toList();
    }

    /// An article as it was read.
    public Optional<Outcome> article(String id) throws IOException {
        for (ScoreDoc doc : searcher.search(new TermQuery(new Term(Fields.ARTICLE, Fields.key(id))), 1).scoreDocs) {
            return Optional.of(StoredArticles.decode(searcher.storedFields().document(doc.doc)));
        }
        return Optional.empty();
    }

    /// How many articles the index holds, with and without claims.
    public int articles() throws IOException {
        return searcher.count(new TermQuery(new Term(Fields.TYPE, Fields.TYPE_ANALYSED)))
                + searcher.count(new TermQuery(new Term(Fields.TYPE, Fields.TYPE_OTHER_LANGUAGE)));
    }

    /// Whether no later commit has been made.
    public boolean isCurrent() throws IOException {
        return reader.isCurrent();
    }

    /// Other claims that say the same of the same subject, most alike first.
    public List<Hit> similar(ClaimRow of, int limit) throws IOException {
        return List.of();
    }

    /// Claims that say what a text says, most alike first.
    public List<Hit> similarTo(String text, int limit) throws IOException {
        return List.of();
    }

    /// Other queries that may have been meant by one that finds nothing or cannot be read.
    public List<String> suggest(String query) throws IOException {
        return List.of();
    }

    /// What reviewers' decisions come to, by the id of the claim.
    public Map<String, Standing> standing() {
        return new TreeMap<>(standing);
    }

    /// Rows as they were stored, without threshold and decisions.
    private List<ClaimRow> stale(Query query) throws IOException {
        var rows = new ArrayList<ClaimRow>();
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc doc : searcher.search(claims(query), Math.max(1, reader.maxDoc())).scoreDocs) {
            rows.add(Payload.row(StoredArticles.payload(stored.document(doc.doc))));
        }
        rows.sort(Comparator.comparing((ClaimRow row) -> row.claim().sentence()).thenComparing(row -> row.claim().id()));
        return rows;
    }

    private ClaimRow today(ClaimRow stale) {
        return stale.with(minConfidence, standing.getOrDefault(stale.claim().id(), Standing.NONE));
    }

    private static Query block(String articleId) {
        return new TermQuery(new Term(Fields.BLOCK, Fields.key(articleId)));
    }

    private static Query id(String claimId) {
        return new TermQuery(new Term(Fields.CLAIM_ID,
                ClaimAnalyzer.INSTANCE.normalize(Fields.CLAIM_ID, Fields.key(claimId))));
    }

    private static Query claims(Query wanted) {
        return new BooleanQuery.Builder().add(wanted, Occur.MUST).add(CLAIMS, Occur.FILTER).build();
    }

    private interface Search<T> {
        T run() throws IOException;
    }

    private static <T> T guarded(Search<T> search) throws IOException {
        try {
            return search.run();
        } catch (IndexSearcher.TooManyClauses e) {
            throw new QuerySyntaxException(1, "too many words or alternatives, the most is " + e.getMaxClauseCount() + ".");
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
