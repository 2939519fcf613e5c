package org.openwash.fetch;

import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a server sent for one request.
///
/// @param asked   the headers of the request, in their order
/// @param headers of the answer, in their order, names as written
/// @param sent    the content as it came, chunks joined
/// @param content the same unpacked
/// @param from    whom we were connected to; null if that is not known
record Answer(
        WebAddress address,
        Instant at,
        List<Header> asked,
        int status,
        String phrase,
        List<Header> headers,
        byte[] sent,
        byte[] content,
        @Nullable InetAddress from) {

    record Header(String name, String value) {}

    static final int OK = 200;
    static final int NOT_MODIFIED = 304;
    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

    Answer {
        asked = List.copyOf(asked);
        headers = List.copyOf(headers);
    }

    /// The first header of this name, without blanks around it; empty if there is none.
    String header(String name) {
        return headers.stream().filter(h -> h.name().equalsIgnoreCase(name)).map(h -> h.value().strip()).findFirst().orElse("");
    }

    boolean isRedirect() {
        return REDIRECTS.contains(status) && !header("Location").isEmpty();
    }

    boolean isSuccess() {
        return status == OK || status == 203;
    }

    Optional<WebAddress> target() {
        return address.resolve(header("Location"));
    }

    URI uri() {
        return address.uri();
    }

    /// Media type in lower case, without parameters.
    String type() {
        return header("Content-Type").replaceFirst("(?s)[;,].*", "").strip().toLowerCase(Locale.ROOT);
    }
}
