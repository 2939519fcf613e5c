package org.openwash.web;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;

/// What can be set for a server.
///
/// @param host     the address or name it listens on
/// @param port     0 for any that is free
/// @param token    what a client shows to read whole articles and to decide; null: every client of this machine may
/// @param review   whether decisions are taken at all
/// @param patience the longest that a client may take over the head of a request, and leave a connection idle
public record ServerSettings(String host, int port, @Nullable String token, boolean review, Duration patience) {

    public static final String LOCAL = "127.0.0.1";
    public static final int PORT = 8080;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Pattern TOKEN = Pattern.compile("[!-~]{16,1000}");

    public ServerSettings {
        if (token != null && !TOKEN.matcher(token).matches()) {
            throw new SetupException("A token has 16 to 1000 letters, digits and signs, without spaces. "
                    + "Make one with: openssl rand -hex 32");
        }
    }

    public ServerSettings(String host, int port, @Nullable String token, boolean review) {
        this(host, port, token, review, PATIENCE);
    }

    /// Of this machine, on any free port.
    public static ServerSettings local() {
        return new ServerSettings(LOCAL, 0, null, false);
    }

    @Override
    public String toString() {
        return host + ":" + port + (token == null ? "" : ", with a token") + (review ? ", for review" : "");
    }
}
