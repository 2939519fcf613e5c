package org.openwash.facts;

import java.io.Serializable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The time in which a fact holds, both ends included, each as exact as it is known.
///
/// @param from  null where nobody knows (rumoured things)
/// @param until null while it still holds
public record Interval(@Nullable PartialDate from, @Nullable PartialDate until) implements Serializable {

    /// How sure it is that a fact holds on a day.
    public enum Standing { NOT, POSSIBLY, CERTAINLY }

    public Standing on(LocalDate day) {
        if (from != null && day.isBefore(from.earliest()) || until != null && day.isAfter(until.latest())) {
            return Standing.NOT;
        }
        boolean begun = from != null && !day.isBefore(from.latest());
        boolean lasting = until == null || !day.isAfter(until.earliest());
        return begun && lasting ? Standing.CERTAINLY : Standing.POSSIBLY;
    }

    /// Whether it has begun by that day, as far as can be known.
    public boolean mayHaveBegunBy(LocalDate day) {
        return from != null && !day.isBefore(from.earliest());
    }

    /// Whether some day lies in both for sure.
    public boolean overlaps(Interval other) {
        if (from == null || other.from == null) {
            return false;
        }
        LocalDate start = from.latest().isAfter(other.from.latest()) ? from.latest() : other.from.latest();
        return on(start) == Standing.CERTAINLY && other.on(start) == Standing.CERTAINLY;
    }

    public boolean endsBeforeItBegins() {
        return from != null && until != null && until.latest().isBefore(from.earliest());
    }
}
