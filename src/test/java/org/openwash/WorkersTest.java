package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openwash.domain.Format;
import org.openwash.domain.Metadata;
import org.openwash.domain.Outcome;
import org.openwash.domain.RawArticle;

@Timeout(60)
class WorkersTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final List<Outcome> booked = Collections.synchronizedList(new ArrayList<>());

    private static RawArticle raw(String source, int bytes) {
        return new RawArticle(source, Format.TEXT, new byte[bytes], null, Metadata.UNKNOWN);
    }

    private static Outcome read(RawArticle raw) {
        return new Outcome.Skipped(raw.source(), "read");
    }

    @Test
    void everyArticleIsBookedOnce() {
        try (var workers = new Workers(3, () -> WorkersTest::read, booked::add, n -> {}, LONG)) {
            IntStream.range(0, 1000).forEach(i -> workers.submit(raw("a" + i, i)));
        }
        assertThat(booked).extracting(Outcome::source).doesNotHaveDuplicates().hasSize(1000);
    }

    @Test
    void anArticleWithoutEndCostsItselfAndNothingElse() {
        var never = new CountDownLatch(1);
        Function<RawArticle, Outcome> analyser = raw -> {
            while (raw.source().startsWith("endless") && never.getCount() > 0) {
                Thread.onSpinWait(); // does not heed interrupts, as a library may not
            }
            return read(raw);
        };
        try (var workers = new Workers(2, () -> analyser, booked::add, n -> {}, Duration.ofMillis(300))) {
            for (int i = 0; i < 60; i++) {
                workers.submit(raw(i % 20 == 3 ? "endless" + i : "a" + i, 10));
            }
        } finally {
            never.countDown();
        }
        assertThat(booked).extracting(Outcome::source).doesNotHaveDuplicates().hasSize(60);
        assertThat(booked).filteredOn(Outcome.Failed.class::isInstance).extracting(Outcome::source)
                .containsExactlyInAnyOrder("endless3", "endless23", "endless43");
        assertThat(booked).filteredOn(Outcome.Failed.class::isInstance)
                .allSatisfy(o -> assertThat(((Outcome.Failed) o).reason()).startsWith("took longer than the limit of"));
    }

    @Test
    void largeArticlesWaitForEachOtherSoThatMemoryHoldsFewOfThem() {
        int large = (int) Math.min(8 << 20, Runtime.getRuntime().maxMemory() / 30); // two are too many at once
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        Function<RawArticle, Outcome> analyser = raw -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            Thread.yield();
            atOnce.decrementAndGet();
            return read(raw);
        };
        try (var workers = new Workers(8, () -> analyser, booked::add, n -> {}, LONG)) {
            byte[] content = new byte[large];
            for (int i = 0; i < 50; i++) {
                workers.submit(new RawArticle("a" + i, Format.TEXT, content, null, Metadata.UNKNOWN));
            }
        }
        long bytes = (long) large * most.get();
        assertThat(bytes).isLessThanOrEqualTo(Math.max(large, Runtime.getRuntime().maxMemory() / 20));
        assertThat(booked).hasSize(50);
    }

    @Test
    void aBugInOneArticleEndsTheRunAndNamesTheArticle() {
        Function<RawArticle, Outcome> analyser = raw -> {
            if (raw.source().equals("a7")) {
                throw new IllegalStateException("no such span");
            }
            return read(raw);
        };
        assertThatThrownBy(() -> {
            try (var workers = new Workers(2, () -> analyser, booked::add, n -> {}, LONG)) {
                IntStream.range(0, 500).forEach(i -> workers.submit(raw("a" + i, 100)));
            }
        }).hasMessageContaining("while reading a7").hasMessageContaining("no such span");
    }

    @Test
    void anAnalyserThatCannotBeMadeEndsTheRun() {
        assertThatThrownBy(() -> {
            try (var workers = new Workers(2, () -> {
                throw new IllegalStateException("no models");
            }, booked::add, n -> {}, LONG)) {
                IntStream.range(0, 500).forEach(i -> workers.submit(raw("a" + i, 100)));
            }
        }).hasMessageContaining("no models");
    }
}
