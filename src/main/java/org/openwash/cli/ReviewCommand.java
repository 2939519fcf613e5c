package org.openwash.cli;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openwash.Settings;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Decision;
import org.openwash.domain.Decision.Kind;
import org.openwash.domain.Hit;
import org.openwash.domain.SetupException;
import org.openwash.domain.Standing;
import org.openwash.index.ArticleIndex;
import org.openwash.index.ClaimSearch;
import org.openwash.index.Marks;
import org.openwash.report.ReviewText;
import org.openwash.review.DecisionFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Model.CommandSpec;

/// Reviewers' work from the terminal.
@Command(name = "review", mixinStandardHelpOptions = true, sortOptions = false,
        description = "List what waits for a decision, decide on claims, or show what was decided. Decisions are kept in "
                + "decisions.csv in the output folder, one line each, and outlive every run.")
final class ReviewCommand implements Callable<Integer> {

    /// What was decided and has changed since waits too, though it may be flagged no more.
    private static final String WAITING = "flagged:true OR decision:reopened";

    @Parameters(index = "0", arity = "0..1", paramLabel = "list|accept|reject|unsure|undo|history", defaultValue = "list",
            description = "what to do (default: list)")
    private Action action = Action.LIST;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "CLAIM_ID", description = "claims to decide on")
    private List<String> claims = List.of();

    @Option(names = "--query", paramLabel = "QUERY", description = "with list: which claims (default: " + WAITING + ")")
    private String query = WAITING;

    @Option(names = "--decided", description = "with list: also claims that are decided")
    private boolean decided;

    @Option(names = "--limit", paramLabel = "N", description = "with list: the most claims (default: 20)")
    private int limit = 20;

    @Option(names = "--reviewer", paramLabel = "NAME", description = "who decides (default: the name of your account)")
    private @Nullable String reviewer;

    @Option(names = "--note", paramLabel = "TEXT", description = "why")
    private String note = "";

    @Mixin
    private ThresholdOption threshold = new ThresholdOption();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private @Nullable CommandSpec command; // set by picocli

    private final Streams streams;

    enum Action { LIST, ACCEPT, REJECT, UNSURE, UNDO, HISTORY }

    ReviewCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        if (action != Action.LIST && claims.isEmpty()) {
            throw usage(action.name().toLowerCase(Locale.ROOT) + " needs the ids of claims, as claims.csv and 'review list' show them");
        }
        if (action == Action.LIST && (!claims.isEmpty() || limit < 1)) {
            throw usage("list takes no claim ids, and --limit of 1 or more");
        }
        Settings settings = common.settings(threshold.given());
        DecisionFile file = DecisionFile.in(settings.out());
        try (var index = ArticleIndex.openForReading(settings.indexFolder());
                var search = index.search(settings.minConfidence(), file.read())) {
            switch (action) {
                case LIST -> list(search);
                case ACCEPT -> decide(Kind.ACCEPTED, search, file);
                case REJECT -> decide(Kind.REJECTED, search, file);
                case UNSURE -> decide(Kind.UNSURE, search, file);
                case UNDO -> decide(Kind.UNDONE, search, file);
                case HISTORY -> history(file);
            }
        }
        return ExitCode.DONE;
    }

    private void list(ClaimSearch search) throws IOException {
        List<ClaimRow> rows = new ArrayList<>();
        for (Hit hit : search.find(query, Integer.MAX_VALUE, Marks.PLAIN).best()) {
            String word = hit.row().standing().word();
            if (decided || word.isEmpty() || word.equals(Standing.REOPENED)) {
                rows.add(hit.row());
            }
        }
        ReviewText.list(rows, limit, streams.out());
    }

    private void decide(Kind kind, ClaimSearch search, DecisionFile file) throws IOException {
        String name = reviewer == null ? System.getProperty("user.name", "") : reviewer;
        var now = streams.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        var decisions = new ArrayList<Decision>();
        for (String id : claims) {
            Optional<ClaimRow> row = search.claim(id);
            if (row.isEmpty()) {
                throw new SetupException("There is no claim " + id + " in this index; nothing was decided. "
                        + "'openwash review list' shows the ids.");
            }
            if (kind == Kind.UNDONE && !search.standing().containsKey(id)) {
                throw new SetupException("Nothing was decided on claim " + id + ", so nothing can be undone.");
            }
            decisions.add(Decision.on(row.get(), kind, name, note, now));
        }
        file.append(decisions);
        common.messages(streams).info(Messages.count(decisions.size(), "claim") + " " + kind.label() + " in " + file.path()
                + "; 'openwash report' brings the reports in line");
    }

    private void history(DecisionFile file) throws IOException {
        var all = file.read();
        for (String id : claims) {
            ReviewText.history(id, all.history(id), streams.out());
        }
    }

    private ParameterException usage(String what) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), what);
    }
}
