package org.openwash.upstream;

import java.util.List;

/// What a local copy of an upstream holds.
///
/// @param version  the release as the copy itself names it; empty if it does not
/// @param problems files left out; if there are any, the import was not complete
public record Reading(Upstream upstream, String version, List<Entry> entries, List<Problem> problems) {

    public Reading {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }
}
