package org.openwash.index;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.KeepOnlyLastCommitDeletionPolicy;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NativeFSLockFactory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Circulation;
import org.openwash.domain.Decisions;
import org.openwash.domain.Outcome;
import org.openwash.domain.Precedence;
import org.openwash.domain.Print;
import org.openwash.domain.SetupException;

/// The store of articles, their claims and the state of the last run, which become visible together or not at all.
///
/// Writing holds a lock that the operating system drops with the process, so a crash leaves no stale one. What is put
/// or removed shows nowhere, not even to this object's own readers, before `commit`; closing without it, or a crash,
/// leaves the commit before. `put` and `remove` are for one thread at a time.
public final class ArticleIndex implements Closeable {

    /// Its folder within the output folder.
    public static final String FOLDER = "index";

    // in the data of a commit, beside what the run wants to remember
    private static final String OWN_KEYS = "openwash.";
    static final String SCHEMA_KEY = OWN_KEYS + "schema";
    static final String ARTICLES_KEY = OWN_KEYS + "articles";
    static final String CLAIMS_KEY = OWN_KEYS + "claims";
    /// In a run's state: `true` where all that came before it has been told of. The last such commit is kept until the
    /// next, to be compared with.
    public static final String REPORTED_KEY = "night.reported";

    private static final String BUILD_ANEW = ": run openwash analyze --fresh with all inputs to build it anew.";
    private static final double WRITE_BUFFER_MB = 64;

    private final Path folder;
    private final Directory directory;
    /// null when open for reading
    private final @Nullable IndexWriter writer;
    private final Block block;
    private final boolean temporary;
    /// the last commit before this object wrote any; null where there was none, or nothing of it shall stay
    private final @Nullable StoredPrints before;

    private final Set<String> touched = ConcurrentHashMap.newKeySet();

    private ArticleIndex(
            Path folder, Directory directory, @Nullable IndexWriter writer, Block block, boolean temporary,
            @Nullable StoredPrints before) {
        this.folder = folder;
        this.directory = directory;
        this.writer = writer;
        this.block = block;
        this.temporary = temporary;
        this.before = before;
    }

    /// Opens the index for a run that adds to it, and creates it where there is none.
    ///
    /// @param familiesOf the subjects that a subject belongs to: `Catalogue::ancestorsOf`
    /// @throws IndexLockedException if another run is writing to it
    /// @throws SetupException if another version of Openwash wrote it
    public static ArticleIndex openForWriting(Path folder, Function<String, List<String>> familiesOf)
            throws IOException {
        return open(folder, familiesOf, OpenMode.CREATE_OR_APPEND, Kind.KEPT);
    }

    /// Opens an empty index in the place of whatever is there, which stays visible until the first commit. The only
    /// way in where the old index cannot be read.
    public static ArticleIndex openFresh(Path folder, Function<String, List<String>> familiesOf) throws IOException {
        return open(folder, familiesOf, OpenMode.CREATE, Kind.KEPT);
    }

    /// Builds the index anew from the articles that it holds, also those that another version wrote, as long as they
    /// can be read. The old index stays visible until the new one is whole: killed at any moment, one of the two is
    /// left.
    ///
    /// @return how many articles
    /// @throws SetupException if an article cannot be read; nothing is changed
    public static int rebuild(Path folder, Function<String, List<String>> familiesOf) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw missing(folder);
        }
        try (ArticleIndex index = open(folder, familiesOf, OpenMode.CREATE, Kind.REBUILT);
                Stream<Outcome> articles = index.articles()) {
            int rebuilt = 0;
            for (Outcome outcome : (Iterable<Outcome>) articles::iterator) {
                switch (outcome) {
                    case Outcome.Analysed analysed -> index.put(analysed);
                    case Outcome.OtherLanguage other -> index.put(other);
                    case Outcome.Failed failed -> throw new IllegalStateException("stored: " + failed);
                    case Outcome.Skipped skipped -> throw new IllegalStateException("stored: " + skipped);
                }
                rebuilt++;
            }
            index.carryDeleted();
            index.commit(index.runState());
            return rebuilt;
        } catch (UncheckedIOException e) {
            throw unreadable(folder, e.getCause());
        } catch (CorruptIndexException | EOFException | NoSuchFileException | FileNotFoundException e) {
            throw unreadable(folder, e);
        }
    }

    /// Opens an empty index that is deleted on closing, for a run that keeps none.
    public static ArticleIndex openTemporary(Function<String, List<String>> familiesOf) throws IOException {
        Path folder = Files.createTempDirectory("openwash-index-");
        // closing deletes it; this is for a run that is told to stop
        Runtime.getRuntime().addShutdownHook(new Thread(() -> forget(folder)));
        return open(folder, familiesOf, OpenMode.CREATE, Kind.TEMPORARY);
    }

    private static void forget(Path folder) {
        try {
            if (Files.exists(folder)) {
                IOUtils.rm(folder);
            }
        } catch (IOException e) {
            // the process is ending, and what is left lies in the system's folder for temporary files
        }
    }

    private enum Kind { KEPT, TEMPORARY, REBUILT }

    private static ArticleIndex open(Path folder, Function<String, List<String>> familiesOf, OpenMode mode, Kind kind)
            throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new SetupException("The index " + folder + " is a file. Choose another folder with --out.");
        }
        Files.createDirectories(folder);
        IndexWriterConfig config = new IndexWriterConfig(ClaimAnalyzer.INSTANCE)
                .setOpenMode(mode)
                .setCommitOnClose(false)
                .setIndexDeletionPolicy(kind == Kind.TEMPORARY ? new KeepOnlyLastCommitDeletionPolicy() : new KeptCommits())
                .setRAMBufferSizeMB(WRITE_BUFFER_MB);
        Directory directory = FSDirectory.open(folder, NativeFSLockFactory.INSTANCE);
        try {
            if (mode == OpenMode.CREATE_OR_APPEND && DirectoryReader.indexExists(directory)) {
                checkSchema(folder, directory);
            }
            if (mode == OpenMode.CREATE && kind != Kind.REBUILT) {
                makeWay(directory);
            }
            if (kind == Kind.REBUILT) {
                if (!DirectoryReader.indexExists(directory)) {
                    throw missing(folder);
                }
                refuseNewer(folder, schema(directory));
            }
            boolean appends = mode == OpenMode.CREATE_OR_APPEND && DirectoryReader.indexExists(directory);
            IndexWriter writer = new IndexWriter(directory, config);
            StoredPrints before = appends ? new StoredPrints(DirectoryReader.open(directory)) : null;
            return new ArticleIndex(folder, directory, writer, new Block(familiesOf), kind == Kind.TEMPORARY, before);
        } catch (LockObtainFailedException e) {
            directory.close();
            throw new IndexLockedException(folder, e);
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException | EOFException e) {
            directory.close();
            throw unreadable(folder, e);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /// Deletes an index that cannot be read: Lucene would look at it even on the way to an empty one.
    private static void makeWay(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return;
        }
        try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            try {
                SegmentInfos.readLatestCommit(directory);
            } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException | EOFException e) {
                for (String file : directory.listAll()) {
                    lock.ensureValid();
                    if (file.startsWith(IndexFileNames.SEGMENTS)
                            || IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches()) {
                        directory.deleteFile(file);
                    }
                }
            }
        }
    }

    /// Opens the last commit of an index.
    ///
    /// @throws SetupException if there is none, or another version of Openwash wrote it
    public static ArticleIndex openForReading(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw missing(folder);
        }
        Directory directory = FSDirectory.open(folder);
        try {
            checkSchema(folder, directory);
            return new ArticleIndex(folder, directory, null, new Block(subject -> List.of()), false, null);
        } catch (IndexNotFoundException e) {
            directory.close();
            throw missing(folder);
        } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException | EOFException e) {
            directory.close();
            throw unreadable(folder, e);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /// Keeps an article and its claims, instead of any that has the same id or came from the same source.
    public void put(Outcome.Analysed analysed) throws IOException {
        replace(analysed.article().id(), analysed.source(), block.of(analysed));
    }

    /// Keeps an article that was read but not analysed, instead of any that has the same id or came from the same
    /// source.
    public void put(Outcome.OtherLanguage other) throws IOException {
        replace(other.article().id(), other.source(), block.of(other));
    }

    private void replace(String id, String source, List<Document> documents) throws IOException {
        touched.add(id);
        writing().deleteDocuments(articleTerm(id), sourceTerm(source));
        writing().addDocuments(documents);
    }

    /// Keeps an article of the last commit, but as one whose source is gone: it is in no report and no search. It comes
    /// back when its source does.
    public void bury(String articleId) throws IOException {
        Optional<Outcome> outcome = before == null ? Optional.empty() : before.outcome(articleId);
        if (outcome.isPresent()) {
            touched.add(articleId);
            writing().updateDocument(articleTerm(articleId), Block.deleted(outcome.get()));
        }
    }

    private void carryDeleted() throws IOException {
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                PostingsEnum documents = leaf.reader().postings(new Term(Fields.TYPE, Fields.TYPE_DELETED), PostingsEnum.NONE);
                Bits live = leaf.reader().getLiveDocs();
                while (documents != null && documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                    if (live == null || live.get(documents.docID())) {
                        writing().addDocument(Block.deleted(
                                StoredArticles.deleted(leaf.reader().storedFields().document(documents.docID()))));
                    }
                }
            }
        }
    }

    /// The ids of the articles that were put, removed or buried since the index was opened.
    public Set<String> touched() {
        return Set.copyOf(touched);
    }

    /// What differs between the last reported commit ([#REPORTED_KEY]) and what was put so far.
    public Differences differences() throws IOException {
        return new Differences(KeptCommits.reported(directory).orElse(null), DirectoryReader.open(writing()));
    }

    /// Takes over all that the last commit of another index holds, whose articles this one does not have. Whole blocks stay
    /// whole: nothing is written anew.
    ///
    /// @param folder of the other
    public void addAll(Path folder) throws IOException {
        try (Directory other = FSDirectory.open(folder)) {
            writing().addIndexes(other);
        }
    }

    /// Removes an article, but only if it came from this source.
    public void remove(String articleId, String source) throws IOException {
        writing().deleteDocuments(new BooleanQuery.Builder()
                .add(new TermQuery(articleTerm(articleId)), BooleanClause.Occur.FILTER)
                .add(new TermQuery(sourceTerm(source)), BooleanClause.Occur.FILTER)
                .build());
    }

    public void remove(String articleId) throws IOException {
        touched.add(articleId);
        writing().deleteDocuments(articleTerm(articleId));
    }

    public void removeSource(String source) throws IOException {
        writing().deleteDocuments(sourceTerm(source));
    }

    /// Removes everything.
    public void clear() throws IOException {
        writing().deleteAll();
    }

    /// Which of the articles with this id the last commit holds.
    public Optional<Precedence> held(String articleId) throws IOException {
        return before == null ? Optional.empty() : before.precedence(articleId);
    }

    /// Compares all articles that were put so far, committed or not, and stores what came of it with each.
    ///
    /// @param comparison the circulation of each, in the order given
    public void circulate(Function<List<Print>, List<Circulation>> comparison) throws IOException {
        try (StoredPrints prints = new StoredPrints(DirectoryReader.open(writing()))) {
            List<Circulation> now = comparison.apply(prints);
            for (int i = 0; i < now.size(); i++) {
                if (!now.get(i).equals(prints.get(i).circulation())) {
                    switch (prints.outcome(i)) {
                        case Outcome.Analysed analysed -> put(analysed.withCirculation(now.get(i)));
                        case Outcome.OtherLanguage other -> put(other.withCirculation(now.get(i)));
                        case Outcome.Failed failed -> throw new IllegalStateException("stored: " + failed);
                        case Outcome.Skipped skipped -> throw new IllegalStateException("stored: " + skipped);
                    }
                }
            }
        }
    }

    /// Makes what was put and removed visible, together with what the run wants to remember.
    public void commit(Map<String, String> runState) throws IOException {
        Map<String, String> data = new TreeMap<>(runState);
        data.put(SCHEMA_KEY, Schema.VERSION);
        try (DirectoryReader now = DirectoryReader.open(writing())) {
            var searcher = new IndexSearcher(now);
            int claims = searcher.count(new TermQuery(new Term(Fields.TYPE, Fields.TYPE_CLAIM)));
            data.put(CLAIMS_KEY, String.valueOf(claims));
            int deleted = searcher.count(new TermQuery(new Term(Fields.TYPE, Fields.TYPE_DELETED)));
            data.put(ARTICLES_KEY, String.valueOf(now.numDocs() - claims - deleted));
        }
        writing().setLiveCommitData(data.entrySet());
        writing().commit();
    }

    /// Forgets what was put and removed since the last commit, and closes the index.
    public void rollback() throws IOException {
        writing().rollback();
        close();
    }

    /// What the run that made the last commit wanted to remember; empty before the first.
    public Map<String, String> runState() throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return Map.of();
        }
        Map<String, String> state = new TreeMap<>(SegmentInfos.readLatestCommit(directory).getUserData());
        state.keySet().removeIf(key -> key.startsWith(OWN_KEYS));
        return state;
    }

    /// How many articles the last commit holds.
    public int committedArticles() throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return 0;
        }
        return Integer.parseInt(SegmentInfos.readLatestCommit(directory).getUserData().getOrDefault(ARTICLES_KEY, "0"));
    }

    /// All articles of the last commit, by id, decoded one at a time. To be closed by the caller.
    public Stream<Outcome> articles() throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return Stream.empty();
        }
        DirectoryReader reader = DirectoryReader.open(directory);
        return StoredArticles.of(reader).onClose(() -> {
            try {
                reader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// The claims that were put since the last commit and that it does not hold, to ask questions of. To be closed
    /// before the commit.
    public NewClaims newClaims(double minConfidence, Decisions decisions) throws IOException {
        return claimsSince(DirectoryReader.indexExists(directory) ? DirectoryReader.open(directory) : null,
                minConfidence, decisions);
    }

    /// The same since the last reported commit.
    public NewClaims claimsSinceReport(double minConfidence, Decisions decisions) throws IOException {
        IndexCommit reported = KeptCommits.reported(directory).orElse(null);
        return claimsSince(reported == null ? null : DirectoryReader.open(reported), minConfidence, decisions);
    }

    private NewClaims claimsSince(@Nullable DirectoryReader commit, double minConfidence, Decisions decisions)
            throws IOException {
        try (commit) {
            return new NewClaims(new ClaimSearch(DirectoryReader.open(writing()), minConfidence, decisions), commit);
        }
    }

    /// What the runs wanted to remember whose commits are still kept.
    public List<Map<String, String>> keptStates() throws IOException {
        var states = new ArrayList<Map<String, String>>();
        if (DirectoryReader.indexExists(directory)) {
            for (IndexCommit commit : DirectoryReader.listCommits(directory)) {
                states.add(Map.copyOf(commit.getUserData()));
            }
        }
        return states;
    }

    /// A view of the last commit to ask questions of.
    ///
    /// @param minConfidence the threshold that `flagged` means
    /// @param decisions     what reviewers decided
    public ClaimSearch search(double minConfidence, Decisions decisions) throws IOException {
        try {
            return new ClaimSearch(DirectoryReader.open(directory), minConfidence, decisions);
        } catch (CorruptIndexException | EOFException | NoSuchFileException | FileNotFoundException e) {
            throw unreadable(folder, e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            IOUtils.close(before, writer, directory);
        } finally {
            if (temporary) {
                IOUtils.rm(folder);
            }
        }
    }

    private IndexWriter writing() {
        if (writer == null) {
            throw new IllegalStateException(folder + " is open for reading");
        }
        return writer;
    }

    private static Term articleTerm(String id) {
        return new Term(Fields.BLOCK, Fields.key(id));
    }

    private static Term sourceTerm(String source) {
        return new Term(Fields.BLOCK_SOURCE, Fields.key(source));
    }

    private static void checkSchema(Path folder, Directory directory) throws IOException {
        String found = schema(directory);
        refuseNewer(folder, found);
        if (!Schema.VERSION.equals(found)) {
            throw new SetupException("The index at " + folder + " was written by another version of Openwash (its form is "
                    + (found == null ? "unknown" : found) + ", this version's " + Schema.VERSION
                    + "): run openwash rebuild, or, should its articles be of another form too, run openwash analyze --fresh"
                    + " with all inputs.");
        }
    }

    private static @Nullable String schema(Directory directory) throws IOException {
        return SegmentInfos.readLatestCommit(directory).getUserData().get(SCHEMA_KEY);
    }

    /// What a newer version keeps would be lost if this one wrote the index, also if it built it anew.
    private static void refuseNewer(Path folder, @Nullable String found) {
        if (found != null && Schema.isNewer(found)) {
            throw new SetupException("The index at " + folder + " was written by a newer version of Openwash (its form is " + found
                    + ", this version's " + Schema.VERSION + "): use that version again, or put a backup back that this one wrote,"
                    + " or run openwash analyze --fresh with all inputs.");
        }
    }

    private static SetupException missing(Path folder) {
        return new SetupException("No index at " + folder + ": run openwash analyze first.");
    }

    private static SetupException unreadable(Path folder, IOException cause) {
        return new SetupException("The index at " + folder + " is damaged or of another Lucene" + BUILD_ANEW
                + " openwash verify says more. (" + cause.getMessage() + ")", cause);
    }
}
