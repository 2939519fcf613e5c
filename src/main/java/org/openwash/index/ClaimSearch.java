package org.openwash.index;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
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
import org.openwash.domain.Polarity;
import org.openwash.domain.SetupException;
import org.openwash.domain.Standing;
import org.openwash.index.ClaimQueries.Wanted;

/// Answers queries from one commit of the index, whatever a run writes meanwhile. For many threads.
public final class ClaimSearch implements Closeable {

    /// Pages further back are refused: finding them means sorting all that come before.
    public static final int DEEPEST = 10_000;

    /// no claim lacks it, but articles do
    private static final SortField BY_ID = new SortField(Fields.ORDER, SortField.Type.STRING, false, SortField.STRING_LAST);
    private static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE, BY_ID);
    /// where all fit alike; Lucene need not look at most of them
    private static final Sort IN_ORDER = new Sort(BY_ID);
    private static final float FITS = 1;
    /// How many copies of a story may stand between two that are shown.
    private static final int COPIES = 8;
    /// Facets of so many queries are kept: the page asks the same ones again and again.
    private static final int FACETS_KEPT = 64;

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final double minConfidence;
    private final Map<String, Standing> standing;
    private final ClaimQueries queries;
    private final FacetCounts facetCounts;
    private final Map<String, List<Facet>> facets = new LinkedHashMap<>(16, 0.75f, true);

    ClaimSearch(DirectoryReader reader, double minConfidence, Decisions decisions) throws IOException {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.minConfidence = minConfidence;
        this.standing = standing(decisions);
        this.queries = new ClaimQueries(minConfidence, standing);
        this.facetCounts = new FacetCounts(searcher, standing);
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

    /// Whether a query can be read, whatever the index.
    ///
    /// @throws QuerySyntaxException if not
    public static void check(String query) {
        new ClaimQueries(0, Map.of()).read(query);
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
        return guarded(() -> find(wanted, offset, limit, marks));
    }

    /// Two walks, one that stops as soon as the best are known, and one that counts without ranking, often without walking
    /// at all. But one that does both where each step is costly.
    private TopFieldDocs best(Wanted wanted, long number) throws IOException {
        int room = (int) Math.max(1, Math.min(number, reader.maxDoc()));
        return searcher.search(wanted.query(),
                new TopFieldCollectorManager(wanted.ranked() ? BEST_FIRST : IN_ORDER, room,
                        wanted.inOrder() ? Integer.MAX_VALUE : room));
    }

    private long total(Wanted wanted, TopFieldDocs found) throws IOException {
        return wanted.inOrder() ? found.totalHits.value() : searcher.count(wanted.query());
    }

    private Hits find(Wanted wanted, int offset, int limit, Marks marks) throws IOException {
        TopFieldDocs found = best(wanted, (long) offset + limit);
        Snippets snippets = new Snippets(wanted.query(), marks);
        StoredFields stored = searcher.storedFields();
        List<Hit> best = new ArrayList<>();
        for (int i = Math.min(offset, found.scoreDocs.length); i < found.scoreDocs.length; i++) {
            best.add(hit(found.scoreDocs[i], wanted, stored, snippets));
        }
        return new Hits(total(wanted, found), best);
    }

    /// Earlier claims that say the same of the same subject, its family or its members in other words, best first; of a
    /// story that several outlets ran, one. Never one that says the opposite.
    public List<Hit> similar(ClaimRow of, int limit) throws IOException {
        return similar(of, List.of(), limit);
    }

    /// The same for a claim that need not be in the index.
    ///
    /// @param families the families of its subject: `Catalogue::ancestorsOf`
    public List<Hit> similar(ClaimRow of, List<String> families, int limit) throws IOException {
        return guarded(() -> oneOfEachStory(new Similar(searcher).to(of, of.claim().polarity(), families), limit));
    }

    /// Claims that say the opposite of the same subject in like words.
    public List<Hit> opposite(ClaimRow of, List<String> families, int limit) throws IOException {
        Polarity other = of.claim().polarity() == Polarity.AFFIRMS ? Polarity.DENIES : Polarity.AFFIRMS;
        return guarded(() -> oneOfEachStory(new Similar(searcher).to(of, other, families), limit));
    }

    /// Claims that share words with a text in which no claim was found: some may say the opposite of what it means.
    public List<Hit> similarTo(String text, int limit) throws IOException {
        return guarded(() -> oneOfEachStory(new Similar(searcher).to(text), limit));
    }

    private List<Hit> oneOfEachStory(Query query, int limit) throws IOException {
        if (limit < 1) {
            throw new IllegalArgumentException("at least one hit: " + limit);
        }
        int room = Math.min(DEEPEST, Math.min(limit, DEEPEST) * COPIES);
        TopFieldDocs found = searcher.search(query, new TopFieldCollectorManager(BEST_FIRST, room, room));
        StoredFields stored = searcher.storedFields();
        var stories = new HashSet<String>();
        var best = new ArrayList<Hit>();
        for (ScoreDoc doc : found.scoreDocs) {
            if (best.size() == limit) {
                break;
            }
            ClaimRow row = today(Payload.row(StoredArticles.payload(stored.document(doc.doc))));
            if (stories.add(row.story())) {
                best.add(new Hit(row, (Float) ((FieldDoc) doc).fields[0], row.sentence()));
            }
        }
        return best;
    }

    /// Other queries that may have been meant by one that finds nothing or cannot be read, best first: with other names
    /// of fields, other values, other words. Each finds something.
    public List<String> suggest(String query) throws IOException {
        return guarded(() -> new Suggestions(searcher, queries).of(query));
    }

    /// The best of them, one at a time, so that any number fits into memory.
    ///
    /// @param most how many at the most
    /// @return how many there are in all
    /// @throws QuerySyntaxException as for `find`, before the first
    public long each(String query, int most, Marks marks, Found found) throws IOException {
        Wanted wanted = queries.read(query);
        TopFieldDocs all = guarded(() -> best(wanted, most));
        Snippets snippets = new Snippets(wanted.query(), marks);
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc doc : all.scoreDocs) {
            found.next(guarded(() -> hit(doc, wanted, stored, snippets)));
        }
        return guarded(() -> total(wanted, all));
    }

    private Hit hit(ScoreDoc doc, Wanted wanted, StoredFields stored, Snippets snippets) throws IOException {
        ClaimRow row = today(Payload.row(StoredArticles.payload(stored.document(doc.doc))));
        float score = wanted.ranked() ? (Float) ((FieldDoc) doc).fields[0] : FITS;
        return new Hit(row, score, snippets.of(row.sentence()));
    }

    /// Takes what a search finds, one after the other.
    public interface Found {
        void next(Hit hit) throws IOException;
    }

    /// How many of the claims found have which subject, outlet, ... and, by month, which day.
    ///
    /// @throws QuerySyntaxException as for `find`
    public List<Facet> facets(String query) throws IOException {
        synchronized (facets) {
            List<Facet> known = facets.get(query);
            if (known != null) {
                return known;
            }
        }
        Query wanted = queries.read(query).query();
        List<Facet> counted = List.copyOf(guarded(() -> facetCounts.of(wanted)));
        synchronized (facets) {
            facets.put(query, counted);
            if (facets.size() > FACETS_KEPT) {
                facets.remove(facets.keySet().iterator().next()); // the one not asked for the longest
            }
        }
        return counted;
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
        return guarded(() -> stored(id));
    }

    private Optional<Outcome> stored(String id) throws IOException {
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

    /// What reviewers' decisions come to, by the id of the claim.
    public Map<String, Standing> standing() {
        return new TreeMap<>(standing);
    }

    /// Rows as they were stored, without threshold and decisions.
    private List<ClaimRow> stale(Query query) throws IOException {
        return guarded(() -> rows(query));
    }

    private List<ClaimRow> rows(Query query) throws IOException {
        var rows = new ArrayList<ClaimRow>();
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc doc : searcher.search(claims(query), Math.max(1, searcher.count(claims(query)))).scoreDocs) {
            rows.add(Payload.row(StoredArticles.payload(stored.document(doc.doc))));
        }
        rows.sort(Comparator.comparing((ClaimRow row) -> row.claim().sentence()).thenComparing(row -> row.claim().id()));
        return rows;
    }

    DirectoryReader reader() {
        return reader;
    }

    IndexSearcher searcher() {
        return searcher;
    }

    Wanted read(String query) {
        return queries.read(query);
    }

    /// A row as it was stored, with threshold and decisions.
    ClaimRow today(ClaimRow stale) {
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

    private interface Search<T> {
        T run() throws IOException;
    }

    private static <T> T guarded(Search<T> search) throws IOException {
        try {
            return search.run();
        } catch (IndexSearcher.TooManyClauses e) {
            throw new QuerySyntaxException(1, "too many words or alternatives, the most is " + e.getMaxClauseCount() + ".");
        } catch (CorruptIndexException | EOFException e) {
            throw new SetupException("The index is damaged: openwash verify says more; openwash rebuild, or openwash analyze"
                    + " --fresh with all inputs, mends it. (" + e.getMessage() + ")", e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
