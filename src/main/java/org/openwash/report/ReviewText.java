package org.openwash.report;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Decision;

/// Lays out for the terminal what reviewers have to decide on, and what they decided.
public final class ReviewText {

    private static final int WIDTH = 100;

    private ReviewText() {}

    /// Each claim with its id, sentence and verdict's reason.
    public static void list(List<ClaimRow> rows, int limit, Appendable to) throws IOException {
        for (ClaimRow row : rows.subList(0, Math.min(limit, rows.size()))) {
            to.append(row.claim().id()).append("  ")
                    .append(TextTable.printable(String.join(", ", row.claim().subjectName(), row.claim().aspect().label(),
                            row.judgement().verdict().label())))
                    .append(row.flagged() ? ", FLAG" : "")
                    .append(row.standing().word().isEmpty() ? "" : " [" + row.standing().word() + "]").append('\n');
            wrapped(row.sentence(), to);
            wrapped(row.judgement().explanation(), to);
            if (!row.standing().reason().isEmpty()) {
                wrapped(row.standing().reason(), to);
            }
            to.append("    ").append(TextTable.printable(Objects.toString(row.metadata().outlet(), row.source())))
                    .append(", ").append(Objects.toString(row.metadata().published(), "undated")).append("\n\n");
        }
        int shown = Math.min(limit, rows.size());
        to.append(rows.size() == 1 ? "1 claim" : rows.size() + " claims")
                .append(shown < rows.size() ? ", " + shown + " shown" : "").append('\n');
    }

    /// All decisions on a claim, oldest first.
    public static void history(String claimId, List<Decision> decisions, Appendable to) throws IOException {
        to.append(TextTable.printable(claimId)).append(decisions.isEmpty() ? ": nothing was decided\n" : "\n");
        for (Decision d : decisions) {
            to.append("    ").append(Objects.toString(d.at(), "(no time)")).append("  ").append(d.kind().label())
                    .append(TextTable.printable(d.reviewer().isEmpty() ? "" : " by " + d.reviewer()))
                    .append(TextTable.printable(d.note().isEmpty() ? "" : ": " + d.note())).append('\n');
        }
    }

    private static void wrapped(String words, Appendable to) throws IOException {
        for (String line : TextTable.wrap(words, WIDTH - 4)) {
            to.append("    ").append(line).append('\n');
        }
    }
}
