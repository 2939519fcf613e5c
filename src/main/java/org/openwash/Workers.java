package org.openwash;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Outcome;
import org.openwash.domain.RawArticle;

/// Analyses articles on several threads, each with an analyser of its own.
///
/// Memory does not grow with the input: few articles wait at a time, and of large ones fewer; who submits more waits
/// too. An article that takes longer than the limit is booked as failed and its thread is left behind: analysing does
/// no I/O, so that nothing is left half done, and another thread takes its place. A bug in one article ends the run:
/// closing throws what the worker threw.
final class Workers implements AutoCloseable {

    /// The reason for giving an article up begins so.
    static final String TOO_LONG = "took longer than the limit of ";

    private static final int WAITING_FOR_EACH = 4;
    /// The bytes of all articles that wait or are at work: reading one takes ten times its size and more, so the largest
    /// has the machine to itself.
    static final int LARGEST_TOGETHER = 16 << 20;

    private final BlockingQueue<Job> waiting;
    private final Set<Job> running = ConcurrentHashMap.newKeySet();
    private final Phaser workers = new Phaser(1); // one party is who closes
    private final Semaphore memory;
    private final Supplier<Function<RawArticle, Outcome>> analysers;
    private final OutcomeSink sink;
    private final IntConsumer progress;
    private final Duration limit;
    private final ScheduledExecutorService watch;
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /// One article on its way. Whoever settles it first, the worker or the watch, says what became of it.
    private static final class Job {
        static final Job END = new Job(null, 0);

        private final @Nullable RawArticle raw; // null only in END
        private final int permits;
        private final AtomicBoolean settled = new AtomicBoolean();
        private volatile long started;
        private volatile @Nullable Thread thread;

        Job(@Nullable RawArticle raw, int permits) {
            this.raw = raw;
            this.permits = permits;
        }

        boolean settle() {
            return settled.compareAndSet(false, true);
        }
    }

    /// @param limit the longest that one article may take
    Workers(int threads, Supplier<Function<RawArticle, Outcome>> analysers, OutcomeSink sink, IntConsumer progress,
            Duration limit) {
        this.analysers = analysers;
        this.sink = sink;
        this.progress = progress;
        this.limit = limit;
        waiting = new ArrayBlockingQueue<>(threads * WAITING_FOR_EACH);
        memory = new Semaphore(LARGEST_TOGETHER, true);
        for (int i = 0; i < threads; i++) {
            startWorker();
        }
        watch = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "watch"));
        long interval = Math.max(1, limit.toMillis() / 20);
        watch.scheduleWithFixedDelay(this::giveUpLate, interval, interval, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true); // one that was left behind must not keep the program from ending
        return thread;
    }

    private void startWorker() {
        workers.register();
        daemon(this::work, "analyser").start();
    }

    void submit(RawArticle raw) {
        if (failure.get() != null) {
            return;
        }
        int permits = Math.min(LARGEST_TOGETHER, raw.content().length);
        memory.acquireUninterruptibly(permits);
        put(new Job(raw, permits));
    }

    /// Leaves what waits undone, for a run that is told to stop; closing then throws what is given here.
    void stop(RuntimeException why) {
        failure.compareAndSet(null, why);
    }

    private void put(Job job) {
        try {
            waiting.put(job);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void work() {
        var analyser = new AtomicReference<@Nullable Function<RawArticle, Outcome>>(); // made when first needed
        boolean left = false; // whether the watch has put another in this thread's place
        try {
            while (!left) {
                Job job = waiting.take();
                RawArticle raw = job.raw;
                if (raw == null) {
                    put(job); // for the others
                    break;
                }
                job.thread = Thread.currentThread();
                job.started = System.nanoTime();
                running.add(job);
                Optional<Outcome> outcome = analyse(analyser, raw);
                left = !job.settle();
                if (!left) {
                    running.remove(job);
                    memory.release(job.permits);
                    outcome.ifPresent(this::enter);
                }
            }
        } catch (InterruptedException e) {
            failure.compareAndSet(null, new IllegalStateException("interrupted", e));
        } finally {
            if (!left) {
                workers.arriveAndDeregister();
            }
        }
    }

    /// Nothing once the run has failed: the rest is only taken out of the queue.
    private Optional<Outcome> analyse(AtomicReference<@Nullable Function<RawArticle, Outcome>> analyser, RawArticle raw) {
        if (failure.get() != null) {
            return Optional.empty();
        }
        try {
            return Optional.of(analyser.updateAndGet(a -> a != null ? a : analysers.get()).apply(raw));
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, new IllegalStateException("while reading " + raw.source() + ": " + e, e));
            return Optional.empty();
        }
    }

    private void enter(Outcome outcome) {
        try {
            sink.enter(outcome);
            progress.accept(done.incrementAndGet());
        } catch (RuntimeException | Error e) { // the index cannot be written to: says so itself
            failure.compareAndSet(null, e instanceof RuntimeException known ? known : new IllegalStateException(e));
        }
    }

    private void giveUpLate() {
        for (Job job : running) {
            RawArticle raw = job.raw;
            if (raw != null && System.nanoTime() - job.started > limit.toNanos() && job.settle()) {
                running.remove(job);
                memory.release(job.permits);
                startWorker();
                Thread stuck = job.thread;
                if (stuck != null) {
                    stuck.interrupt();
                }
                enter(new Outcome.Failed(raw.source(), TOO_LONG + limit.toSeconds() + " s", ""));
                workers.arriveAndDeregister(); // for the thread that is left behind
            }
        }
    }

    /// Also where the thread is told to end: then what waits is left undone, and nothing of this stays behind.
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        if (interrupted) {
            stop(new IllegalStateException("interrupted"));
        }
        try {
            put(Job.END);
            workers.arriveAndAwaitAdvance();
        } finally {
            watch.shutdownNow();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }
}
