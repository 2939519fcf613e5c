package org.openwash.cli;

import java.util.Comparator;
import java.util.List;
import org.openwash.report.InputBalance;
import org.openwash.report.InputRow;

/// Tells on standard error what became of the inputs: those that could not be read, and how many of each kind.
final class InputSummary {

    /// More failures than these are only counted; inputs.csv lists them all.
    private static final int FAILURES_SHOWN = 20;

    private InputSummary() {}

    static void tell(List<InputRow> inputs, List<String> unmatchedMetadata, Messages messages) {
        unmatchedMetadata.forEach(file -> messages.warn("the metadata file names " + file + ", which no input is called"));
        List<InputRow> failures = inputs.stream()
                .filter(i -> i.status() == InputRow.Status.FAILED)
                .sorted(Comparator.comparing(InputRow::source))
                .toList();
        failures.stream().limit(FAILURES_SHOWN).forEach(f -> messages.warn(
                "could not read " + f.source() + (f.place().isEmpty() ? "" : ", " + f.place()) + ": " + f.reason()));
        if (failures.size() > FAILURES_SHOWN) {
            messages.warn((failures.size() - FAILURES_SHOWN) + " more could not be read; inputs.csv lists them all");
        }
        InputBalance balance = InputBalance.of(inputs);
        messages.info("%s: %d kept, %d duplicate, %d skipped, %d failed".formatted(
                Messages.count(balance.total(), "input"), balance.kept(), balance.duplicate(), balance.skipped(), balance.failed()));
    }
}
