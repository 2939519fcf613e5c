package org.openwash.ingest;

/// What a file turned out to be, by content and name.
enum Kind { TEXT, MARKDOWN, HTML, PDF, JSON, JSON_LINES, CSV, FEED, WARC, ZIP }
