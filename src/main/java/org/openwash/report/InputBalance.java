package org.openwash.report;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/// Shows that no input went missing: every one that was found ended as one of the four.
public record InputBalance(int kept, int duplicate, int skipped, int failed) {

    public static InputBalance of(Collection<InputRow> inputs) {
        Map<InputRow.Status, Integer> counts = new EnumMap<>(InputRow.Status.class);
        inputs.forEach(input -> counts.merge(input.status(), 1, Integer::sum));
        return new InputBalance(
                counts.getOrDefault(InputRow.Status.KEPT, 0),
                counts.getOrDefault(InputRow.Status.DUPLICATE, 0),
                counts.getOrDefault(InputRow.Status.SKIPPED, 0),
                counts.getOrDefault(InputRow.Status.FAILED, 0));
    }

    public int total() {
        return kept + duplicate + skipped + failed;
    }

    /// @throws IllegalStateException if inputs were lost or counted twice, which would be a bug
    public void mustEqual(int found) {
        if (total() != found) {
            throw new IllegalStateException(found + " inputs were found but " + total() + " accounted for: " + this);
        }
    }
}
