package org.openwash.domain;

/// How the bytes of a raw article are to be read.
public enum Format {
    TEXT,
    MARKDOWN,
    /// a page, with all that stands around its article
    HTML,
    /// the article of a page and nothing else, as feeds and exports hold it
    FRAGMENT,
    PDF
}
