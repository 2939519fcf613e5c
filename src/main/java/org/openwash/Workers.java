package org.openwash;

import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.RawArticle;

/// Analyses articles on several threads, each with an [Analyser] of its own.
///
/// At most a few articles for each thread wait at a time: who submits more does some of the work, so that memory does
/// not grow with the input. Of large ones there are fewer at a time, since reading one takes ten times its size and
/// more: the largest has the machine to itself. A bug in one article ends the run: closing throws what the worker threw.
final class Workers implements AutoCloseable {

    private static final int WAITING_FOR_EACH = 4;

    /// The bytes of all articles that wait or are at work.
    private static final int LARGEST_TOGETHER = 16 << 20;

    private final Semaphore bytes = new Semaphore(LARGEST_TOGETHER);
    private final ThreadPoolExecutor pool;
    private final ThreadLocal<Analyser> analysers;
    private final OutcomeSink sink;
    private final IntConsumer progress;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    Workers(int threads, Supplier<Analyser> analysers, OutcomeSink sink, IntConsumer progress) {
        this.analysers = ThreadLocal.withInitial(analysers);
        this.sink = sink;
        this.progress = progress;
        pool = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(threads * WAITING_FOR_EACH), new ThreadPoolExecutor.CallerRunsPolicy());
    }

    void submit(RawArticle raw) {
        if (failure.get() == null) {
            int size = Math.min(raw.content().length, LARGEST_TOGETHER);
            bytes.acquireUninterruptibly(size);
            pool.execute(() -> {
                try {
                    analyse(raw);
                } finally {
                    bytes.release(size);
                }
            });
        }
    }

    private void analyse(RawArticle raw) {
        if (failure.get() != null) {
            return;
        }
        try {
            sink.enter(analysers.get().analyse(raw));
            progress.accept(done.incrementAndGet());
        } catch (UncheckedIOException e) {
            failure.compareAndSet(null, e); // the index cannot be written to: says so itself
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, new IllegalStateException("while reading " + raw.source() + ": " + e, e));
        }
    }

    @Override
    public void close() {
        pool.shutdown();
        try {
            while (!pool.awaitTermination(1, TimeUnit.HOURS)) {
                // a long run; nothing to do but wait
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }
}
