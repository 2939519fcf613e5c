package org.openwash.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.ClaimRow;

/// The claims that a run has put into the index and that the commit before it does not hold: those whose ids are new.
///
/// Only parts of the index that the run wrote are looked at, so that a small run over a large index stays quick. An
/// article that is analysed again and says the same has no new claim.
public final class NewClaims implements Closeable {

    private final ClaimSearch search;
    /// by number of document
    private final FixedBitSet isNew;

    /// @param before null if there was no commit
    NewClaims(ClaimSearch search, @Nullable DirectoryReader before) throws IOException {
        this.search = search;
        DirectoryReader now = search.reader();
        this.isNew = new FixedBitSet(Math.max(1, now.maxDoc()));
        Set<String> segmentsBefore = new HashSet<>();
        if (before != null) {
            before.leaves().forEach(leaf -> segmentsBefore.add(segment(leaf.reader())));
        }
        for (LeafReaderContext leaf : now.leaves()) {
            if (!segmentsBefore.contains(segment(leaf.reader()))) {
                mark(leaf, before == null ? null : new KnownIds(before));
            }
        }
    }

    /// Unlike its name, a segment's id is never used again.
    private static String segment(LeafReader reader) {
        return StringHelper.idToString(((SegmentReader) reader).getSegmentInfo().info.getId());
    }

    private void mark(LeafReaderContext leaf, @Nullable KnownIds known) throws IOException {
        SortedDocValues ids = leaf.reader().getSortedDocValues(Fields.ORDER);
        if (ids == null) {
            return;
        }
        Bits live = leaf.reader().getLiveDocs();
        for (int doc = ids.nextDoc(); doc != SortedDocValues.NO_MORE_DOCS; doc = ids.nextDoc()) {
            if ((live == null || live.get(doc)) && (known == null || !known.holds(ids.lookupOrd(ids.ordValue())))) {
                isNew.set(leaf.docBase + doc);
            }
        }
    }

    /// Any claim, new or old.
    public Optional<ClaimRow> claim(String id) throws IOException {
        return search.claim(id);
    }

    public int count() {
        return isNew.cardinality();
    }

    /// The new claims that a query finds, in no order.
    ///
    /// @throws QuerySyntaxException if the query cannot be read or asks for too much
    public List<ClaimRow> matching(String query) throws IOException {
        List<Integer> found = search.searcher().search(search.read(query).query(), new Collectors());
        var rows = new ArrayList<ClaimRow>();
        StoredFields stored = search.searcher().storedFields();
        for (int doc : found) {
            Document document = stored.document(doc);
            rows.add(search.today(Payload.row(StoredArticles.payload(document))));
        }
        return rows;
    }

    @Override
    public void close() throws IOException {
        search.close();
    }

    private final class Collectors implements CollectorManager<OfNew, List<Integer>> {

        @Override
        public OfNew newCollector() {
            return new OfNew();
        }

        @Override
        public List<Integer> reduce(Collection<OfNew> collectors) {
            return collectors.stream().flatMap(collector -> collector.found.stream()).toList();
        }
    }

    private final class OfNew extends SimpleCollector {

        private final List<Integer> found = new ArrayList<>();
        private int base;

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) {
            base = leaf.docBase;
            int next = base < isNew.length() ? isNew.nextSetBit(base) : Integer.MAX_VALUE;
            if (next >= base + leaf.reader().maxDoc()) {
                throw new CollectionTerminatedException(); // nothing new in this part
            }
        }

        @Override
        public void collect(int doc) {
            if (isNew.get(base + doc)) {
                found.add(base + doc);
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
