package org.openwash.web;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Decisions;
import org.openwash.domain.SetupException;
import org.openwash.index.ArticleIndex;
import org.openwash.index.ClaimSearch;
import org.openwash.review.DecisionFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives each request one view of the index and of the decisions, whatever is written meanwhile.
///
/// A view stays open until the last request that took it has let go of it. Whether there is a newer commit, or another
/// decisions.csv, is looked up at most once in the interval. What cannot be read then (a line broken by hand, an index
/// half deleted) leaves the view before in its place, with a notice.
final class CurrentIndex implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentIndex.class);

    private final Path folder;
    private final DecisionFile file;
    private final double minConfidence;
    private final long interval;
    private final ReentrantLock refreshing = new ReentrantLock();
    private volatile Opened current;
    private volatile long checked = System.nanoTime();
    private volatile String notice = "";

    /// @param out      the output folder
    /// @param interval the shortest time between two looks at the files
    /// @throws SetupException if there is no index, or a line of decisions.csv cannot be read
    CurrentIndex(Path out, double minConfidence, Duration interval) throws IOException {
        this.folder = out.resolve(ArticleIndex.FOLDER);
        this.file = DecisionFile.in(out);
        this.minConfidence = minConfidence;
        this.interval = interval.toNanos();
        this.current = open();
    }

    /// What a request sees from its beginning to its end. To be closed.
    record View(Opened opened, String notice) implements AutoCloseable {

        ClaimSearch search() {
            return opened.search;
        }

        Decisions decisions() {
            return opened.decisions;
        }

        @Override
        public void close() {
            opened.release();
        }
    }

    View take() {
        if (System.nanoTime() - checked > interval && refreshing.tryLock()) { // the others go on with what is there
            try {
                refreshIfChanged();
            } finally {
                refreshing.unlock();
            }
        }
        while (true) {
            Opened opened = current;
            if (opened.retain()) {
                return new View(opened, notice);
            }
        }
    }

    /// Looks at the files now: what was decided before the call shows in views taken after it.
    void refresh() {
        refreshing.lock();
        try {
            refreshIfChanged();
        } finally {
            refreshing.unlock();
        }
    }

    private void refreshIfChanged() {
        try {
            if (!current.search.isCurrent() || !current.stamp.equals(Stamp.of(file.path()))) {
                Opened before = current;
                current = open();
                before.release();
            }
            notice = "";
        } catch (IOException | UncheckedIOException | SetupException e) {
            String message = "What is shown is not the newest: " + e.getMessage();
            if (!message.equals(notice)) {
                LOG.warn(message);
            }
            notice = message;
        } finally {
            checked = System.nanoTime();
        }
    }

    private Opened open() throws IOException {
        Stamp stamp = Stamp.of(file.path()); // before reading: what is added while reading is seen at the next look
        Decisions decisions = file.read();
        ArticleIndex index = ArticleIndex.openForReading(folder);
        try {
            return new Opened(index, index.search(minConfidence, decisions), decisions, stamp);
        } catch (IOException | RuntimeException e) {
            index.close();
            throw e;
        }
    }

    @Override
    public void close() {
        current.release();
    }

    /// Tells one state of a file from another.
    ///
    /// @param key the file's number in its file system, null where it has none
    private record Stamp(long size, long changed, @Nullable Object key) {

        static Stamp of(Path file) throws IOException {
            if (!Files.exists(file)) {
                return new Stamp(-1, 0, null);
            }
            var is = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(is.size(), is.lastModifiedTime().toMillis(), is.fileKey());
        }
    }

    /// An open view with the number of those who hold it, its maker among them.
    static final class Opened {

        private final ArticleIndex index;
        private final ClaimSearch search;
        private final Decisions decisions;
        private final Stamp stamp;
        private final AtomicInteger holders = new AtomicInteger(1);

        private Opened(ArticleIndex index, ClaimSearch search, Decisions decisions, Stamp stamp) {
            this.index = index;
            this.search = search;
            this.decisions = decisions;
            this.stamp = stamp;
        }

        /// False where the last holder has gone.
        private boolean retain() {
            return holders.getAndUpdate(n -> n == 0 ? 0 : n + 1) > 0;
        }

        private void release() {
            if (holders.decrementAndGet() == 0) {
                try {
                    search.close();
                    index.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
