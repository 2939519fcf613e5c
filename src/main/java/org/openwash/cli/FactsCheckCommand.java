package org.openwash.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openwash.facts.Inspection;
import org.openwash.facts.Inspection.Counts;
import org.openwash.facts.Inspection.Entry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Checks the facts base.
@Command(name = "check", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Check the facts base: every mistake with file, line and remedy; how much there is; what rests on "
                + "little.", "Exit code 1 if there is a mistake. With --facts DIR your own rows are checked with the base."})
final class FactsCheckCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Streams streams;

    FactsCheckCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        common.messages(streams);
        Inspection found = Inspection.of(common.settings(Map.of()).facts());
        PrintStream out = streams.out();
        found.errors().forEach(out::println);
        if (!found.errors().isEmpty()) {
            out.println(Messages.count(found.errors().size(), "mistake") + "; nothing is judged by this base until "
                    + (found.errors().size() == 1 ? "it is" : "they are") + " mended.");
            return ExitCode.FAILED;
        }
        Counts c = found.counts();
        out.println(c.licences() + " licences (" + c.spdx() + " of them by SPDX) under " + c.names() + " names, "
                + c.subjects() + " subjects, " + c.facts() + " facts from " + c.sources() + " sources.");
        out.println("Facts with a quoted clause: " + share(c.quoted(), c.facts()) + "; from a primary source: "
                + share(c.primary(), c.facts()) + ".");
        out.println("Limits of licences with their clause: " + share(c.quotedLimits(), c.limits()) + ".");
        list(out, "unverified: they support a claim, and never raise a flag. "
                + share(found.unverified().size(), c.facts()), found.unverified());
        list(out, "without a quoted clause", found.unread());
        list(out, "stale: still in force, not seen for more than a year", found.stale());
        list(out, "limits of licences without a clause", found.unquoted());
        out.println("\nNo mistakes.");
        return ExitCode.DONE;
    }

    private static void list(PrintStream out, String title, List<Entry> entries) {
        out.println("\nRows " + title + (entries.isEmpty() ? ": none" : ":"));
        for (Entry entry : entries) {
            out.println("  " + entry.id() + "  " + entry.what() + "  (" + entry.place() + ")");
        }
    }

    private static String share(long part, long whole) {
        return part + " of " + whole + (whole == 0 ? "" : " (" + Math.round(1000.0 * part / whole) / 10.0 + " %)");
    }
}
