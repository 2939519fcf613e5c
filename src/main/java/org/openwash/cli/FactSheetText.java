package org.openwash.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openwash.facts.FactSheet;
import org.openwash.facts.FactSheet.Held;
import org.openwash.facts.FactSheet.Limit;
import org.openwash.facts.FactSheet.Seen;
import org.openwash.report.TextTable;

/// Writes a sheet of facts for the terminal.
final class FactSheetText {

    private static final int WIDTH = 100;
    private static final int LABEL = 14;

    private final PrintStream out;

    private FactSheetText(PrintStream out) {
        this.out = out;
    }

    static void print(FactSheet sheet, PrintStream out) {
        var text = new FactSheetText(out);
        text.out.println(TextTable.printable(sheet.name()) + " (" + sheet.subject() + ") on " + sheet.on());
        text.line("kind", sheet.kind() + (sheet.vendors().isEmpty() ? "" : " by " + String.join(", ", sheet.vendors()))
                + (sheet.family().isEmpty() ? "" : ", of the family " + sheet.family()));
        text.line("members", String.join(", ", sheet.members()));
        text.line("open source?", sheet.verdict() + ". " + sheet.explanation());
        for (Held fact : sheet.facts()) {
            text.fact(fact);
        }
        if (sheet.facts().isEmpty()) {
            text.out.println("\nNo fact about " + TextTable.printable(sheet.name()) + " itself holds on that day.");
        }
        if (sheet.later() > 0) {
            text.out.println("\n" + Messages.count(sheet.later(), "row") + (sheet.later() == 1 ? " begins" : " begin")
                    + " after that day.");
        }
    }

    private void fact(Held fact) {
        out.println("\n" + fact.id() + "  " + fact.artefact()
                + (fact.scope().isEmpty() ? "" : " (" + TextTable.printable(fact.scope()) + ")")
                + (fact.summary() ? ", a summary that is never judged by" : "")
                        + (fact.certain() ? "" : ", perhaps: dated too roughly to tell"));
        line("from", (fact.from().isEmpty() ? "unknown" : fact.from())
                + (fact.until().isEmpty() ? ", and still so" : " to " + fact.until()));
        line("versions", fact.versions());
        line("licence", fact.licenceName() + " [" + fact.licence() + "]: " + fact.category() + ", OSI-approved: "
                + fact.osi()
                + ", free by the FSF: " + fact.fsf());
        line("later", fact.becomes());
        for (Limit limit : fact.restrictions()) {
            line("asks", limit.words() + (limit.osdCriterion().isEmpty() ? "" : " [against OSD "
                    + limit.osdCriterion() + "]"));
            if (!limit.says().isEmpty()) {
                line("", "\"" + limit.says() + "\" " + limit.address());
            }
        }
        line("published", published(fact));
        line("OSI's finding", fact.osaid().equals("unknown") ? "" : fact.osaid());
        line("MOF", fact.mof());
        line("status", fact.status() + ", verified: " + fact.verified());
        line("note", fact.note());
        for (Seen source : fact.sources()) {
            line("source", source.rank() + (source.address().isEmpty() ? "" : ": " + source.address())
                    + (source.through().isEmpty() ? "" : ", through " + source.through())
                    + (source.seen().isEmpty() ? "" : ", seen " + source.seen()));
            line("", source.says().isEmpty() ? "(not quoted: " + source.unread() + ")"
                    : (source.about().isEmpty() ? "" : source.about() + ": ") + "\"" + source.says() + "\"");
        }
    }

    private static String published(Held fact) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("weights", fact.weights());
        parts.put("code", fact.code());
        parts.put("training data", fact.trainingData());
        parts.put("training code", fact.trainingCode());
        parts.put("paper", fact.paper());
        List<String> known = new ArrayList<>();
        parts.forEach((part, state) -> {
            if (!state.equals("unknown")) {
                known.add(part + " " + state);
            }
        });
        return String.join(", ", known);
    }

    private void line(String label, String text) {
        if (!text.isEmpty()) {
            String head = label;
            for (String line : TextTable.wrap(text, WIDTH - LABEL - 2)) {
                out.println("  " + head + " ".repeat(LABEL - head.length()) + line);
                head = "";
            }
        }
    }
}
