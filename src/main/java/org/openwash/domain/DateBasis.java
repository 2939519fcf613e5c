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
    /// an element marked with `itemprop`
    MICRODATA,
    /// `article:published_time` and its relatives
    META,
    /// a `time` element
    TIME,
    /// a line of its own on the first page of a PDF
    PRINTED,
    /// the line that names author or day, by its class
    BYLINE,
    /// the article's address
    ADDRESS,
    /// a `link` element
    LINK,
    /// a heading
    HEADING,
    /// the `title` element
    TITLE_ELEMENT,
    /// the words of the page
    TEXT,
    /// when a PDF file was made: often the day of publication, but never before the last change of its text
    DOCUMENT,
    /// no date was found
    NONE;

    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
