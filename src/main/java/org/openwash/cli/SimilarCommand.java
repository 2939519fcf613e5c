package org.openwash.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openwash.Pipeline;
import org.openwash.Settings;
import org.openwash.domain.Claim;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.SetupException;
import org.openwash.index.ArticleIndex;
import org.openwash.index.ClaimSearch;
import org.openwash.report.SearchResults;
import org.openwash.report.SearchResults.Group;
import org.openwash.review.DecisionFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Answers "have we seen this before?".
@Command(name = "similar", mixinStandardHelpOptions = true, sortOptions = false,
        description = "List earlier claims that say the same of the same subject in other words, and apart from them those "
                + "that say the opposite.")
final class SimilarCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TEXT", arity = "0..1", description = "a sentence that makes a claim")
    private @Nullable String text;

    @Option(names = "--claim", paramLabel = "CLAIM_ID", description = "a claim of the index instead of a text")
    private @Nullable String claim;

    @Option(names = "--format", paramLabel = "table|csv|json", description = "how claims are printed (default: table)")
    private SearchResults.Format format = SearchResults.Format.TABLE;

    @Option(names = "--limit", paramLabel = "N", description = "the most claims of each kind (default: 5)")
    private int limit = 5;

    @Mixin
    private ThresholdOption threshold = new ThresholdOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private @Nullable CommandSpec command; // set by picocli

    private final Streams streams;

    SimilarCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if ((text == null || text.isBlank()) == (claim == null) || limit < 1) {
            throw new ParameterException(Objects.requireNonNull(command).commandLine(),
                    "similar takes a TEXT or --claim, and --limit of 1 or more");
        }
        Settings settings = common.settings(threshold.given());
        Messages messages = common.messages(streams);
        var decisions = DecisionFile.in(settings.out()).read();
        try (var index = ArticleIndex.openForReading(settings.indexFolder());
                var search = index.search(settings.minConfidence(), decisions)) {
            SearchResults.print(claim == null ? like(text, settings, search, messages) : like(claim, search),
                    format, streams.out());
        }
        return ExitCode.DONE;
    }

    private List<Group> like(String claimId, ClaimSearch search) throws IOException {
        ClaimRow row = search.claim(claimId).orElseThrow(() -> new SetupException("There is no claim " + claimId
                + " in this index."));
        return groups(row, List.of(), search);
    }

    private List<Group> like(String words, Settings settings, ClaimSearch search, Messages messages) throws IOException {
        var pipeline = new Pipeline(settings, streams.clock());
        List<ClaimRow> read = pipeline.claimsIn(words);
        if (read.isEmpty()) {
            messages.info("no claim was found in the text; these claims share words with it, and may say the opposite");
            return List.of(new Group("words", "Shares words:", search.similarTo(words, limit)));
        }
        var groups = new ArrayList<Group>();
        for (ClaimRow row : read) {
            groups.addAll(groups(row, pipeline.familiesOf(row.claim().subject()), search));
        }
        return groups;
    }

    private List<Group> groups(ClaimRow row, List<String> families, ClaimSearch search) throws IOException {
        Claim read = row.claim();
        String as = read.subjectName() + ", " + read.polarity().label() + " " + read.aspect().label();
        return List.of(
                new Group("same", "Says the same (" + as + "):", search.similar(row, families, limit)),
                new Group("opposite", "Says the opposite:", search.opposite(row, families, limit)));
    }
}
