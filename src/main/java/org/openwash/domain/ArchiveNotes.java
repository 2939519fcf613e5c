package org.openwash.domain;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Headers of WARC records by which an archive tells who reads it what the configuration knew. The format lets programs
/// add headers of their own, and others pass them over.
public final class ArchiveNotes {

    /// Whose articles the record holds, whatever they say themselves; percent-encoded UTF-8.
    public static final String OUTLET = "Openwash-Outlet";

    /// `feed`: the entries of this feed are the articles. Without it a feed in an archive only announced its pages.
    public static final String ARTICLES = "Openwash-Articles";
    public static final String FEED = "feed";

    private static final int LONGEST = 2_000;

    private ArchiveNotes() {}

    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /// Empty if it was not encoded so.
    public static String decoded(String value) {
        try {
            return value.length() > LONGEST ? "" : URLDecoder.decode(value, StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
