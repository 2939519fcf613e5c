package org.openwash.fetch;

import java.time.Duration;

/// How much a source may take.
///
/// @param delay    between the end of one request to a host and the next
/// @param deadline for one request, from looking its host up to the last byte
/// @param largest  bytes of an answer, as sent and also unpacked
/// @param pages    pages of one run; the others wait for the next
public record Limits(Duration delay, Duration deadline, long largest, int pages) {

    public static final Limits DEFAULTS = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(60), 5L << 20, 200);
}
