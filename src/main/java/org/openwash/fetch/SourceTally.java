package org.openwash.fetch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.openwash.fetch.FetchReport.Failure;
import org.openwash.fetch.FetchState.SourceState;

/// Counts what a run did for one source.
final class SourceTally {

    private final Source source;
    private final Set<String> waits = new LinkedHashSet<>();
    final List<Failure> failures = new ArrayList<>();
    int fresh;
    int changed;
    int unchanged;
    int waiting;
    int givenUp;

    SourceTally(Source source) {
        this.source = source;
    }

    void waitsFor(String reason) {
        waits.add(reason);
    }

    void tellOfNews(FetchState state, Instant now) {
        if (fresh > 0) {
            SourceState before = state.source(source.name());
            state.sources.put(source.name(), new SourceState(before.name(), before.known(), before.failures(), before.good(), now));
        }
    }

    FetchReport.OfSource report(FetchState state) {
        SourceState now = state.source(source.name());
        return new FetchReport.OfSource(source.name(), source.kind(), source.outlet(), fresh, changed, unchanged, waiting,
                List.copyOf(waits), givenUp, failures, now.failures(), now.good(), now.fresh(),
                source.kind() == Source.Kind.FOLDER ? source.path() : null);
    }
}
