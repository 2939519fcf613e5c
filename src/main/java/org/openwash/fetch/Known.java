package org.openwash.fetch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What is remembered of a page that was got before, so that it need not be sent or kept twice.
///
/// @param address  the one that answered, after redirects; empty if the page was never got
/// @param etag     as the server wrote it; empty if it sent none
/// @param modified the header `Last-Modified`, likewise
/// @param digest   of the content, unpacked: SHA-256 in hex digits
/// @param captured when
record Known(String address, String etag, String modified, String digest, Instant captured) {

    static final Known NOTHING = new Known("", "", "", "", Instant.EPOCH);
    private static final int LONGEST = 1_000;

    Known {
        requireNonNull(address);
        requireNonNull(etag);
        requireNonNull(modified);
        requireNonNull(digest);
        requireNonNull(captured);
    }

    static Known of(Answer answer, String digest) {
        return new Known(answer.address().toString(), kept(answer.header("ETag")), kept(answer.header("Last-Modified")), digest,
                answer.at());
    }

    private static String kept(String header) {
        return header.length() <= LONGEST && header.chars().allMatch(c -> c >= ' ' && c < 0x7F) ? header : "";
    }

    boolean isOf(WebAddress page) {
        return address.equals(page.toString());
    }

    List<Answer.Header> conditions() {
        var headers = new ArrayList<Answer.Header>();
        if (!etag.isEmpty()) {
            headers.add(new Answer.Header("If-None-Match", etag));
        }
        if (!modified.isEmpty()) {
            headers.add(new Answer.Header("If-Modified-Since", modified));
        }
        return headers;
    }
}
