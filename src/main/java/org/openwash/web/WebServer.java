package org.openwash.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.openwash.Settings;
import org.openwash.domain.SetupException;
import org.openwash.facts.FactBook;
import org.openwash.review.DecisionFile;

/// The page and its API over one output folder, from start to close. Only reads the index; a run may write to it.
public final class WebServer implements AutoCloseable {

    /// Enough for a query of the longest kind with each sign encoded.
    private static final int HEADER_BYTES = 64 * 1024;
    private static final int THREADS = 64;
    private static final int CONNECTIONS = 1_000;
    private static final long STOP_MILLIS = 3_000;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Javalin javalin;
    private final CurrentIndex index;
    private final String host;

    private WebServer(Javalin javalin, CurrentIndex index, String host) {
        this.javalin = javalin;
        this.index = index;
        this.host = host;
    }

    /// Starts to listen.
    ///
    /// @throws SetupException if there is no index, something of the folder cannot be read, or the port is taken
    public static WebServer start(ServerSettings server, Settings settings, Clock clock) throws IOException {
        FactBook book = FactBook.load(settings.facts());
        var index = new CurrentIndex(settings.out(), settings.minConfidence(), LOOK_AGAIN);
        var desk = new ReviewDesk(index, DecisionFile.in(settings.out()), clock);
        var routes = new Routes(server, index, book, desk, new SeenBefore(settings, clock));
        Javalin javalin = Javalin.create(config -> {
            configure(config, server);
            routes.register(config.routes);
        });
        try {
            javalin.start();
        } catch (JavalinBindException e) {
            index.close();
            throw new SetupException("Cannot listen on " + server.host() + ", port " + server.port()
                    + ": another program does, or the address is not this machine's. Choose another --port (0 takes any "
                    + "that is free) or --host.", e);
        }
        return new WebServer(javalin, index, server.host());
    }

    private static void configure(JavalinConfig config, ServerSettings server) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Body.LARGEST;
        // a page that repeats what was typed beside the mark of its form must not be compressed
        config.http.compressionStrategy = CompressionStrategy.NONE;
        var threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("web");
        threads.setDaemon(true);
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(HEADER_BYTES);
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
        });
        config.jetty.modifyServer(jetty -> {
            jetty.setStopTimeout(STOP_MILLIS);
            jetty.setErrorHandler(WebServer::unreadable);
            jetty.addBean(new NetworkConnectionLimit(CONNECTIONS, jetty));
        });
        config.jetty.addConnector((jetty, http) -> {
            var connector = new ServerConnector(jetty, new HttpConnectionFactory(http));
            connector.setHost(server.host());
            connector.setPort(server.port());
            connector.setIdleTimeout(server.patience().toMillis());
            connector.addBean(new SlowClients(server.patience()));
            return connector;
        });
    }

    /// For requests that do not reach a route: a head that is too long, or breaks the protocol.
    private static boolean unreadable(Request request, Response response, Callback callback) {
        Guard.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put("Content-Type", "text/plain; charset=utf-8");
        String sentence = switch (response.getStatus()) {
            case 414, 431 -> "The address or the head of the request is too long. A query has at most 10,000 characters.";
            default -> "The request cannot be read.";
        };
        Content.Sink.write(response, true, sentence + "\n", callback);
        return true;
    }

    /// Where it listens: `http://127.0.0.1:8080/`.
    public String address() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + javalin.port() + "/";
    }

    /// Every route as `GET /claim/{id}`.
    List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(route -> route.endpoint.method.isHttpMethod())
                .map(route -> route.endpoint.method.name() + " " + route.endpoint.path)
                .toList();
    }

    @Override
    public void close() {
        javalin.stop();
        index.close();
    }
}
