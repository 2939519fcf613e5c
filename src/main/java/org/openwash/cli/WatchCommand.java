package org.openwash.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openwash.Settings;
import org.openwash.index.ClaimSearch;
import org.openwash.report.TextTable;
import org.openwash.watch.NamedQuery;
import org.openwash.watch.WatchFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Keeps the standing queries.
@Command(name = "watch", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Keep standing queries. Every 'analyze' asks them about the claims that it finds first, and writes "
                + "what they find to watch-hits.csv and to the feed watches.atom.")
final class WatchCommand implements Callable<Integer> {

    enum Action { LIST, ADD, REMOVE }

    @Parameters(index = "0", arity = "0..1", paramLabel = "list|add|remove", defaultValue = "list",
            description = "what to do (default: list)")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "the watch")
    private @Nullable String name;

    @Parameters(index = "2", arity = "0..1", paramLabel = "QUERY", description = "with add: as for search")
    private @Nullable String query;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private @Nullable CommandSpec command; // set by picocli

    private final Streams streams;

    WatchCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = common.settings(Map.of());
        Messages messages = common.messages(streams);
        WatchFile file = WatchFile.in(settings.out());
        switch (action) {
            case LIST -> list(file);
            case ADD -> {
                String asked = given(query, "add needs a NAME and a QUERY");
                ClaimSearch.check(asked);
                file.add(given(name, "add needs a NAME and a QUERY"), asked);
                messages.info("watching; the next 'openwash analyze' reports the new claims that it finds");
            }
            case REMOVE -> file.remove(given(name, "remove needs a NAME"));
        }
        return ExitCode.DONE;
    }

    private void list(WatchFile file) throws IOException {
        List<NamedQuery> queries = file.read();
        for (NamedQuery watch : queries) {
            streams.out().println(TextTable.printable(watch.name()) + "\t" + TextTable.printable(watch.query()));
        }
        if (queries.isEmpty()) {
            common.messages(streams).info("no watches; 'openwash watch add NAME QUERY' adds one");
        }
    }

    private String given(@Nullable String value, String otherwise) {
        if (value == null) {
            throw new ParameterException(Objects.requireNonNull(command).commandLine(), otherwise);
        }
        return value;
    }
}
