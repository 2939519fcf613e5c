package org.openwash.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.domain.Article;
import org.openwash.domain.Decisions;
import org.openwash.domain.Outcome;
import org.openwash.domain.SetupException;
import org.openwash.domain.Verdict;
import org.openwash.testing.Cli;
import org.openwash.testing.Samples;

/// What `verify` sees and what `rebuild` mends, on indexes with something wrong.
class IndexCheckTest {

    @TempDir
    Path folder;

    private Path index;

    @BeforeEach
    void threeArticlesOfWhichOneWasReplaced() throws IOException {
        index = folder.resolve("index");
        try (ArticleIndex writing = ArticleIndex.openForWriting(index, Samples.catalogue()::ancestorsOf)) {
            writing.put(article("a"));
            writing.put(article("b"));
            writing.put(new Outcome.OtherLanguage(Samples.article("c", "Das Modell ist quelloffen.").withLanguage("de"), 4));
            writing.commit(Map.of("night", "1"));
            writing.put(article("b"));
            writing.commit(Map.of("night", "2"));
        }
    }

    private static Outcome.Analysed article(String source) {
        Article article = Samples.article(source, "Llama 3 is open source. Redis is not open source.");
        return Samples.analysed(article,
                Samples.claim(article, "Llama 3 is open source.").id(source + "1").judged(Verdict.CONTRADICTED),
                Samples.claim(article, "Redis is not open source.").id(source + "2").denied().judged(Verdict.SUPPORTED));
    }

    @Test
    void aWholeIndexHasNoProblems() throws IOException {
        assertThat(IndexCheck.of(index)).isEqualTo(new IndexCheck.Result(List.of(), 3, 4));
    }

    @Test
    void aMissingIndexIsNamed() throws IOException {
        assertThat(IndexCheck.of(folder.resolve("none")).problems()).singleElement().asString().contains("There is no index at");
        assertThat(IndexCheck.of(Files.createDirectory(folder.resolve("empty"))).problems()).singleElement().asString()
                .contains("There is no index at");
        assertThatThrownBy(() -> ArticleIndex.rebuild(folder.resolve("none"), s -> List.of())).isInstanceOf(SetupException.class)
                .hasMessageContaining("run openwash analyze first");
        assertThatThrownBy(() -> ArticleIndex.rebuild(folder.resolve("empty"), s -> List.of()))
                .isInstanceOf(SetupException.class).hasMessageContaining("run openwash analyze first");
    }

    @Test
    void aRunThatIsWritingIsWaitedForByNobody() throws IOException {
        try (ArticleIndex writing = ArticleIndex.openForWriting(index, s -> List.of())) {
            assertThatThrownBy(() -> IndexCheck.of(index)).isInstanceOf(IndexLockedException.class);
            assertThatThrownBy(() -> ArticleIndex.rebuild(index, s -> List.of())).isInstanceOf(IndexLockedException.class);
        }
    }

    @Test
    void everyFileThatIsTruncatedFlippedOrMissingIsSeen() throws IOException {
        List<Path> files = files(index);
        assertThat(files).hasSizeGreaterThan(3);
        for (Path file : files) {
            for (String damage : List.of("truncated", "emptied", "flipped", "missing")) {
                Path copy = copy(file.getFileName() + damage);
                damage(copy.resolve(file.getFileName()), damage);
                assertThat(IndexCheck.of(copy).problems()).as("%s %s", file.getFileName(), damage).isNotEmpty()
                        .allMatch(problem -> !problem.isBlank() && !problem.contains("Exception"));
                readersAreToldOrReadOn(copy);
                rebuildIsRefusedOrLeavesAWholeIndex(copy);
            }
        }
    }

    private static void damage(Path file, String how) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            switch (how) {
                case "truncated" -> bytes.setLength(bytes.length() - 1);
                case "emptied" -> bytes.setLength(0);
                case "flipped" -> {
                    bytes.seek(bytes.length() / 2);
                    int old = bytes.read();
                    bytes.seek(bytes.length() / 2);
                    bytes.write(old ^ 0x55);
                }
                default -> Files.delete(file);
            }
        }
    }

    /// Not every flipped bit is met by a search; one that is met has a message for the user.
    private static void readersAreToldOrReadOn(Path copy) throws IOException {
        try (ArticleIndex reading = ArticleIndex.openForReading(copy);
                ClaimSearch search = reading.search(0.5, Decisions.none())) {
            search.find("llama", 10, Marks.PLAIN);
            search.facets("");
        } catch (SetupException e) {
            assertThat(e).hasMessageContaining("openwash");
        } catch (IOException e) { // told by Lucene: a checksum, or bytes that cannot be unpacked
            assertThat(e).hasMessageNotContaining("a bug");
        }
    }

    private static void rebuildIsRefusedOrLeavesAWholeIndex(Path copy) throws IOException {
        try {
            ArticleIndex.rebuild(copy, s -> List.of());
        } catch (SetupException e) {
            assertThat(e).hasMessageContaining("openwash analyze");
            return;
        }
        assertThat(IndexCheck.of(copy).problems()).isEmpty();
    }

    @Test
    void aClaimWithoutItsArticleAndAnArticleWithoutItsClaimsAreSeen() throws IOException {
        change(writer -> writer.deleteDocuments(new Term(Fields.ARTICLE, "a")));
        assertThat(IndexCheck.of(index).problems()).anyMatch(p -> p.contains("a1") && p.contains("without its article, a."))
                .anyMatch(p -> p.contains("the last run committed 3"));
    }

    @Test
    void aClaimThatIsGoneIsSeen() throws IOException {
        change(writer -> writer.deleteDocuments(new Term(Fields.ORDER, "a1")));
        assertThat(IndexCheck.of(index).problems()).contains("The article a makes 2 claims; the index holds 1 of them.")
                .contains("The index holds 3 claims; the last run committed 4.");
    }

    @Test
    void anArticleThatCannotBeDecodedIsSeenAndNotRebuilt() throws IOException {
        change(writer -> {
            Document document = new Document();
            document.add(new StringField(Fields.TYPE, Fields.TYPE_ANALYSED, Store.YES));
            document.add(new StringField(Fields.ARTICLE, "d", Store.NO));
            document.add(new StoredField(Fields.PAYLOAD, "{\"words\": 1}".getBytes(StandardCharsets.UTF_8)));
            writer.addDocument(document);
        });
        assertThat(IndexCheck.of(index).problems()).anyMatch(p -> p.contains("cannot be decoded"));
        assertThatThrownBy(() -> ArticleIndex.rebuild(index, s -> List.of())).isInstanceOf(SetupException.class)
                .hasMessageContaining("analyze --fresh");
        assertThat(IndexCheck.of(index).articles()).as("nothing has changed").isEqualTo(4);
    }

    private interface Change {
        void on(IndexWriter writer) throws IOException;
    }

    private void change(Change change) throws IOException {
        try (FSDirectory directory = FSDirectory.open(index);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(ClaimAnalyzer.INSTANCE))) {
            Map<String, String> data = new HashMap<>();
            writer.getLiveCommitData().forEach(e -> data.put(e.getKey(), e.getValue()));
            change.on(writer);
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
        }
    }

    private void setForm(String form) throws IOException {
        try (FSDirectory directory = FSDirectory.open(index);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(ClaimAnalyzer.INSTANCE))) {
            writer.setLiveCommitData(Map.of(ArticleIndex.SCHEMA_KEY, form, "night", "2").entrySet());
            writer.commit();
        }
    }

    @Test
    void anIndexOfANewerFormIsRefusedWithWhatToDoAndNothingIsWritten() throws IOException {
        setForm("999-new");
        List<Path> files = files(index);
        assertThatThrownBy(() -> ArticleIndex.openForReading(index)).isInstanceOf(SetupException.class)
                .hasMessageContaining("newer version of Openwash (its form is 999-new")
                .hasMessageContaining("use that version again").hasMessageContaining("openwash analyze --fresh");
        assertThatThrownBy(() -> ArticleIndex.openForWriting(index, s -> List.of())).isInstanceOf(SetupException.class)
                .hasMessageContaining("newer version of Openwash");
        assertThatThrownBy(() -> ArticleIndex.rebuild(index, s -> List.of())).as("it would lose what this version does not know")
                .isInstanceOf(SetupException.class).hasMessageContaining("newer version of Openwash");
        for (String command : List.of("nightly", "analyze")) {
            Cli.Result refused = Cli.launch(command, folder, "--out", index.getParent());
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err()).contains("newer version of Openwash");
        }
        assertThat(files(index)).isEqualTo(files);
    }

    @Test
    void anIndexOfAnOlderFormIsRebuiltWithItsRunState() throws IOException {
        setForm("1-0ld");
        assertThat(IndexCheck.of(index).problems()).singleElement().asString().contains("Another version of Openwash");
        assertThatThrownBy(() -> ArticleIndex.openForReading(index)).isInstanceOf(SetupException.class)
                .hasMessageContaining("openwash rebuild");

        assertThat(ArticleIndex.rebuild(index, Samples.catalogue()::ancestorsOf)).isEqualTo(3);

        assertThat(IndexCheck.of(index)).isEqualTo(new IndexCheck.Result(List.of(), 3, 4));
        try (ArticleIndex reading = ArticleIndex.openForReading(index);
                ClaimSearch search = reading.search(0.5, Decisions.none());
                Stream<Outcome> articles = reading.articles()) {
            assertThat(articles).hasSize(3).contains(article("a"), article("b"));
            assertThat(reading.runState()).isEqualTo(Map.of("night", "2"));
            assertThat(search.find("subject:llama", 10, Marks.PLAIN).total()).as("families").isEqualTo(4);
        }
    }

    @Test
    void readersOfTheOldIndexReadOnWhileItIsRebuilt() throws IOException {
        try (ArticleIndex reading = ArticleIndex.openForReading(index);
                ClaimSearch before = reading.search(0.5, Decisions.none())) {
            ArticleIndex.rebuild(index, s -> List.of());
            assertThat(before.find("", 10, Marks.PLAIN).best()).hasSize(4);
        }
    }

    private Path copy(String name) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(name));
        for (Path file : files(index)) {
            Files.copy(file, copy.resolve(file.getFileName()));
        }
        return copy;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().equals("write.lock")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
