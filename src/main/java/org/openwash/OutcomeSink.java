package org.openwash;

import org.openwash.domain.Outcome;

/// Takes what became of each input, from any thread.
@FunctionalInterface
interface OutcomeSink {
    void enter(Outcome outcome);
}
