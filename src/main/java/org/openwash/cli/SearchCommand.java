package org.openwash.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openwash.Settings;
import org.openwash.domain.Hits;
import org.openwash.domain.SetupException;
import org.openwash.index.ArticleIndex;
import org.openwash.index.ClaimSearch;
import org.openwash.index.Marks;
import org.openwash.index.QuerySyntaxException;
import org.openwash.report.BatchResults;
import org.openwash.report.ClaimStream;
import org.openwash.report.SearchResults;
import org.openwash.review.DecisionFile;
import org.openwash.watch.NamedQuery;
import org.openwash.watch.QueryFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Searches the claim index.
@Command(name = "search", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Search the claims of the index: words, \"phrases\", and fields such as subject:llama verdict:contradicted "
                + "attribution:outlet published:[2024-01-01 TO 2024-12-31].")
final class SearchCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Parameters(paramLabel = "QUERY", arity = "0..1", description = "Lucene query syntax; empty for all claims")
    private @Nullable String query;

    @Option(names = "--batch", paramLabel = "CSV",
            description = "ask many queries: a file with columns name, query and, if you like, limit. Prints one CSV table of "
                    + "all hits, with the name before the columns of claims.csv")
    private @Nullable Path batch;

    @Option(names = "--format", paramLabel = "table|csv|json", description = "how hits are printed (default: table)")
    private SearchResults.@Nullable Format format;

    @Option(names = "--limit", paramLabel = "N", description = "the most hits (default: 20; all with --batch)")
    private @Nullable Integer limit;

    @Option(names = "--offset", paramLabel = "N", description = "leave the N best hits out (default: 0)")
    private int offset;

    @Mixin
    private ThresholdOption threshold = new ThresholdOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private @Nullable CommandSpec command; // set by picocli

    private final Streams streams;

    SearchCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = common.settings(threshold.given());
        Messages messages = common.messages(streams);
        if (limit != null && limit < 1) {
            throw usage("--limit must be 1 or more");
        }
        if (offset < 0) {
            throw usage("--offset must be 0 or more");
        }
        if (batch != null && (query != null || offset > 0 || format != null && format != SearchResults.Format.CSV)) {
            throw usage("--batch takes no QUERY, no --offset, and prints CSV only");
        }
        QueryFile queries = batch == null ? null : read(batch);
        var decisions = DecisionFile.in(settings.out()).read();
        try (var index = ArticleIndex.openForReading(settings.indexFolder());
                var search = index.search(settings.minConfidence(), decisions)) {
            return queries == null ? one(search, messages) : many(queries, search, messages);
        }
    }

    private int one(ClaimSearch search, Messages messages) throws IOException {
        String asked = Objects.requireNonNullElse(query, "");
        try {
            if (print(asked, search) == 0) {
                propose(search.suggest(asked), messages);
            }
            return ExitCode.DONE;
        } catch (QuerySyntaxException e) {
            streams.err().println("openwash: " + e.getMessage());
            propose(search.suggest(asked), messages);
            return ExitCode.USAGE;
        }
    }

    /// @return how many claims there are in all
    private long print(String asked, ClaimSearch search) throws IOException {
        int most = limit == null ? SHOWN : limit;
        if (format == SearchResults.Format.CSV && offset == 0) { // may be all there are
            ClaimSearch.check(asked); // before anything is printed
            return search.each(asked, most, Marks.PLAIN, new ClaimStream(ClaimStream.Format.CSV, streams.out())::next);
        }
        Hits hits = search.find(asked, offset, most, Marks.PLAIN);
        SearchResults.print(hits, Objects.requireNonNullElse(format, SearchResults.Format.TABLE), streams.out());
        return hits.total();
    }

    private static void propose(List<String> queries, Messages messages) {
        queries.forEach(proposal -> messages.info("did you mean: " + proposal));
    }

    private static QueryFile read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new SetupException("No file of queries at " + file + ".");
        }
        return QueryFile.parse(file.toString(), Files.readAllBytes(file));
    }

    private int many(QueryFile queries, ClaimSearch search, Messages messages) throws IOException {
        queries.problems().forEach(problem ->
                messages.warn(batch + ", line " + problem.line() + ": " + problem.what() + "; it was not asked"));
        boolean bad = !queries.problems().isEmpty();
        var results = new BatchResults(streams.out());
        for (NamedQuery named : queries.queries()) {
            int most = named.limit() > 0 ? named.limit() : limit == null ? Integer.MAX_VALUE : limit;
            try {
                long total = search.each(named.query(), most, Marks.PLAIN, hit -> results.add(named.name(), hit.row()));
                messages.info(named.name() + ": " + Messages.count(total, "claim")
                        + (most < total ? ", " + most + " printed" : ""));
            } catch (QuerySyntaxException e) {
                bad = true;
                messages.warn(batch + ", line " + named.line() + ", " + named.name() + ": " + e.getMessage());
            }
        }
        return bad ? ExitCode.DONE_WITH_FAILURES : ExitCode.DONE;
    }

    private ParameterException usage(String what) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), what);
    }
}
