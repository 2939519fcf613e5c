package org.openwash.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.CitedSource;

/// What made the reports of a folder, for the files that describe them.
///
/// @param version      of Openwash
/// @param factsVersion date and hash of the facts base
/// @param factsDate    the day up to which the base was kept; null if it does not say
/// @param sources      pages that the base rests on, sorted by address
public record Edition(String version, String factsVersion, @Nullable LocalDate factsDate, List<CitedSource> sources) {

    public Edition {
        sources = List.copyOf(sources);
    }
}
