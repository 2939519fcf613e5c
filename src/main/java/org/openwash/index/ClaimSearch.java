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
import org.openwash.index.ClaimQueries.Wanted;

/// Answers queries from one commit of the index, whatever a run writes meanwhile. For many threads.
public final class ClaimSearch implements Closeable {

    /// Pages further back are refused: finding them means sorting all that come before.
    public static final int DEEPEST = 10_000;

    private static final SortField BY_ID = byId();
    private static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE, BY_ID);
    /// where all fit alike; Lucene need not look at most of them
    private static final Sort IN_ORDER = new Sort(BY_ID);
    private static final float FITS = 1;

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
        Wanted wanted = queries.read(query);
        int room = (int) Math.max(1, Math.min((long) offset + limit, reader.maxDoc()));
        // two walks: one that counts without ranking, often without walking at all, and one that may stop early
        long total = guarded(() -> searcher.count(wanted.query()));
        TopFieldDocs found = guarded(() -> searcher.search(wanted.query(),
                new TopFieldCollectorManager(wanted.ranked() ? BEST_FIRST : IN_ORDER, room, room)));
        Snippets snippets = new Snippets(wanted.query(), marks);
        StoredFields stored = searcher.storedFields();
        List<Hit> best = new ArrayList<>();
        for (int i = Math.min(offset, found.scoreDocs.length); i < found.scoreDocs.length; i++) {
            ScoreDoc doc = found.scoreDocs[i];
            ClaimRow row = today(Payload.row(StoredArticles.payload(stored.document(doc.doc))));
            float score = wanted.ranked() ? (Float) ((FieldDoc) doc).fields[0] : FITS;
            best.add(new Hit(row, score, snippets.of(row.sentence())));
        }
        return new Hits(total, best);
    }

    /// How many of the claims found have which subject, outlet, ... and, by month, which day.
    ///
    /// @throws QuerySyntaxException as for `find`
    public List<Facet> facets(String query) throws IOException {
        Query wanted = queries.read(query).query();
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

    /// What reviewers' decisions come to, by the id of the claim.
    public Map<String, Standing> standing() {
        return new TreeMap<>(standing);
    }

    /// Rows as they were stored, without threshold and decisions.
    private List<ClaimRow> stale(Query query) throws IOException {
        var rows = new ArrayList<ClaimRow>();
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc doc : searcher.search(claims(query), Math.max(1, searcher.count(claims(query)))).scoreDocs) {
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
        return new BooleanQuery.Builder().add(wanted, Occur.FILTER).add(ClaimGrammar.ALL_CLAIMS, Occur.FILTER).build();
    }

    private static SortField byId() {
        SortField id = new SortField(Fields.ORDER, SortField.Type.STRING);
        id.setMissingValue(SortField.STRING_LAST); // no claim lacks it, but articles do
        return id;
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
