package org.openwash.domain;

import java.io.Serializable;
import java.util.List;

/// The best hits of a search and how many there are in all.
public record Hits(long total, List<Hit> best) implements Serializable {

    public Hits {
        best = List.copyOf(best);
    }
}
