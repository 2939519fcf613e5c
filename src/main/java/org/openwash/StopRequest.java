package org.openwash;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Asks a run to end soon, and waits until it has: for a process that is told to stop (SIGTERM).
public final class StopRequest {

    /// Thrown within a run once it is to stop.
    static final class StoppedException extends RuntimeException {
        StoppedException() {
            super("told to stop");
        }
    }

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean made;

    public void make() {
        made = true;
    }

    public boolean isMade() {
        return made;
    }

    void check() {
        if (made) {
            throw new StoppedException();
        }
    }

    /// Says that nothing more will be written.
    public void ended() {
        ended.countDown();
    }

    /// Returns when the run has ended, or after this many seconds.
    public void awaitEnd(int seconds) throws InterruptedException {
        ended.await(seconds, TimeUnit.SECONDS);
    }
}
