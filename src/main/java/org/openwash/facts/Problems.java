package org.openwash.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.openwash.domain.SetupException;

/// Collects what is wrong with rows, so that one reading of the base tells everything and not only the first mistake.
final class Problems {

    private final List<String> messages = new ArrayList<>();

    /// Takes a step; a refusal is put down.
    void collect(Runnable step) {
        try {
            step.run();
        } catch (SetupException e) {
            messages.add(e.getMessage());
        }
    }

    /// Lets each row be read; one that is refused is put down, and the next one's turn comes.
    void collect(List<Row> rows, Consumer<Row> reading) {
        rows.forEach(row -> collect(() -> reading.accept(row)));
    }

    void add(String message) {
        messages.add(message);
    }

    boolean none() {
        return messages.isEmpty();
    }

    List<String> messages() {
        return List.copyOf(messages);
    }
}
