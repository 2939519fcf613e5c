package org.openwash;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.openwash.claims.ClaimFinder;
import org.openwash.claims.Confidence;
import org.openwash.domain.Article;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Decisions;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Format;
import org.openwash.domain.JudgedClaim;
import org.openwash.domain.Later;
import org.openwash.domain.Metadata;
import org.openwash.domain.Outcome;
import org.openwash.domain.RawArticle;
import org.openwash.domain.Sentence;
import org.openwash.domain.SetupException;
import org.openwash.evaluation.KeywordBaseline;
import org.openwash.facts.Bibliography;
import org.openwash.facts.FactBook;
import org.openwash.facts.Judge;
import org.openwash.index.ArticleIndex;
import org.openwash.ingest.Found;
import org.openwash.ingest.Selection;
import org.openwash.ingest.Sources;
import org.openwash.nightly.Known;
import org.openwash.nlp.Annotator;
import org.openwash.nlp.Decoding;
import org.openwash.nlp.LanguageDetector;
import org.openwash.nlp.MentionFinder;
import org.openwash.nlp.Models;
import org.openwash.nlp.NameTagger;
import org.openwash.publication.Method;
import org.openwash.report.Counts;
import org.openwash.report.Edition;
import org.openwash.report.FailedInputs;
import org.openwash.report.InputRow;
import org.openwash.report.ReportWriter;
import org.openwash.report.RowSink;
import org.openwash.report.RunManifest;
import org.openwash.report.WatchReport;
import org.openwash.review.DecisionFile;
import org.openwash.stories.Stories;
import org.openwash.text.TextCleaner;
import org.openwash.watch.WatchFile;
import org.openwash.watch.WatchLog;

/// The whole of Openwash on one page: from files to flagged claims.
///
///     sources → read → clean text → gate → sentences, tokens, tags → mentions → claims → verdicts → index → stories → reports
///
/// Before the commit all articles of the index are compared with each other ([Stories]): copies and repeated text.
///
/// What one article goes through is [Analyser]; this class brings the articles to it, several at a time, and its
/// outcomes to the index, one at a time. The order in which they arrive changes nothing: the index keeps one article
/// an id, [Ledger] decides which of two with the same address, and every report is sorted.
public final class Pipeline {

    private final Settings settings;
    private final FactBook facts;
    private final Models models;
    private final TextCleaner cleaner;
    private final MentionFinder names;
    private final NameTagger tagger;
    private final Decoding decoding;
    private final ClaimFinder claimFinder;
    private final Judge judge;
    private final Clock clock;
    private final LocalDate asOf;
    private final Map<String, String> hashes = new TreeMap<>();

    /// Loads facts, models and rules.
    ///
    /// @throws org.openwash.domain.SetupException if any of them is missing or wrong
    public Pipeline(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        asOf = settings.asOf() == null ? ArticleReader.today(clock) : settings.asOf();
        cleaner = new TextCleaner(asOf);
        var loading = Later.of(Models::load);
        Map<String, String> claimModels = new TreeMap<>();
        var decider = Later.of(() -> LearnedDecider.load(claimModels));
        facts = FactBook.load(settings.facts());
        Catalogue catalogue = facts.catalogue();
        names = new MentionFinder(catalogue);
        models = loading.get();
        decoding = settings.stockNlp() ? Decoding.STOCK : Decoding.WORDS;
        tagger = new NameTagger(models.names(), decoding);
        hashes.putAll(models.sha256());
        claimFinder = new ClaimFinder(catalogue, decider.get(), Confidence.load());
        hashes.putAll(claimModels);
        judge = new Judge(facts, settings.standard());
    }

    /// What a run did.
    ///
    /// @param inputs            every input and what became of it
    /// @param unmatchedMetadata files that the metadata file names and no input is called
    /// @param watches           what the standing queries found
    public record Result(List<InputRow> inputs, Counts counts, List<String> unmatchedMetadata, WatchSummary watches) {

        public Result {
            inputs = List.copyOf(inputs);
            unmatchedMetadata = List.copyOf(unmatchedMetadata);
        }
    }

    /// What standing queries found among the claims that a run found first.
    ///
    /// @param hits    how many each found, by its name; those that found none are left out
    /// @param refused queries that cannot be read any more, by their names, with the reason
    public record WatchSummary(int queries, Map<String, Integer> hits, Map<String, String> refused) {

        public WatchSummary {
            hits = Collections.unmodifiableMap(new TreeMap<>(hits));
            refused = Collections.unmodifiableMap(new TreeMap<>(refused));
        }
    }

    /// What a run would do.
    ///
    /// @param published the days of the articles that have one, by source
    public record DryResult(
            List<InputRow> inputs, List<ClaimRow> claims, Map<String, LocalDate> published,
            List<String> unmatchedMetadata) {

        public DryResult {
            inputs = List.copyOf(inputs);
            claims = List.copyOf(claims);
            published = Map.copyOf(published);
            unmatchedMetadata = List.copyOf(unmatchedMetadata);
        }
    }

    /// The main job: reads the inputs, analyses what is in them, keeps it in the index and writes the reports.
    ///
    /// @param inputs   files, folders or `-` for standard input
    /// @param progress told the number of articles done so far
    public Result run(List<String> inputs, InputStream stdin, IntConsumer progress) throws IOException {
        Sources sources = sources(); // before anything is written: the metadata file may be wrong
        return run(inputs, index -> analyse(sources, inputs, stdin, progress, index), RowSink.NONE);
    }

    /// Takes in what other machines have analysed, and gives the same as if this one had. The index must be new or
    /// emptied: what an earlier run kept would have to take part on every machine.
    ///
    /// @param sink takes the rows of claims.csv and articles.csv too
    public Result run(List<String> inputs, Parts parts, RowSink sink) throws IOException {
        return run(inputs, index -> join(parts, index), sink);
    }

    private interface Filling {
        Batch fill(ArticleIndex index) throws IOException;
    }

    private Result run(List<String> inputs, Filling filling, RowSink sink) throws IOException {
        var started = clock.instant();
        var decisions = DecisionFile.in(settings.out()).read(); // and so may the files of decisions
        String decided = DecisionFile.in(settings.out()).sha256();
        WatchFile watches = WatchFile.in(settings.out());
        watches.read(); // and of standing queries
        try (ArticleIndex index = openIndex()) {
            int earlier = settings.fresh() ? 0 : index.committedArticles();
            Batch batch = filling.fill(index);
            index.circulate(Stories::in);
            StandingQueries.Found found = standing(watches, decisions).ask(index);
            Map<String, String> night = settings.fresh() ? Map.of() : NightState.of(index.runState()).afterAnotherRun(Keys.of(settings));
            index.commit(runState(found.log(), night));
            Optional<WatchReport> report = watches.exists() ? Optional.of(found.report()) : Optional.empty();
            var read = new RunManifest.Read(inputs, batch.sum(), earlier, decided);
            Counts counts = writeReports(settings.out(), index, batch.rows(), manifest(started, read), decisions, report, sink);
            if (found.log().unreported() > 0) {
                index.commit(runState(found.log().reported(), night));
            }
            return new Result(batch.rows(), counts, batch.unmatchedMetadata(),
                    new WatchSummary(found.queries(), found.hits(), found.refused()));
        }
    }

    StandingQueries standing(WatchFile watches, Decisions decisions) throws IOException {
        LocalDate day = facts.date();
        return new StandingQueries(watches.read(), settings.minConfidence(), decisions, day == null ? LocalDate.EPOCH : day);
    }

    /// @param night what nightly runs want to remember
    Map<String, String> runState(WatchLog log, Map<String, String> night) {
        var state = new TreeMap<>(night);
        method().into(state);
        log.into(state);
        return state;
    }

    private Method method() {
        return new Method(Version.current(), facts.version(), facts.date(), settings.standard().label(), hashes);
    }

    /// The claims that a text makes, without a word of its outlet or day, as the rest of a run would read them.
    public List<ClaimRow> claimsIn(String text) {
        var raw = new RawArticle("-", Format.TEXT, text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8.name(),
                Metadata.UNKNOWN);
        return analyser().analyse(raw) instanceof Outcome.Analysed analysed
                ? ClaimRow.of(analysed, settings.minConfidence(), Decisions.none()) : List.of();
    }

    /// Cuts stored articles into sentences as a run does.
    public Function<Article, List<Sentence>> sentences() {
        return new Annotator(models, names, tagger)::sentences;
    }

    /// What reports say of the program and of these facts.
    public static Edition edition(FactBook facts) {
        return new Edition(Version.current(), facts.version(), facts.date(), Bibliography.of(facts));
    }

    /// The families of a subject, nearest first.
    public List<String> familiesOf(String subject) {
        return facts.catalogue().ancestorsOf(subject);
    }

    /// The same without writing anything: what a run over these inputs alone would find.
    public DryResult dryRun(List<String> inputs, InputStream stdin, IntConsumer progress) throws IOException {
        Sources sources = sources();
        try (ArticleIndex index = ArticleIndex.openTemporary(facts.catalogue()::ancestorsOf)) {
            Batch batch = analyse(sources, inputs, stdin, progress, index);
            index.circulate(Stories::in);
            index.commit(Map.of());
            var claims = new ArrayList<ClaimRow>();
            var published = new TreeMap<String, LocalDate>();
            try (Stream<Outcome> stored = index.articles()) {
                stored.forEach(outcome -> {
                    if (outcome instanceof Outcome.Analysed analysed) {
                        claims.addAll(ClaimRow.of(analysed, settings.minConfidence(), Decisions.none()));
                        LocalDate day = analysed.article().published();
                        if (day != null) {
                            published.put(analysed.article().source(), day);
                        }
                    }
                });
            }
            return new DryResult(batch.rows(), claims, published, batch.unmatchedMetadata());
        }
    }

    /// Knows the same names and facts as a run, and reads nothing but the label.
    public KeywordBaseline keywordBaseline() {
        return new KeywordBaseline(names::find, judge::decide);
    }

    /// Analyses the inputs one by one, in the order given, and hands over what became of each, duplicates too; writes
    /// nothing.
    ///
    /// @return files that the metadata file names and no input is called
    public List<String> analyseInOrder(List<String> inputs, InputStream stdin, Consumer<Outcome> reader) {
        var sources = new Sources(settings.sources());
        Analyser analyser = analyser();
        sources.forEach(inputs, stdin, found -> reader.accept(switch (found) {
            case Found.Raw raw -> analyser.analyse(raw.article());
            case Found.Rejected rejected -> rejected.outcome();
        }));
        return sources.unmatchedMetadata();
    }

    private Sources sources() throws IOException {
        return new Sources(settings.sources(),
                settings.onlyFailed() ? Selection.of(FailedInputs.of(settings.out())) : Selection.all());
    }

    /// @param sum a hash of all articles
    private record Batch(List<InputRow> rows, List<String> unmatchedMetadata, String sum) {}

    private Batch analyse(
            Sources sources, List<String> inputs, InputStream stdin, IntConsumer progress, ArticleIndex index) {
        var ledger = new Ledger(index);
        String sum = analyse(found -> sources.forEach(inputs, stdin, found), ledger, progress);
        return new Batch(ledger.close(), sources.unmatchedMetadata(), sum);
    }

    /// @param inputs hands over all that is to be analysed
    /// @return the hash of all articles
    private String analyse(Consumer<Consumer<Found>> inputs, OutcomeSink sink, IntConsumer progress) {
        var sum = new ArticleSum();
        try (var workers = new Workers(settings.threads(), () -> analyser()::analyse, sink, progress, settings.longest())) {
            inputs.accept(found -> {
                switch (found) {
                    case Found.Raw raw -> {
                        sum.add(raw.article());
                        workers.submit(raw.article());
                    }
                    case Found.Rejected rejected -> sink.enter(rejected.outcome());
                }
            });
        }
        return sum.hex();
    }

    /// Analyses some of a run's inputs into a folder of their own, for [#run(List, Parts, RowSink)] on whatever machine. All that a
    /// source gives must be in the same part.
    ///
    /// @param folder new; killed at any moment, it is of no use and harms nothing
    /// @param inputs hands over what is to be analysed
    public Part part(Path folder, Consumer<Consumer<Found>> inputs) throws IOException {
        var part = new Part(folder);
        try (ArticleIndex index = ArticleIndex.openFresh(part.index(), facts.catalogue()::ancestorsOf)) {
            var ledger = new Ledger(index);
            List<Known> books = Collections.synchronizedList(new ArrayList<>());
            String sum = analyse(inputs, outcome -> {
                books.add(Known.of(outcome, "", ""));
                ledger.enter(outcome);
            }, done -> { });
            ledger.close();
            index.commit(Map.of());
            part.write(facts.version(), sum, books);
        }
        return part;
    }

    private Batch join(Parts parts, ArticleIndex index) throws IOException {
        if (!settings.fresh() && index.committedArticles() > 0) {
            throw new SetupException("The index in " + settings.out() + " holds articles of an earlier run, to which a run on"
                    + " several machines cannot add. Say --fresh to replace them, or choose another --out.");
        }
        var ledger = new Ledger(index);
        var sum = new ArticleSum();
        parts.forEach(part -> {
            index.addAll(part.index());
            sum.add(part.read(facts.version(), ledger::enterKnown));
        });
        List<InputRow> rows = ledger.close();
        // each part has kept one of the articles with the same address
        for (Ledger.Duplicate duplicate : ledger.displaced()) {
            index.remove(duplicate.id(), duplicate.source());
        }
        return new Batch(rows, parts.unmatchedMetadata(), sum.hex());
    }

    Catalogue catalogue() {
        return facts.catalogue();
    }

    /// The same article by the facts of today, without reading it again.
    Outcome.Analysed judgedAgain(Outcome.Analysed stored) {
        List<JudgedClaim> judged = stored.claims().stream()
                .map(claim -> new JudgedClaim(claim.claim(), judge.decide(claim.claim(), stored.article().published())))
                .toList();
        return new Outcome.Analysed(stored.article(), stored.words(), stored.sentences(), stored.mentions(), judged);
    }

    /// An analyser for one worker, over what all workers share.
    Analyser analyser() {
        var reader = new ArticleReader(cleaner, new LanguageDetector(models.languages()));
        return new Analyser(reader, names, new Annotator(models, names, tagger, decoding), claimFinder, judge, settings.gate());
    }

    private ArticleIndex openIndex() throws IOException {
        settings.checkOut();
        if (!settings.keepIndex()) {
            return ArticleIndex.openTemporary(facts.catalogue()::ancestorsOf);
        }
        Path folder = settings.indexFolder();
        return settings.fresh()
                ? ArticleIndex.openFresh(folder, facts.catalogue()::ancestorsOf)
                : ArticleIndex.openForWriting(folder, facts.catalogue()::ancestorsOf);
    }

    Counts writeReports(Path out, ArticleIndex index, List<InputRow> rows, RunManifest manifest, Decisions decisions,
            Optional<WatchReport> watches, RowSink sink) throws IOException {
        var writer = new ReportWriter(
                facts.catalogue(), settings.minConfidence(), decisions, edition(facts), settings.csv(), method(),
                settings.event(), clock);
        try (Stream<Outcome> stored = index.articles()) {
            return writer.write(out, stored, rows, manifest, watches, sink);
        }
    }

    static String runId(Instant started) {
        return started.toString().replaceAll("[^0-9TZ]", "");
    }

    RunManifest manifest(Instant started, RunManifest.Read read) {
        var options = new TreeMap<>(settings.asOptions());
        options.put("as-of", asOf.toString());
        return new RunManifest(Version.current(), runId(started), started, options, facts.version(), facts.date(), hashes, read);
    }
}
