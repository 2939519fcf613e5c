package org.openwash.ingest;

/// What a file turned out to be, by content and name.
enum Kind { TEXT, MARKDOWN, HTML, JSON, JSON_LINES, CSV }
