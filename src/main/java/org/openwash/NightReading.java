package org.openwash;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Outcome;
import org.openwash.domain.RawArticle;
import org.openwash.domain.Sha256;
import org.openwash.domain.SourceName;
import org.openwash.index.ArticleIndex;
import org.openwash.ingest.Found;
import org.openwash.ingest.InputFile;
import org.openwash.ingest.Selection;
import org.openwash.ingest.Sources;
import org.openwash.nightly.Known;
import org.openwash.nightly.Known.Kind;
import org.openwash.nightly.Memory;
import org.openwash.nightly.Stamp;
import org.openwash.report.InputRow;
import org.openwash.text.TextCleaner;

/// Brings the index up to what lies in the inputs tonight, and analyses only what is new or changed:
///
/// 1. A file that looks as it did is not opened; what it gave is known. In other files, an article whose bytes are as they
///    were is not analysed.
/// 2. What an input gave that cannot be read tonight stays.
/// 3. An article that is to be kept now that another of its address is gone is read after all.
/// 4. What no input gives any more is buried.
///
/// Everything is analysed again that was read by other rules, models or names.
final class NightReading {

    /// @param notFound inputs that gave what was to be kept and could not be read again
    record Result(List<InputRow> rows, Memory memory, boolean stopped, List<String> notFound) {

        Result {
            rows = List.copyOf(rows);
            notFound = List.copyOf(notFound);
        }
    }

    /// Called now and then while reading, with what is known so far.
    interface Checkpoint {
        void save(Memory soFar) throws IOException;
    }

    /// Ten minutes: what a power cut may cost.
    private static final long CHECKPOINT_NANOS = 600_000_000_000L;

    private final Settings settings;
    private final Memory before;
    private final String key;
    private final Instant started;
    private final ArticleIndex index;
    private final Ledger ledger;
    private final StopRequest stop;

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<String, String> prints = new ConcurrentHashMap<>();
    private final Map<String, String> stamps = new ConcurrentHashMap<>();
    private final Set<String> opened = new HashSet<>();
    private final Set<String> failed = new HashSet<>();
    private final List<Outcome.Skipped> empty = new ArrayList<>();
    private long saved = System.nanoTime();

    /// @param key     by which rules is read tonight: [Keys#reading]
    /// @param archive where fetched pages lie, as sources name it
    /// @param started when the run began
    NightReading(Settings settings, Memory before, String key, Instant started, String archive, ArticleIndex index,
            StopRequest stop) {
        this.settings = settings;
        this.before = before;
        this.key = key;
        this.started = started;
        this.index = index;
        this.stop = stop;
        this.ledger = new Ledger(index, source -> before.of(source).isPresent() || known.containsKey(source)
                || prints.containsKey(source), source -> SourceName.liesIn(source, archive));
    }

    /// @param since      files that were last changed before this day are not looked at; null: all are
    /// @param onlyFailed look only at files of which something could not be read
    record Scope(@Nullable LocalDate since, boolean onlyFailed) {}

    Result read(List<String> inputs, Scope scope, Lazy<Pipeline> pipeline, IntConsumer progress, Checkpoint checkpoint)
            throws IOException {
        try {
            analyse(inputs, scope, pipeline, progress, checkpoint);
            keepUnread(inputs);
            List<String> notFound = readAfterAll(inputs, pipeline);
            bury();
            return new Result(ledger.close(), memory(), false, notFound);
        } catch (StopRequest.StoppedException e) {
            return new Result(List.of(), partial(), true, List.of());
        }
    }

    private void analyse(List<String> inputs, Scope scope, Lazy<Pipeline> pipeline, IntConsumer progress,
            Checkpoint checkpoint) {
        try (var workers = workers(pipeline, progress)) {
            try {
                sources().forEach(inputs, InputStream.nullInputStream(), file -> isWanted(file, scope),
                        found -> take(found, workers::submit, checkpoint));
            } catch (StopRequest.StoppedException e) {
                workers.stop(e); // thrown again once those at work are done
            }
        }
    }

    private Workers workers(Lazy<Pipeline> pipeline, IntConsumer progress) {
        return new Workers(settings.threads(), () -> pipeline.get().analyser()::analyse, this::enter, progress,
                settings.longest());
    }

    private Sources sources() {
        return new Sources(settings.sources());
    }

    /// Whether a file has to be opened; enters what it gave if not.
    private boolean isWanted(InputFile file, Scope scope) {
        stop.check();
        List<Known> gave = before.in(file.source());
        try {
            Optional<String> stamp = Stamp.of(file.path(), started);
            boolean outOfScope = scope.since() != null
                            && Stamp.modified(file.path()).isBefore(scope.since().atStartOfDay(ZoneOffset.UTC).toInstant())
                    || scope.onlyFailed() && gave.stream().noneMatch(k -> k.kind() == Kind.FAILED);
            boolean same = !scope.onlyFailed() && stamp.isPresent() && stamp.get().equals(before.stamp(file.source()))
                    && !gave.isEmpty() && gave.stream().allMatch(this::holds);
            if (outOfScope || same) {
                for (Known one : gave) {
                    enterKnown(one);
                }
                String old = before.stamp(file.source());
                if (old != null) {
                    stamps.put(file.source(), old);
                }
                return false;
            }
            opened.add(file.source());
            stamp.ifPresent(s -> stamps.put(file.source(), s));
            return true;
        } catch (IOException e) {
            return true; // reading it says what is wrong
        }
    }

    /// Whether what was read of an input before is what would be read now, if its bytes are the same.
    private boolean holds(Known one) {
        return one.reading().equals(key) && !one.reason().contains(TextCleaner.DATE_REFUSED)
                && !one.reason().startsWith(Workers.TOO_LONG);
    }

    /// The inputs that a run would analyse; nothing is analysed or kept.
    List<String> preview(List<String> inputs, Scope scope) {
        var toAnalyse = new ArrayList<String>();
        sources().forEach(inputs, InputStream.nullInputStream(), file -> isWanted(file, scope),
                found -> take(found, raw -> toAnalyse.add(raw.source()), soFar -> { }));
        return toAnalyse;
    }

    private void take(Found found, Consumer<RawArticle> analyse, Checkpoint checkpoint) {
        stop.check();
        save(checkpoint);
        switch (found) {
            case Found.Raw raw -> {
                String print = print(raw.article());
                Known old = before.of(found.source()).orElse(null);
                if (old != null && old.print().equals(print) && holds(old)) {
                    enterKnown(old);
                } else {
                    prints.put(found.source(), print);
                    analyse.accept(raw.article());
                }
            }
            case Found.Rejected rejected -> {
                if (rejected.outcome() instanceof Outcome.Skipped skipped && skipped.reason().equals(Sources.EMPTY_FOLDER)) {
                    empty.add(skipped); // whether that is well is known when all has been read
                } else {
                    enter(rejected.outcome());
                }
            }
        }
    }

    /// Hash of all that reading goes by.
    private static String print(RawArticle raw) {
        return Sha256.of(raw.format() + "\n" + raw.charset() + "\n" + raw.given() + "\n" + raw.lacking() + "\n" + raw.notes()
                + "\n" + Sha256.of(raw.content())).substring(0, 32);
    }

    private synchronized void enter(Outcome outcome) {
        String source = outcome.source();
        String print = prints.getOrDefault(source, "");
        Known now = Known.of(outcome, print, key);
        if (now.kind() == Kind.FAILED) {
            failed.add(source);
            stamps.remove(source); // a whole file that could not be read is tried again
            now = now.keeping(before.of(source).filter(this::liesInIndex).orElse(null));
        }
        known.put(source, now);
        ledger.enter(outcome);
        if (now.kind() == Kind.FAILED && now.isArticle()) {
            ledger.keep(now);
        }
    }

    /// Whether the article that an input gave is the one that is kept, rather than a duplicate of another.
    private boolean liesInIndex(Known one) {
        try {
            return one.articleId() != null
                    && index.held(one.articleId()).filter(p -> p.source().equals(one.source())).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the index", e);
        }
    }

    private synchronized void enterKnown(Known one) {
        known.put(one.source(), one);
        ledger.enterKnown(one);
    }

    /// Articles whose inputs were not there to be read, or were not asked for, stay.
    private void keepUnread(List<String> inputs) {
        List<String> asked = inputs.stream().map(Sources::sourceOf).toList();
        var places = new TreeSet<>(asked);
        empty.forEach(skipped -> places.add(placeOf(skipped)));
        var emptied = new TreeSet<>(places.stream().filter(this::isEmptied).toList());
        empty.stream().filter(skipped -> !emptied.contains(placeOf(skipped))).forEach(this::enter);
        emptied.forEach(place -> enter(new Outcome.Failed(place.isEmpty() ? "." : place,
                "gives no article, and did at the last run: what it gave is kept", "")));
        for (Known one : before.inputs().values()) {
            if (one.isArticle() && !known.containsKey(one.source())
                    && (asked.stream().noneMatch(input -> SourceName.liesIn(one.source(), input))
                            || failed.stream().anyMatch(place -> SourceName.liesIn(one.source(), place)))) {
                known.put(one.source(), one);
                String file = SourceName.file(one.source());
                if (before.stamp(file) != null && !opened.contains(file)) {
                    stamps.putIfAbsent(file, before.stamps().get(file));
                }
                ledger.keep(one);
            }
        }
    }

    private static String placeOf(Outcome.Skipped folder) {
        return folder.source().equals(".") ? "" : folder.source();
    }

    /// A place that gave articles and gives none is rather a disk that is not there than a cleared desk.
    private boolean isEmptied(String place) {
        return before.inputs().values().stream().anyMatch(one -> one.isArticle() && SourceName.liesIn(one.source(), place))
                && known.values().stream().noneMatch(one -> SourceName.liesIn(one.source(), place)
                        && (one.isArticle() || one.kind() == Kind.FAILED));
    }

    /// @return what could not be read again
    private List<String> readAfterAll(List<String> inputs, Lazy<Pipeline> pipeline) throws IOException {
        Set<String> wanted = ledger.toRead();
        if (wanted.isEmpty()) {
            return List.of();
        }
        var missing = new TreeSet<>(wanted);
        Analyser analyser = pipeline.get().analyser();
        new Sources(settings.sources(), Selection.of(wanted)).forEach(inputs, InputStream.nullInputStream(), found -> {
            stop.check();
            if (found instanceof Found.Raw raw && missing.contains(found.source())) {
                if (ledger.restore(analyser.analyse(raw.article()))) {
                    missing.remove(found.source());
                }
            }
        });
        for (String source : missing) { // the index keeps what another gave: that one stays known
            String id = known.get(source).articleId();
            Optional<Known> holder = id == null ? Optional.empty()
                    : index.held(id).flatMap(held -> before.of(held.source()));
            holder.ifPresent(one -> known.putIfAbsent(one.source(), one));
        }
        return List.copyOf(missing);
    }

    private void bury() throws IOException {
        for (Known one : before.inputs().values()) {
            if (one.articleId() != null && !ledger.has(one.articleId())
                    && index.held(one.articleId()).filter(p -> before.of(p.source()).isPresent()).isPresent()) {
                index.bury(one.articleId());
            }
        }
    }

    private void save(Checkpoint checkpoint) {
        if (System.nanoTime() - saved < CHECKPOINT_NANOS) {
            return;
        }
        synchronized (this) { // so that no article is in the index and not in the memory, or the other way about
            try {
                checkpoint.save(partial());
            } catch (IOException e) {
                throw new UncheckedIOException("cannot save what was read so far", e);
            }
        }
        saved = System.nanoTime();
    }

    /// What is known in the middle of a run: of what was not reached yet, what was known before.
    private synchronized Memory partial() {
        var inputs = new TreeMap<>(before.inputs());
        inputs.putAll(known);
        var files = new HashMap<>(before.stamps());
        files.keySet().removeAll(opened);
        return new Memory(inputs, files, before.rejected(), before.news(), before.quiet(), before.failing());
    }

    private Memory memory() {
        NavigableMap<String, Known> inputs = isAsBefore() ? before.inputs() : new TreeMap<>(known);
        return new Memory(inputs, stamps, before.rejected(), before.news(), before.quiet(), before.failing());
    }

    /// Looks every input up by its hash, which costs less than sorting them.
    private boolean isAsBefore() {
        return known.size() == before.inputs().size()
                && before.inputs().values().stream().allMatch(one -> one.equals(known.get(one.source())));
    }

    /// The inputs that brought an article which is new, or other than it was.
    Set<String> placesWithNews(List<String> inputs, Memory now) {
        if (now.inputs().equals(before.inputs())) {
            return Set.of();
        }
        var places = new TreeSet<String>();
        var changed = new ArrayList<String>();
        now.inputs().forEach((source, one) -> {
            boolean isNew = before.of(source).map(old -> !old.print().equals(one.print())).orElse(true);
            if (one.isArticle() && one.kind() != Kind.FAILED && isNew) {
                changed.add(source);
            }
        });
        for (String input : inputs) {
            String place = Sources.sourceOf(input);
            if (changed.stream().anyMatch(source -> SourceName.liesIn(source, place))) {
                places.add(place);
            }
        }
        return places;
    }
}
