package org.openwash.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openwash.facts.FactsDiff;
import org.openwash.facts.FactsDiff.Difference;
import org.openwash.report.TableWriter;
import org.openwash.report.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Compares two versions of the facts base.
@Command(name = "diff", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Print what differs between two versions of the facts base, row by row and cell by cell.")
final class FactsDiffCommand implements Callable<Integer> {

    private static final String BUILT_IN = "built-in";

    enum Format { TABLE, CSV }

    @Parameters(index = "0", paramLabel = "A",
            description = "a folder of facts, or built-in for the base of this program")
    private String earlier = "";

    @Parameters(index = "1", paramLabel = "B", description = "another one")
    private String later = "";

    @Option(names = "--format", paramLabel = "table|csv", description = "how it is printed (default: table)")
    private Format format = Format.TABLE;

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Streams streams;

    FactsDiffCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        common.messages(streams);
        List<Difference> differences = FactsDiff.between(folder(earlier), folder(later));
        switch (format) {
            case TABLE -> differences.forEach(d -> streams.out().println(TextTable.printable(line(d))));
            case CSV -> TableWriter.csv(List.of("kind", "id", "change", "column", "before", "after", "place"),
                    differences.stream()
                    .map(d -> List.of(d.kind(), d.id(), word(d), d.column(), d.before(), d.after(), d.place()))
                            .toList(), streams.out());
        }
        if (format == Format.TABLE) {
            streams.out().println(Messages.count(differences.size(), "difference") + ".");
        }
        return ExitCode.DONE;
    }

    private static @Nullable Path folder(String name) {
        return name.equals(BUILT_IN) ? null : Path.of(name);
    }

    private static String word(Difference d) {
        return d.change().name().toLowerCase(Locale.ROOT);
    }

    private static String line(Difference d) {
        String what = d.kind() + "  " + d.id() + "  " + word(d);
        return switch (d.change()) {
            case ADDED, REMOVED -> what + "  (" + d.place() + ")";
            case CHANGED -> what + "  " + d.column() + ": '" + d.before() + "' → '" + d.after() + "'  (" + d.place()
                    + ")";
        };
    }
}
