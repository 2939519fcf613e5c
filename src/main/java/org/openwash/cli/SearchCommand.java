package org.openwash.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.openwash.Settings;
import org.openwash.index.ArticleIndex;
import org.openwash.index.Marks;
import org.openwash.report.SearchResults;
import org.openwash.review.DecisionFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Searches the claim index.
@Command(name = "search", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Search the claims of the index: words, \"phrases\", and fields such as subject:llama verdict:contradicted "
                + "attribution:outlet published:[2024-01-01 TO 2024-12-31].")
final class SearchCommand implements Callable<Integer> {

    @Parameters(paramLabel = "QUERY", arity = "0..1", defaultValue = "", description = "Lucene query syntax; empty for all claims")
    private String query = "";

    @Option(names = "--format", paramLabel = "table|csv|json", description = "how hits are printed (default: table)")
    private SearchResults.Format format = SearchResults.Format.TABLE;

    @Option(names = "--limit", paramLabel = "N", description = "the most hits (default: 20)")
    private int limit = 20;

    @Mixin
    private ThresholdOption threshold = new ThresholdOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Streams streams;

    SearchCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = common.settings(threshold.given());
        common.messages(streams);
        if (limit < 1) {
            streams.err().println("openwash: --limit must be 1 or more");
            return ExitCode.USAGE;
        }
        var decisions = DecisionFile.in(settings.out()).read();
        try (var index = ArticleIndex.openForReading(settings.indexFolder());
                var search = index.search(settings.minConfidence(), decisions)) {
            SearchResults.print(search.find(query, limit, Marks.PLAIN), format, streams.out());
        }
        return ExitCode.DONE;
    }
}
