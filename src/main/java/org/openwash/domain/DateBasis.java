package org.openwash.domain;

import java.util.Locale;

/// Where an article's publication date was found, surest first.
public enum DateBasis {
    /// the `--metadata` file
    METADATA,
    /// the front matter of a Markdown file
    FRONT_MATTER,
    /// a field of a JSON or CSV record, or of an entry of a feed
    RECORD,
    /// `datePublished` in JSON-LD
    JSON_LD,
    /// `article:published_time` and its relatives
    META,
    /// a `time` element
    TIME,
    /// the article's address
    ADDRESS,
    /// no date was found
    NONE;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
