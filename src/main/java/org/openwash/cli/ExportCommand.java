package org.openwash.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openwash.Pipeline;
import org.openwash.Settings;
import org.openwash.annotation.GoldFolder;
import org.openwash.annotation.WebAnnoFolder;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Decisions;
import org.openwash.domain.Outcome;
import org.openwash.domain.SetupException;
import org.openwash.facts.FactBook;
import org.openwash.index.ArticleIndex;
import org.openwash.report.BibTex;
import org.openwash.report.ClaimReviews;
import org.openwash.report.ReportFolder;
import org.openwash.report.SharePackage;
import org.openwash.report.Tables;
import org.openwash.review.DecisionFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Hands the claims of an output folder on in the formats of others.
@Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false,
        description = {"Hand claims on in the formats of others.", "",
            "claimreview: the flags that reviewers accepted, as schema.org ClaimReview (JSON-LD).",
            "bibtex: the sources of the facts that the claims rest on.",
            "share: a folder to hand on: tables with their descriptions and ClaimReview, without any text of the articles but "
                    + "titles and the sentences that make claims, and without paths, reviewers and notes.",
            "webanno: one WebAnno TSV 3.3 file an article, for annotators who work with INCEpTION or WebAnno.",
            "gold: the claims as a gold set (gold.jsonl, sentences.jsonl), to be corrected by hand and used by 'evaluate'.", ""})
final class ExportCommand implements Callable<Integer> {

    enum Format { CLAIMREVIEW, BIBTEX, SHARE, WEBANNO, GOLD }

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "claimreview, bibtex, share, webanno or gold")
    private Format format = Format.CLAIMREVIEW;

    @Option(names = "--to", paramLabel = "PATH", description = "the file to write (default for claimreview and bibtex: standard "
            + "output), or the folder (share, webanno and gold need one)")
    private @Nullable Path to;

    @Option(names = "--publisher", paramLabel = "NAME",
            description = "with claimreview and share: the organisation that answers for the reviews (default: each one's reviewer)")
    private @Nullable String publisher;

    @Option(names = "--site", paramLabel = "URL",
            description = "with claimreview and share: address of the page where the reviews will stand; search engines ask for it")
    private @Nullable URI site;

    @Mixin
    private ThresholdOption threshold = new ThresholdOption();

    @Mixin
    private CsvOptions csv = new CsvOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private @Nullable CommandSpec command; // set by picocli

    private final Streams streams;

    ExportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        var given = new LinkedHashMap<>(threshold.given());
        given.putAll(csv.given());
        Settings settings = common.settings(given);
        Messages messages = common.messages(streams);
        var decisions = DecisionFile.in(settings.out()).read();
        var reviews = new ClaimReviews(publisher, checked(site));
        try (var index = ArticleIndex.openForReading(settings.indexFolder())) {
            switch (format) {
                case CLAIMREVIEW -> claimReviews(index, reviews, decisions, settings, messages);
                case BIBTEX -> text(BibTex.of(Pipeline.edition(FactBook.load(settings.facts())).sources(),
                        rows(index, decisions, settings).stream().flatMap(row -> row.judgement().factIds().stream())
                                .collect(Collectors.toSet())));
                case SHARE -> share(index, reviews, decisions, settings);
                case WEBANNO, GOLD -> annotated(index, settings);
            }
        }
        if (to != null) {
            messages.info(format.name().toLowerCase(Locale.ROOT) + " in " + to);
        }
        return ExitCode.DONE;
    }

    private @Nullable URI checked(@Nullable URI address) {
        if (address != null && (address.getHost() == null || address.getFragment() != null)) {
            throw usage("--site is the address of a page, such as https://checks.example/openness, without a #");
        }
        return address;
    }

    private void claimReviews(
            ArticleIndex index, ClaimReviews reviews, Decisions decisions, Settings settings, Messages messages)
            throws IOException {
        List<ClaimRow> accepted = rows(index, decisions, settings).stream().filter(ClaimReviews::isAccepted).toList();
        if (accepted.isEmpty()) {
            messages.warn("no flag is accepted yet. 'openwash review' lists flags and accepts them.");
        } else if (site == null) {
            messages.warn("the reviews have no web address, and search engines will not take them. Give the page's with --site.");
        }
        text(reviews.of(accepted));
    }

    private void share(ArticleIndex index, ClaimReviews reviews, Decisions decisions, Settings settings) throws IOException {
        FactBook facts = FactBook.load(settings.facts());
        var share = new SharePackage(facts.catalogue(), settings.minConfidence(), decisions, Pipeline.edition(facts), settings.csv(),
                reviews);
        try (Stream<Outcome> stored = index.articles()) {
            share.write(folder(settings), stored);
        }
    }

    private void annotated(ArticleIndex index, Settings settings) throws IOException {
        Path folder = folder(settings);
        try (var articles = ExportedArticles.of(index, new Pipeline(settings, streams.clock()).sentences())) {
            if (format == Format.GOLD) {
                GoldFolder.write(folder, articles);
            } else {
                WebAnnoFolder.write(folder, articles);
            }
        }
    }

    /// All claims in the order of claims.csv.
    private static List<ClaimRow> rows(ArticleIndex index, Decisions decisions, Settings settings) throws IOException {
        var rows = new ArrayList<ClaimRow>();
        try (Stream<Outcome> stored = index.articles()) {
            stored.forEach(outcome -> {
                if (outcome instanceof Outcome.Analysed analysed) {
                    rows.addAll(ClaimRow.of(analysed, settings.minConfidence(), decisions));
                }
            });
        }
        rows.sort(Tables.CLAIMS.order());
        return rows;
    }

    private void text(String text) throws IOException {
        Path file = to;
        if (file == null) {
            streams.out().print(text);
            return;
        }
        Path whole = file.toAbsolutePath().normalize();
        Path parent = whole.getParent();
        Path name = whole.getFileName();
        if (parent == null || name == null) {
            throw new SetupException("--to " + file + " is no file. Name one.");
        }
        try (ReportFolder folder = ReportFolder.in(parent)) {
            folder.stage(name.toString(), w -> w.write(text));
            folder.publish();
        }
    }

    private Path folder(Settings settings) {
        if (to == null) {
            throw usage("--format " + format.name().toLowerCase(Locale.ROOT) + " needs a folder: --to DIR");
        }
        if (to.toAbsolutePath().normalize().equals(settings.out().toAbsolutePath().normalize())) {
            throw usage("--to is the output folder itself; name another, for its reports would be replaced");
        }
        return to;
    }

    private ParameterException usage(String what) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), what);
    }
}
