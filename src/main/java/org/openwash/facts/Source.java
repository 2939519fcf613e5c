package org.openwash.facts;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a fact was seen: the address of the original page, and the copy through which it was read, if any.
///
/// In data files: `ADDRESS` or `ADDRESS {through COPY}`.
///
/// @param through empty where the page itself was read
public record Source(String address, String through) implements Serializable {

    private static final Pattern NOTATION = Pattern.compile("(\\S+)(?: \\{through ([^{}]+)})?");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+\\.[^\\s]+|pkg:\\S+|debian:\\S+");

    /// @throws IllegalArgumentException if it has no address
    static Source parse(String text) {
        Matcher m = NOTATION.matcher(text.strip());
        if (!m.matches() || !ADDRESS.matcher(m.group(1)).matches()) {
            throw new IllegalArgumentException("the source '" + text + "' has no address");
        }
        return new Source(m.group(1), m.group(2) == null ? "" : m.group(2));
    }
}
