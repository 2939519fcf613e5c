package org.openwash.domain;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page that bears facts out, for lists of sources.
///
/// @param address the original page
/// @param through the copies through which it was read; empty where it was the page itself
/// @param seen    the last day on which it was read; null if it was not
/// @param facts   ids of the facts it bears out, sorted
public record CitedSource(String address, List<String> through, @Nullable LocalDate seen, List<String> facts)
        implements Serializable {

    public CitedSource {
        through = List.copyOf(through);
        facts = List.copyOf(facts);
    }
}
