package org.openwash.fetch;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;
import org.openwash.fetch.TroubleException.Meaning;

/// Good manners: one request at a time to a host, a delay between two, none before the moment that a server named
/// (`Retry-After`), and a bounded number in a bounded time in all.
///
/// Trusts no clock: a wait is never longer than its delay, and a moment further off than [#LONGEST_REST] was named by a
/// clock that has been set since, or by a server that is not to be believed.
final class Turns {

    /// Servers name seconds or hours. A longer rest is kept for this long.
    static final Duration LONGEST_REST = Duration.ofDays(7);
    /// A rest of this length is waited for; longer ones are for the next run.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /// So much is held in memory for each thread that the user grants; whoever may take more counts for several.
    static final long BYTES_A_THREAD = Limits.DEFAULTS.largest();

    /// Sends one request.
    interface Request {
        Answer send() throws TroubleException;
    }

    private static final class Host {
        private final ReentrantLock lock = new ReentrantLock(true);
        private @Nullable Instant last;
        private @Nullable Instant notBefore; // null if the server named no moment
    }

    private final Clock clock;
    private final Pause pause;
    private final LongSupplier nanos;
    private final long end;
    private final int threads;
    private final Semaphore atOnce;
    private final SourceList.Bounds bounds;
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    /// @param rests until when hosts asked to be left alone, as the last run remembers it
    /// @param nanos a clock that nobody sets, for the length of the run
    Turns(Clock clock, Pause pause, LongSupplier nanos, int threads, SourceList.Bounds bounds, Map<String, Instant> rests) {
        this.clock = clock;
        this.pause = pause;
        this.nanos = nanos;
        this.end = nanos.getAsLong() + bounds.time().toNanos();
        this.threads = threads;
        this.atOnce = new Semaphore(threads, true);
        this.bounds = bounds;
        Instant now = clock.instant();
        rests.forEach((name, until) -> {
            if (until.isAfter(now) && !until.isAfter(now.plus(LONGEST_REST))) {
                host(name).notBefore = until;
            }
        });
    }

    private Host host(String name) {
        return hosts.computeIfAbsent(name, n -> new Host());
    }

    /// @param largest bytes that the answer may have
    Answer take(WebAddress address, Duration delay, long largest, Request request) throws TroubleException, InterruptedException {
        Host host = host(address.host());
        host.lock.lockInterruptibly();
        try {
            await(host, address.host(), delay);
            int room = (int) Math.min(threads, (largest + BYTES_A_THREAD - 1) / BYTES_A_THREAD);
            atOnce.acquire(room);
            try {
                if (sent.incrementAndGet() > bounds.requests()) {
                    sent.decrementAndGet();
                    throw new TroubleException(Meaning.LATER, "the limit of " + bounds.requests() + " requests a run is reached");
                }
                Answer answer = request.send();
                host.notBefore = rest(answer);
                return answer;
            } finally {
                host.last = clock.instant();
                atOnce.release(room);
            }
        } finally {
            host.lock.unlock();
        }
    }

    private void await(Host host, String name, Duration delay) throws TroubleException, InterruptedException {
        Instant now = clock.instant();
        Duration wait = Duration.ZERO;
        if (host.last != null) {
            Duration gone = Duration.between(host.last, now);
            wait = gone.isNegative() ? delay : delay.minus(gone);
        }
        if (host.notBefore != null && host.notBefore.isAfter(now)) {
            Duration rest = Duration.between(now, host.notBefore);
            if (rest.compareTo(PATIENCE) > 0) {
                throw new TroubleException(Meaning.LATER, name + " asked to be left alone until " + host.notBefore);
            }
            wait = wait.compareTo(rest) < 0 ? rest : wait;
        }
        if (nanos.getAsLong() + Math.max(0, wait.toNanos()) - end >= 0) {
            throw new TroubleException(Meaning.LATER, "the run may take " + bounds.time().toMinutes() + " minutes, and they are over");
        }
        if (wait.isPositive()) {
            pause.forAsLongAs(wait);
        }
    }

    /// The moment that an answer names for the next request; null if it names none.
    private @Nullable Instant rest(Answer answer) {
        String written = answer.header("Retry-After");
        if (written.isEmpty()) {
            return null;
        }
        Instant now = clock.instant();
        Instant latest = now.plus(LONGEST_REST);
        Instant until = null;
        if (written.matches("\\d{1,18}")) {
            long seconds = Long.parseLong(written);
            until = seconds > LONGEST_REST.toSeconds() ? latest : now.plusSeconds(seconds);
        } else {
            until = date(written);
        }
        return until == null || !until.isAfter(now) ? null : until.isAfter(latest) ? latest : until;
    }

    private static @Nullable Instant date(String written) {
        try {
            return DateUtils.parseStandardDate(written);
        } catch (DateTimeException e) {
            return null;
        }
    }

    int requests() {
        return sent.get();
    }

    /// Until when hosts asked to be left alone, those of the past left out.
    Map<String, Instant> rests() {
        var rests = new TreeMap<String, Instant>();
        Instant now = clock.instant();
        hosts.forEach((name, host) -> {
            if (host.notBefore != null && host.notBefore.isAfter(now)) {
                rests.put(name, host.notBefore);
            }
        });
        return rests;
    }
}
