package org.openwash.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.openwash.domain.Decisions;
import org.openwash.index.ArticleIndex;
import org.openwash.index.ClaimSearch;
import org.openwash.index.Marks;

/// Many readers ask at once while a run writes and commits, and see one commit each, whole.
///
/// Every commit of the writer holds a whole number of batches of articles and its own number as the outlet of the last
/// ones, so that a reader who saw half of one would count wrongly.
public final class ReadersUnderLoad {

    private static final int BATCH = 20;
    private static final int QUERIES_A_VIEW = 5;
    /// Readers read between two searches, if only for a moment.
    private static final int THINKING_MILLISECONDS = 500;

    /// @param views   how many commits were opened, each for some queries
    /// @param commits of the writer meanwhile
    /// @param errors  what went wrong; none if all is well
    public record Result(int readers, int seconds, int queries, int views, int commits, List<String> errors) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d readers for %d s while a run made %d commits: %,d queries on %,d views, %d errors%s",
                    readers, seconds, commits, queries, views, errors.size(), errors.isEmpty() ? "" : ": " + errors.getFirst());
        }
    }

    private ReadersUnderLoad() {}

    /// @param articles already in the index, numbered from 0
    public static Result run(Path folder, int readers, int seconds, GeneratedClaims generated, int articles)
            throws IOException, InterruptedException {
        var end = new AtomicBoolean();
        var queries = new AtomicInteger();
        var views = new AtomicInteger();
        Queue<String> errors = new ConcurrentLinkedQueue<>();
        int commits = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(readers)) {
            for (int reader = 0; reader < readers; reader++) {
                var random = new Random(reader);
                pool.execute(() -> read(folder, generated, articles, random, end, queries, views, errors));
            }
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            try (var index = ArticleIndex.openForWriting(folder, GeneratedClaims.families())) {
                for (int next = articles; System.nanoTime() < until; next += BATCH) {
                    for (int n = next; n < next + BATCH; n++) {
                        index.put(generated.article(n));
                    }
                    index.put(generated.article(next % Math.max(1, articles))); // again: it replaces itself
                    index.commit(Map.of());
                    commits++;
                    Thread.sleep(50);
                }
            } finally {
                end.set(true);
            }
        }
        return new Result(readers, seconds, queries.get(), views.get(), commits, new ArrayList<>(errors));
    }

    private static void read(Path folder, GeneratedClaims generated, int articles, Random random, AtomicBoolean end,
            AtomicInteger queries, AtomicInteger views, Queue<String> errors) {
        while (!end.get()) {
            try (var index = ArticleIndex.openForReading(folder); var search = index.search(0.5, Decisions.none())) {
                views.incrementAndGet();
                long all = search.find("", 1, Marks.HTML).total();
                if ((all / GeneratedClaims.CLAIMS_PER_ARTICLE - articles) % BATCH != 0) {
                    errors.add("half a commit: " + all + " claims");
                }
                for (int i = 0; i < QUERIES_A_VIEW && !end.get(); i++) {
                    ask(search, generated, random);
                    queries.incrementAndGet();
                    Thread.sleep(random.nextInt(THINKING_MILLISECONDS));
                }
                long again = search.find("*", 1, Marks.HTML).total();
                if (all != again) {
                    errors.add("two commits in one view: " + all + " and " + again);
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                errors.add(e.toString());
            }
        }
    }

    private static void ask(ClaimSearch search, GeneratedClaims generated, Random random) throws IOException {
        search.find("subject:\"" + generated.subject(random) + "\" verdict:contradicted", 20, Marks.HTML);
        search.find("\"open source\" " + "outlet:\"" + GeneratedClaims.outlet(random) + "\"", 20, Marks.HTML);
    }
}
