package org.openwash.ingest;

import java.io.Serializable;
import org.openwash.domain.Outcome;
import org.openwash.domain.RawArticle;

/// What an input turned out to hold: an article to be read, or the reason why there is none.
public sealed interface Found extends Serializable {

    record Raw(RawArticle article) implements Found {}

    /// An [Outcome.Failed] or [Outcome.Skipped]: the end of the road for this input.
    record Rejected(Outcome outcome) implements Found {}

    /// Where it was found.
    default String source() {
        return switch (this) {
            case Raw raw -> raw.article().source();
            case Rejected rejected -> rejected.outcome().source();
        };
    }

    static Found failed(String source, String reason, String place) {
        return new Rejected(new Outcome.Failed(source, reason, place));
    }

    static Found skipped(String source, String reason) {
        return new Rejected(new Outcome.Skipped(source, reason));
    }
}
