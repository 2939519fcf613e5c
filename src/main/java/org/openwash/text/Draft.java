package org.openwash.text;

import java.util.List;
import java.util.Optional;
import org.openwash.domain.Metadata;

/// A document taken apart by its format's reader, before characters and boilerplate are dealt with.
///
/// @param metadata what the document says of itself
/// @param title    a heading that stands as title where the metadata has none
/// @param lines    one paragraph a line; blank lines part blocks
/// @param note     what reading had to assume; empty if nothing
record Draft(Metadata metadata, Optional<String> title, List<String> lines, String note) {

    Draft {
        lines = List.copyOf(lines);
    }
}
