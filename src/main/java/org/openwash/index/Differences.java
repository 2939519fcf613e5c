package org.openwash.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Outcome;

/// Holds the articles of the last reported commit and those of now against each other. To be closed before the commit.
public final class Differences implements Closeable {

    /// Takes an article as it was and as it is; one of them is null where the article came or went.
    public interface Pair {
        void take(@Nullable Outcome before, @Nullable Outcome now) throws IOException;
    }

    private final @Nullable StoredPrints before; // null: there is nothing to compare with
    private final StoredPrints now;
    private final Map<String, String> stateBefore;

    Differences(@Nullable IndexCommit reported, DirectoryReader now) throws IOException {
        this.now = new StoredPrints(now);
        this.before = reported == null ? null : new StoredPrints(DirectoryReader.open(reported));
        this.stateBefore = reported == null ? Map.of() : Map.copyOf(reported.getUserData());
    }

    /// What the reported run wanted to remember; empty if there was none.
    public Map<String, String> stateBefore() {
        return stateBefore;
    }

    /// Whether a claim about this subject lay in the reported commit.
    public boolean knew(String subject) throws IOException {
        return before != null && new IndexSearcher(before.reader())
                .count(new TermQuery(new Term(Fields.ABOUT, Fields.key(subject)))) > 0;
    }

    /// Some articles, in the order of their ids.
    public void of(Collection<String> ids, Pair pair) throws IOException {
        for (String id : new TreeSet<>(ids)) {
            Outcome was = before == null ? null : before.outcome(id).orElse(null);
            Outcome is = now.outcome(id).orElse(null);
            if (was != null || is != null) {
                pair.take(was, is);
            }
        }
    }

    /// All articles, in the order of their ids, one pair in memory at a time.
    public void ofAll(Pair pair) throws IOException {
        try (Stream<Outcome> was = before == null ? Stream.empty() : StoredArticles.of(before.reader());
                Stream<Outcome> is = StoredArticles.of(now.reader())) {
            Iterator<Outcome> wasNext = was.iterator();
            Iterator<Outcome> isNext = is.iterator();
            Outcome old = next(wasNext);
            Outcome current = next(isNext);
            while (old != null || current != null) {
                int order = old == null ? 1 : current == null ? -1
                        : Fields.key(Outcome.article(old).id()).compareTo(Fields.key(Outcome.article(current).id()));
                pair.take(order <= 0 ? old : null, order >= 0 ? current : null);
                old = order <= 0 ? next(wasNext) : old;
                current = order >= 0 ? next(isNext) : current;
            }
        }
    }

    private static @Nullable Outcome next(Iterator<Outcome> outcomes) {
        return outcomes.hasNext() ? outcomes.next() : null;
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(now, before);
    }
}
