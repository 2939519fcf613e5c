package org.openwash.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.openwash.facts.FactBook;
import org.openwash.report.TableWriter;
import org.openwash.report.TextTable;
import org.openwash.upstream.Comparison;
import org.openwash.upstream.PastedRow;
import org.openwash.upstream.Problem;
import org.openwash.upstream.Proposal;
import org.openwash.upstream.Proposal.State;
import org.openwash.upstream.Reading;
import org.openwash.upstream.Tally;
import org.openwash.upstream.Upstream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Compares the base with a local copy of an upstream and proposes rows.
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Compare the facts base with a local copy of an upstream, in the upstream's own format, and propose "
                + "rows: new, agreeing, disagreeing. Nothing is overwritten.",
            "spdx: licenses.json of license-list-data; scancode: index.json of scancode-licensedb; osai: the folder of "
                + "YAML files of the European Open Source AI Index; mot: the models folder of the Model Openness Tool."})
final class FactsImportCommand implements Callable<Integer> {

    enum Format { TABLE, CSV }

    @Parameters(index = "0", paramLabel = "UPSTREAM", description = "spdx, scancode, osai or mot")
    private Upstream upstream = Upstream.SPDX; // always given

    @Parameters(index = "1", paramLabel = "PATH", description = "the file or folder of the local copy")
    private Path path = Path.of("");

    @Option(names = "--only", paramLabel = "STATE", split = ",",
            description = "what is printed: new, unmatched (new, or ours under another name), agrees, disagrees "
                    + "(default: all but agrees)")
    private Set<State> only = EnumSet.of(State.NEW, State.UNMATCHED, State.DISAGREES);

    @Option(names = "--format", paramLabel = "table|csv", description = "how it is printed (default: table)")
    private Format format = Format.TABLE;

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Streams streams;

    FactsImportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Messages messages = common.messages(streams);
        FactBook book = FactBook.load(common.settings(Map.of()).facts());
        Reading reading = upstream.read(path);
        List<Proposal> proposals = Comparison.of(book, reading);
        List<Proposal> shown = proposals.stream().filter(p -> only.contains(p.state())).toList();
        switch (format) {
            case TABLE -> table(shown, streams.out());
            case CSV -> TableWriter.csv(
                    List.of("state", "kind", "id", "upstream_id", "column", "ours", "theirs", "subject", "address",
                            "place", "note"),
                    shown.stream().map(FactsImportCommand::cells).toList(), streams.out());
        }
        reading.problems().forEach(p -> messages.warn(p.place() + ": " + p.what()));
        messages.info(Tally.of(reading, proposals).text());
        return reading.problems().isEmpty() ? ExitCode.DONE : ExitCode.DONE_WITH_FAILURES;
    }

    private static List<String> cells(Proposal p) {
        return List.of(word(p.state()), word(p.kind()), p.id(), p.upstreamId(), p.column(), p.ours(), p.theirs(),
                p.subject(),
                p.address(), p.place(), p.note());
    }

    /// Cells that differ first, then whole rows below the header that they can be pasted under.
    private static void table(List<Proposal> proposals, PrintStream out) {
        for (Proposal p : proposals) {
            if (!p.column().equals(Proposal.ROW)) {
                out.println(TextTable.printable(word(p.state()) + "  " + p.id() + "  " + p.column() + ": ours "
                        + (p.ours().isEmpty() ? "empty" : p.ours()) + ", theirs " + p.theirs() + "  " + p.place()
                                + about(p)));
            }
        }
        for (Proposal.Kind kind : Proposal.Kind.values()) {
            List<Proposal> rows = proposals.stream().filter(p -> p.column().equals(Proposal.ROW) && p.kind() == kind)
                    .toList();
            if (!rows.isEmpty()) {
                out.println("\n# rows for " + word(kind) + "s\n" + header(kind));
                rows.forEach(p -> out.println((p.note().isEmpty() ? "" : "# " + TextTable.printable(p.note()) + "\n")
                        + TextTable.printable(p.theirs())));
            }
        }
    }

    private static String header(Proposal.Kind kind) {
        return switch (kind) {
            case LICENCE -> PastedRow.LICENCES.header();
            case SUBJECT -> PastedRow.SUBJECTS.header();
            case FACT -> PastedRow.FACTS.header();
        };
    }

    private static String about(Proposal p) {
        return p.note().isEmpty() ? "" : "  (" + p.note() + ")";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
