package org.openwash.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.openwash.Settings;
import org.openwash.domain.SetupException;
import org.openwash.web.ServerSettings;
import org.openwash.web.WebServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Shows the claims of the index in a browser, and answers programs, until it is told to stop.
@Command(name = "serve", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Open the claim index to a browser (/) and to programs (/api/openapi.json), on this machine only "
                + "unless told otherwise. The address is printed once it listens; Ctrl+C or SIGTERM ends it.")
final class ServeCommand implements Callable<Integer> {

    private static final String TOKEN_VARIABLE = "OPENWASH_TOKEN";

    @Option(names = "--port", paramLabel = "N", description = "the port, 0 for any that is free (default: 8080)")
    private int port = ServerSettings.PORT;

    @Option(names = "--host", paramLabel = "H",
            description = "the address or name to listen on (default: 127.0.0.1); others than this machine's own need a token")
    private String host = ServerSettings.LOCAL;

    @Option(names = "--review", description = "take reviewers' decisions; without it nothing is ever written")
    private boolean review;

    @Option(names = "--token", paramLabel = "FILE",
            description = "a file that holds the token which clients show to read whole articles and to decide "
                    + "(or the variable " + TOKEN_VARIABLE + ")")
    private @Nullable Path token;

    @Mixin
    private ThresholdOption threshold = new ThresholdOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private @Nullable CommandSpec command; // set by picocli

    private final Streams streams;

    ServeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = common.settings(threshold.given());
        common.messages(streams);
        if (port < 0 || port > 65_535) {
            throw usage("--port lies between 0 and 65535");
        }
        String shown = token();
        if (shown == null && !isThisMachine()) {
            throw usage("--host " + host + " lets others in, so it needs a token: --token FILE or the variable "
                    + TOKEN_VARIABLE + ". Make one with: openssl rand -hex 32");
        }
        var server = WebServer.start(new ServerSettings(host, port, shown, review), settings, streams.clock());
        streams.out().println("Openwash listens at " + server.address());
        streams.out().flush();
        waitFor(server);
        return ExitCode.DONE;
    }

    private @Nullable String token() throws IOException {
        String fromVariable = System.getenv(TOKEN_VARIABLE);
        if (token == null) {
            return fromVariable == null || fromVariable.isBlank() ? null : fromVariable.strip();
        }
        if (!Files.isRegularFile(token)) {
            throw new SetupException("No token file at " + token + ". Write one with: openssl rand -hex 32 > " + token);
        }
        return Files.readString(token, StandardCharsets.UTF_8).strip();
    }

    private boolean isThisMachine() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw usage("there is no address " + host);
        }
    }

    /// Until a signal comes: then requests in work are answered, and the process ends as one that is done.
    private void waitFor(WebServer server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            streams.out().flush();
            Runtime.getRuntime().halt(ExitCode.DONE);
        }, "stop"));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            server.close();
        }
    }

    private ParameterException usage(String what) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), what);
    }
}
