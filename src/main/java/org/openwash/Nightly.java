package org.openwash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Article;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Decisions;
import org.openwash.domain.Metadata;
import org.openwash.domain.Outcome;
import org.openwash.domain.SetupException;
import org.openwash.domain.Sha256;
import org.openwash.fetch.FetchReport;
import org.openwash.fetch.Fetcher;
import org.openwash.fetch.SourceList;
import org.openwash.index.ArticleIndex;
import org.openwash.index.Differences;
import org.openwash.index.NewClaims;
import org.openwash.ingest.Sources;
import org.openwash.nightly.HealthFile;
import org.openwash.nightly.Known;
import org.openwash.nightly.Memory;
import org.openwash.nightly.MemoryFile;
import org.openwash.publication.NightNews;
import org.openwash.report.Change;
import org.openwash.report.HistoryFile;
import org.openwash.report.InputBalance;
import org.openwash.report.InputRow;
import org.openwash.report.NightReport;
import org.openwash.report.RowSink;
import org.openwash.report.RunManifest;
import org.openwash.report.Tables;
import org.openwash.review.DecisionFile;
import org.openwash.stories.Stories;
import org.openwash.watch.WatchFile;

/// One night: brings index and reports up to what lies in the inputs, and tells what has changed since the last night
/// that told of anything.
///
///     read what is new → judge again by new facts → compare articles → commit → reports → commit "reported"
///
/// Articles, claims and the memory of what was read become visible with one commit. What a report tells is always the
/// difference between the last reported commit and now, so a run that is killed at any moment is made good by the next:
/// nothing is lost and nothing told twice.
public final class Nightly {

    /// What a night is to do.
    ///
    /// @param inputs     files and folders
    /// @param sources    what to fetch first, and further folders; null for nothing
    /// @param since      files that were last changed before this day are not looked at; null: all are
    /// @param forget     read everything anew, whatever was read before
    /// @param keepNights folders of earlier nights to keep
    /// @param quietDays  a place that brings nothing new for more days than these is reported
    public record Plan(List<String> inputs, @Nullable SourceList sources, @Nullable LocalDate since, boolean forget,
            int keepNights, int quietDays) {}

    /// What a night has done.
    ///
    /// @param inputs  every input and what became of it; empty if the run was stopped
    /// @param news    whether there was anything to tell; null if the run was stopped
    /// @param refused standing queries that cannot be read any more, with the reason
    /// @param fetched what was fetched; null if nothing was to be
    /// @param missing inputs that gave what was to be kept and could not be read again
    public record Result(@Nullable FetchReport fetched, List<InputRow> inputs, @Nullable NightReport news,
            Changes.Articles articles, int watchHits, Map<String, String> refused, List<String> missing, boolean stopped) {}

    private final Settings settings;
    private final Clock clock;
    private final Lazy<Pipeline> pipeline;
    private final Keys keys;
    private final Instant started;
    private final LocalDate day;

    public Nightly(Settings settings, Clock clock) {
        this(settings, clock, new Lazy<>(() -> new Pipeline(settings, clock)));
    }

    /// @param pipeline made with the same settings, but perhaps for another output folder
    Nightly(Settings settings, Clock clock, Lazy<Pipeline> pipeline) {
        this.settings = settings;
        this.clock = clock;
        this.keys = Keys.of(settings);
        this.pipeline = pipeline;
        this.started = clock.instant();
        this.day = settings.asOf() == null ? ArticleReader.today(clock) : settings.asOf();
    }

    public String runId() {
        return Pipeline.runId(started);
    }

    /// What a run would analyse; writes nothing.
    public List<String> preview(Plan plan) throws IOException {
        settings.checkOut();
        if (!Files.isDirectory(settings.indexFolder())) {
            try (ArticleIndex index = ArticleIndex.openTemporary(subject -> List.of())) {
                return reading(Memory.NONE, index, new StopRequest()).preview(plan.inputs(), scope(plan));
            }
        }
        try (ArticleIndex index = openIndex()) {
            Memory memory = plan.forget() ? Memory.NONE
                    : MemoryFile.in(settings.out()).read(NightState.of(index.runState()).memory());
            return reading(memory, index, new StopRequest()).preview(plan.inputs(), scope(plan));
        }
    }

    /// @throws org.openwash.index.IndexLockedException if another run holds the lock
    public Result run(Plan plan, StopRequest stop, IntConsumer progress) throws IOException {
        settings.checkOut();
        Decisions decisions = DecisionFile.in(settings.out()).read(); // before anything is written: files may be wrong
        WatchFile.in(settings.out()).read();
        try (ArticleIndex index = openIndex()) {
            HealthFile health = HealthFile.in(settings.out());
            try {
                Result result = new Night(index, plan, decisions, stop).run(progress);
                health.write(ended(result));
                return result;
            } catch (IOException | RuntimeException e) {
                tellFailure(health, e);
                throw e;
            }
        } finally {
            stop.ended();
        }
    }

    private HealthFile.Run ended(Result result) {
        int failed = result.stopped() ? 0 : InputBalance.of(result.inputs()).failed();
        boolean failures = failed > 0 || result.fetched() != null && result.fetched().hasFailures();
        HealthFile.Status status = result.stopped() ? HealthFile.Status.STOPPED
                : failures ? HealthFile.Status.WITH_FAILURES : HealthFile.Status.GOOD;
        long flags = result.news() == null ? 0 : result.news().count(Change.Kind.NEW_FLAG);
        return new HealthFile.Run(runId(), started, clock.instant(), status, "", failed, flags);
    }

    private void tellFailure(HealthFile health, Exception e) {
        try {
            health.write(new HealthFile.Run(runId(), started, clock.instant(), HealthFile.Status.FAILED,
                    String.valueOf(e.getMessage()), 0, 0));
        } catch (IOException | RuntimeException too) { // a full disk fails twice; the first failure is the one to tell
            e.addSuppressed(too);
        }
    }

    private ArticleIndex openIndex() throws IOException {
        return ArticleIndex.openForWriting(settings.indexFolder(), subject -> pipeline.get().familiesOf(subject));
    }

    private NightReading reading(Memory before, ArticleIndex index, StopRequest stop) {
        return new NightReading(settings, before, keys.reading(), started, Sources.sourceOf(archive().toString()), index, stop);
    }

    private Path archive() {
        return settings.out().resolve(Fetcher.FOLDER);
    }

    private NightReading.Scope scope(Plan plan) {
        return new NightReading.Scope(plan.since(), settings.onlyFailed());
    }

    /// A run that holds the lock.
    private final class Night {

        private final ArticleIndex index;
        private final Plan plan;
        private final Decisions decisions;
        private final StopRequest stop;
        private final MemoryFile memoryFile = MemoryFile.in(settings.out());
        private final NightState state;
        private final Memory before;
        private @Nullable String lastMemory;
        private List<String> inputs;
        private @Nullable FetchReport fetched;

        Night(ArticleIndex index, Plan plan, Decisions decisions, StopRequest stop) throws IOException {
            this.index = index;
            this.plan = plan;
            this.decisions = decisions;
            this.stop = stop;
            NightState held = NightState.of(index.runState());
            // an index that is new beside an old history must not make the history begin anew
            state = held.memory() == null ? held.after(HistoryFile.in(settings.out()).lastNight()) : held;
            before = remembered();
            lastMemory = state.memory();
            inputs = plan.inputs();
        }

        /// What inputs gave before. A run that reads all of them again knows it too, so that it sees what is gone; and so
        /// does the first, of what other runs have left.
        private Memory remembered() throws IOException {
            if (!plan.forget() && state.memory() != null) {
                return memoryFile.read(state.memory());
            }
            try {
                return state.memory() == null ? ofIndex() : memoryFile.read(state.memory()).withoutReadings();
            } catch (SetupException e) {
                return ofIndex(); // the file is broken, or another version wrote it
            }
        }

        private Memory ofIndex() throws IOException {
            var inputs = new TreeMap<String, Known>();
            try (Stream<Outcome> stored = index.articles()) {
                stored.forEach(outcome -> {
                    Article article = Outcome.article(outcome);
                    inputs.put(article.source(), new Known(article.source(), "", "", Known.Kind.ARTICLE, article.notes(), "",
                            article.id(), article.published()));
                });
            }
            return new Memory(inputs, Map.of(), Set.of(), Map.of(), Set.of(), Set.of());
        }

        Result run(IntConsumer progress) throws IOException {
            if (plan.sources() != null) {
                fetched = new Fetcher(settings.threads()).fetch(plan.sources(), settings.out(), clock);
            }
            inputs = withFetched(plan.inputs(), fetched);
            NightReading reading = reading(before, index, stop);
            NightReading.Result read = reading.read(inputs, scope(plan), pipeline, progress, this::saveSoFar);
            if (read.stopped()) {
                saveSoFar(read.memory());
                return stopped();
            }
            if (!keys.judging().equals(state.judging())) {
                try {
                    judgeAgain();
                } catch (StopRequest.StoppedException e) {
                    saveSoFar(read.memory());
                    return stopped();
                }
            }
            boolean touched = !index.touched().isEmpty();
            if (touched || !state.circulated()) {
                index.circulate(Stories::in);
            }
            List<ClaimRow> decided = decided();
            Memory memory = remember(read.memory(), reading, decided);
            String reports = reportsKey(read.rows());
            boolean quiet = !touched && state.reported() && reports.equals(state.reports()) && reportsAreThere()
                    && memory.rejected().equals(before.rejected()) && memory.quiet().equals(before.quiet())
                    && memory.failing().equals(before.failing());
            if (quiet) {
                if (!memory.equals(before)) {
                    commitBeside(new NightState(true, state.number(), write(memory), state.judging(), true,
                            settings.minConfidence(), reports));
                }
                return new Result(fetched, read.rows(), null, Changes.Articles.NONE, 0, Map.of(), read.notFound(), false);
            }
            return tell(read, memory, decided, reports);
        }

        private Result stopped() {
            return new Result(fetched, List.of(), null, Changes.Articles.NONE, 0, Map.of(), List.of(), true);
        }

        private void judgeAgain() throws IOException {
            Set<String> put = index.touched();
            try (Stream<Outcome> stored = index.articles()) {
                for (Outcome outcome : (Iterable<Outcome>) stored::iterator) {
                    stop.check();
                    if (outcome instanceof Outcome.Analysed old && !old.claims().isEmpty() && !put.contains(old.article().id())) {
                        Outcome.Analysed now = pipeline.get().judgedAgain(old);
                        if (!now.equals(old)) {
                            index.put(now);
                        }
                    }
                }
            }
        }

        /// Claims on which something is decided, or was rejected at the last run, as they are now.
        private List<ClaimRow> decided() throws IOException {
            var ids = new TreeSet<>(decisions.claims());
            ids.addAll(before.rejected());
            var rows = new ArrayList<ClaimRow>();
            if (!ids.isEmpty()) {
                try (NewClaims claims = index.newClaims(settings.minConfidence(), decisions)) {
                    for (String id : ids) {
                        claims.claim(id).ifPresent(rows::add);
                    }
                }
            }
            return rows;
        }

        private Memory remember(Memory read, NightReading reading, List<ClaimRow> decided) {
            Set<String> rejected = decided.stream().filter(row -> row.standing().isRejected())
                    .map(row -> row.claim().id()).collect(Collectors.toSet());
            var news = new HashMap<>(before.news());
            Set<String> withNews = reading.placesWithNews(inputs, read);
            for (String input : inputs) {
                String place = Sources.sourceOf(input);
                if (place.equals(Sources.sourceOf(archive().toString()))) {
                    continue; // what fills it is asked one by one
                }
                if (withNews.contains(place) || !news.containsKey(place)) {
                    news.put(place, day);
                }
            }
            for (FetchReport.OfSource source : fetched == null ? List.<FetchReport.OfSource>of() : fetched.sources()) {
                if (source.folder() == null) {
                    news.put(source.name(), source.lastNew() == null ? news.getOrDefault(source.name(), day)
                            : LocalDate.ofInstant(source.lastNew(), ZoneOffset.UTC));
                }
            }
            Set<String> quiet = news.entrySet().stream()
                    .filter(place -> place.getValue().plusDays(plan.quietDays()).isBefore(day))
                    .map(Map.Entry::getKey).collect(Collectors.toSet());
            return new Memory(read.inputs(), read.stamps(), rejected, news, quiet, failing());
        }

        private Result tell(NightReading.Result read, Memory memory, List<ClaimRow> decided, String reports)
                throws IOException {
            List<Change> changes;
            Changes.Articles articles;
            int night;
            try (Differences differences = index.differences()) {
                NightState told = NightState.of(differences.stateBefore());
                Memory toldOf = plan.forget() || Objects.equals(told.memory(), state.memory())
                        ? before : memoryFile.read(told.memory());
                var comparison = new Changes(
                        new Changes.Moment(toldOf, told.judging(), told.confidence()),
                        new Changes.Moment(memory, keys.judging(), settings.minConfidence()),
                        decisions, pipeline.get().catalogue(), differences);
                changes = new ArrayList<>(comparison.of(state.reported() ? index.touched() : null));
                changes.addAll(comparison.byDecision(decided));
                changes.addAll(Changes.failing(toldOf, memory));
                changes.addAll(newlyQuiet(toldOf, memory));
                changes.addAll(newlyFailing(toldOf));
                articles = comparison.articles();
                night = Math.max(told.number(), state.number()) + 1;
            }
            WatchFile watches = WatchFile.in(settings.out());
            StandingQueries.Found found = pipeline.get().standing(watches, decisions).askSinceReport(index);
            boolean news = !changes.isEmpty() || articles.any() || !found.report().hits().isEmpty();
            var committed = new NightState(false, state.number(), write(memory), keys.judging(), true, settings.minConfidence(), reports);
            commit(pipeline.get().runState(found.log(), committed.asMap()));
            var given = new RunManifest.Read(inputs, "", index.committedArticles(), DecisionFile.in(settings.out()).sha256());
            pipeline.get().writeReports(settings.out(), index, read.rows(), pipeline.get().manifest(started, given), decisions,
                    watches.exists() ? Optional.of(found.report()) : Optional.empty(), RowSink.NONE);
            var figures = new NightNews.Figures(articles.added(), articles.edited(), articles.deleted(),
                    InputBalance.of(read.rows()).failed(), memory.quiet().size());
            var report = new NightReport(night, day, figures, changes, found.report().hits());
            if (news) {
                new NightFiles(settings.out(), plan.keepNights()).write(report);
            }
            commit(pipeline.get().runState(found.log().reported(), new NightState(true, news ? night : state.number(),
                    committed.memory(), committed.judging(), true, committed.confidence(), reports).asMap()));
            return new Result(fetched, read.rows(), news ? report : null, articles, found.report().hits().size(), found.refused(),
                    read.notFound(), false);
        }

        /// Sources that could not be read tonight.
        private Set<String> failing() {
            return fetched == null ? before.failing() : fetched.sources().stream()
                    .filter(source -> source.failuresInARow() > 0).map(FetchReport.OfSource::name).collect(Collectors.toSet());
        }

        private List<Change> newlyFailing(Memory toldOf) {
            return fetched == null ? List.of() : fetched.sources().stream()
                    .filter(source -> source.failuresInARow() > 0 && !toldOf.failing().contains(source.name()))
                    .map(source -> new Change(Change.Kind.FAILING_INPUT, Change.Why.SOURCE, source.name(), "", Metadata.UNKNOWN,
                            "", null, null, source.failures().isEmpty() ? "could not be read"
                                    : source.failures().getFirst().what() + ": " + source.failures().getFirst().reason()))
                    .toList();
        }

        private List<Change> newlyQuiet(Memory toldOf, Memory memory) {
            return memory.quiet().stream().filter(place -> !toldOf.quiet().contains(place))
                    .map(place -> new Change(Change.Kind.QUIET_SOURCE, Change.Why.SOURCE, place, "", Metadata.UNKNOWN, "", null,
                            null, "nothing new since " + memory.news().get(place)))
                    .toList();
        }

        /// Of the inputs, the decisions and the settings that reports show.
        private String reportsKey(List<InputRow> rows) throws IOException {
            var text = new StringBuilder();
            rows.stream().sorted(Tables.INPUTS.order()).forEach(row -> text.append(row).append('\n'));
            for (Path file : List.of(DecisionFile.in(settings.out()).path(), WatchFile.in(settings.out()).path())) {
                text.append(Files.exists(file) ? Sha256.of(Files.readAllBytes(file)) : "none").append('\n');
            }
            return Sha256.of(text.append(settings.asOptions()).append(keys).append(Version.current()).toString());
        }

        private boolean reportsAreThere() {
            return Tables.all().stream().filter(table -> table != Tables.WATCH_HITS)
                    .allMatch(table -> Files.exists(settings.out().resolve(table.file())));
        }

        private String write(Memory memory) throws IOException {
            lastMemory = memoryFile.write(memory, lastMemory);
            return lastMemory;
        }

        private void saveSoFar(Memory soFar) throws IOException {
            commitBeside(state.partial(write(soFar)));
        }

        /// Leaves what the last run remembered beside.
        private void commitBeside(NightState now) throws IOException {
            var keep = new TreeMap<>(index.runState());
            keep.putAll(now.asMap());
            commit(keep);
        }

        private void commit(Map<String, String> runState) throws IOException {
            index.commit(runState);
            memoryFile.keepOnly(index.keptStates().stream()
                    .map(kept -> NightState.of(kept).memory()).filter(name -> name != null).collect(Collectors.toSet()));
        }
    }

    /// The inputs, the drop folders of the sources, and what was ever fetched.
    private List<String> withFetched(List<String> inputs, @Nullable FetchReport fetched) {
        var all = new ArrayList<>(inputs);
        if (fetched != null) {
            fetched.sources().forEach(source -> {
                if (source.folder() != null) {
                    all.add(source.folder().toString());
                }
            });
            if (Files.isDirectory(archive())) {
                all.add(archive().toString());
            }
        }
        return List.copyOf(all);
    }
}
