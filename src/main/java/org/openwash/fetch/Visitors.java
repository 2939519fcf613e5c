package org.openwash.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;

/// A visitor for each source, since each may have hosts that only it may ask.
final class Visitors implements Closeable {

    private final AddressRules rules = AddressRules.load();
    private final SourceList list;
    private final Turns turns;
    private final Robots robots;
    private final DnsResolver names;
    private final Clock clock;
    private final TlsSocketStrategy tls = DefaultClientTlsStrategy.createDefault();
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "fetch-deadlines");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Visitor> bySource = new HashMap<>();

    Visitors(SourceList list, Turns turns, Robots robots, DnsResolver names, Clock clock) {
        this.list = list;
        this.turns = turns;
        this.robots = robots;
        this.names = names;
        this.clock = clock;
    }

    synchronized Visitor of(Source source) {
        return bySource.computeIfAbsent(source.name(), name -> new Visitor(
                new CheckedClient(new CheckedResolver(rules, source.allowPrivate(), names), source.limits(), clock, alarm, tls),
                source.limits(), turns, robots, list.userAgent()));
    }

    @Override
    public synchronized void close() throws IOException {
        alarm.shutdownNow();
        for (Visitor visitor : bySource.values()) {
            visitor.close();
        }
    }
}
