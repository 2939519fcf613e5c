package org.openwash.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.eclipse.jetty.util.thread.Scheduler;

/// Closes connections whose client trickles: a byte now and then keeps an idle time-out from ending them, and enough of
/// them would leave none for others.
final class SlowClients extends AbstractLifeCycle implements Connection.Listener {

    /// A whole request, with its answer, may take this many times as long as its head: a large download does.
    private static final int WHOLE = 60;

    private final long patience;
    private final Map<Connection, Seen> open = new ConcurrentHashMap<>();
    private final Scheduler scheduler = new ScheduledExecutorScheduler("slow-clients", true);

    /// The number of requests and answers when it last changed.
    private record Seen(long in, long out, long since) {}

    SlowClients(Duration patience) {
        this.patience = patience.toMillis();
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Seen(0, 0, System.nanoTime()));
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    @Override
    protected void doStart() throws Exception {
        scheduler.start();
        again();
    }

    @Override
    protected void doStop() throws Exception {
        scheduler.stop();
    }

    private void again() {
        scheduler.schedule(() -> {
            look();
            again();
        }, Math.max(1, patience / 10), TimeUnit.MILLISECONDS);
    }

    private void look() {
        long now = System.nanoTime();
        open.forEach((connection, seen) -> {
            long in = connection.getMessagesIn();
            long out = connection.getMessagesOut();
            if (in != seen.in() || out != seen.out()) {
                open.replace(connection, new Seen(in, out, now));
            } else if ((now - seen.since()) / 1_000_000 > (in > out ? patience * WHOLE : patience)) {
                connection.getEndPoint().close();
            }
        });
    }
}
