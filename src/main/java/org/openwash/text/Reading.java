package org.openwash.text;

import java.util.List;
import java.util.Optional;
import org.openwash.domain.Article;
import org.openwash.domain.Metadata;

/// How a document was read: what became of each of its lines, and what is known of it.
///
/// @param article nothing if there is no text to be had
/// @param remarks what led to it: where on a page each value was found, which block holds the article
public record Reading(Optional<Article> article, Metadata metadata, List<Line> lines, List<String> remarks) {

    public Reading {
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
    }
}
