package org.openwash.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Handing over and asking for, on two threads.
class PulledIT {

    private static final int LONG = 30_000;

    @Test
    void allComesInOrder() {
        var got = new ArrayList<Integer>();
        try (var pulled = new Pulled<Integer>(sink -> {
            for (int i = 0; i < 1_000; i++) {
                sink.accept(i);
            }
        })) {
            pulled.forEachRemaining(got::add);
        }
        assertThat(got).hasSize(1_000).isSorted();
    }

    @Test
    void aFailureArrivesBehindWhatCameBefore() {
        try (var pulled = new Pulled<Integer>(sink -> {
            sink.accept(1);
            throw new IllegalArgumentException("torn");
        })) {
            assertThat(pulled.next()).isEqualTo(1);
            assertThatThrownBy(pulled::hasNext).isInstanceOf(IllegalStateException.class).hasMessageContaining("torn");
        }
    }

    /// Four wait; the reader stands at the fifth, or at its end.
    @ParameterizedTest
    @ValueSource(ints = {0, 4, 5, 1_000})
    void whoIsNotAskedAnyMoreEndsWithoutASound(int things) throws InterruptedException {
        var uncaught = new CopyOnWriteArrayList<Throwable>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> uncaught.add(e));
        try {
            var begun = new CountDownLatch(1);
            var pulled = new Pulled<Integer>(sink -> {
                begun.countDown();
                for (int i = 0; i < things; i++) {
                    sink.accept(i);
                }
            });
            begun.await();
            Thread.sleep(50); // until it stands; if it does not yet, that is a case too
            pulled.close();
            pulled.thread().join(LONG);
            assertThat(pulled.thread().isAlive()).isFalse();
            assertThat(uncaught).isEmpty();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
