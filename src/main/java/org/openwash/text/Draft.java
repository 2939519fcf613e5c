package org.openwash.text;

import java.util.List;
import java.util.Optional;
import org.openwash.domain.Metadata;

/// A document taken apart by its format's reader, before characters and boilerplate are dealt with.
///
/// @param metadata what the document says of itself
/// @param title    a heading that stands as title where the metadata has none
/// @param lines    one paragraph a line, with what was left out if that was asked for; blank lines part blocks
/// @param note     what reading had to assume; empty if nothing
/// @param remarks  what led to these values and lines, for people
record Draft(Metadata metadata, Optional<String> title, List<Line> lines, String note, List<String> remarks) {

    Draft {
        lines = List.copyOf(lines);
        remarks = List.copyOf(remarks);
    }

    /// A document of which every line may belong to the article.
    Draft(Metadata metadata, Optional<String> title, List<String> lines, String note) {
        this(metadata, title, lines.stream().map(Line::kept).toList(), note, List.of());
    }

    Draft withNote(String other) {
        return new Draft(metadata, title, lines, other, remarks);
    }

    List<String> texts() {
        return lines.stream().filter(Line::isKept).map(Line::text).toList();
    }
}
