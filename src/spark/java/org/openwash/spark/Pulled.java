package org.openwash.spark;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Turns what hands things over into what can be asked for them, as Spark does: it runs on a thread of its own, a few things
/// ahead.
final class Pulled<T> implements Iterator<T>, AutoCloseable {

    /// Few, since each may have megabytes.
    private static final int AHEAD = 4;

    /// @param thing   null at the end
    /// @param failure why it ended; null if all is well
    private record Item<T>(@Nullable T thing, @Nullable Throwable failure) {}

    private final BlockingQueue<Item<T>> waiting = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;
    private volatile boolean closed;
    private @Nullable Item<T> next;

    Pulled(Consumer<Consumer<T>> push) {
        thread = new Thread(() -> {
            @Nullable Throwable failure = null;
            try {
                push.accept(thing -> put(new Item<>(thing, null)));
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            if (!closed) {
                offer(new Item<>(null, failure));
            }
        }, "reader");
        thread.setDaemon(true);
        thread.start();
    }

    private void put(Item<T> item) {
        if (closed || !offer(item)) {
            throw new IllegalStateException("nobody asks any more"); // ends the reading
        }
    }

    private boolean offer(Item<T> item) {
        try {
            waiting.put(item);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            try {
                next = waiting.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        if (next.failure() != null) {
            throw new IllegalStateException("while reading: " + next.failure(), next.failure());
        }
        return next.thing() != null;
    }

    @Override
    public T next() {
        if (!hasNext() || next == null || next.thing() == null) {
            throw new NoSuchElementException();
        }
        T thing = next.thing();
        next = null;
        return thing;
    }

    /// Ends the thread, if nobody asks any more before the end.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    Thread thread() {
        return thread;
    }
}
