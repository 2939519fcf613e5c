package org.openwash.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.domain.Decisions;
import org.openwash.domain.Article;
import org.openwash.domain.Circulation;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Mention;
import org.openwash.domain.Metadata;
import org.openwash.domain.Outcome;
import org.openwash.domain.Print;
import org.openwash.domain.SetupException;
import org.openwash.domain.Span;
import org.openwash.domain.Verdict;
import org.openwash.testing.Samples;

class ArticleIndexTest {

    @TempDir
    Path folder;

    private ArticleIndex writing() throws IOException {
        return ArticleIndex.openForWriting(folder, Samples.catalogue()::ancestorsOf);
    }

    private List<Outcome> stored() throws IOException {
        try (ArticleIndex index = ArticleIndex.openForReading(folder)) {
            return outcomes(index);
        }
    }

    private static List<Outcome> outcomes(ArticleIndex index) throws IOException {
        try (Stream<Outcome> articles = index.articles()) {
            return articles.toList();
        }
    }

    private static Outcome.Analysed llama(String source) {
        Article article = Samples.article(source, "Llama 3 is open source. It is free.");
        return Samples.analysed(article,
                List.of(new Mention(Mention.Kind.MODEL, 1, new Span(0, 7), "Llama 3", List.of("llama-3", "llama"), null)),
                Samples.claim(article, "Llama 3 is open source.").licences("Apache-2.0", "MIT").judged(Verdict.CONTRADICTED),
                Samples.claim(article, "It is free.").judged(Verdict.OVERSTATED));
    }

    private static Outcome.OtherLanguage german(String source) {
        return new Outcome.OtherLanguage(Samples.article(source, "Das Modell ist quelloffen.").withLanguage("de"), 4);
    }

    @Test
    void outcomesComeBackAsTheyWereInTheOrderOfTheirIds() throws IOException {
        Article bare = new Article("a", "a", Metadata.UNKNOWN, "", "und", "Half a pair \uD83D, a NUL \u0000, \"quotes\" and 🙂.", "n");
        Outcome.Analysed broken = Samples.analysed(bare, Samples.claim(bare, "Half a pair \uD83D").judged(Verdict.SUPPORTED));
        try (ArticleIndex index = writing()) {
            index.put(llama("c"));
            index.put(german("b"));
            index.put(broken);
            index.commit(Map.of());
        }
        assertThat(stored()).containsExactly(broken, german("b"), llama("c"));
    }

    @Test
    void anArticleReplacesTheOneWithItsIdOrItsSource() throws IOException {
        Article moved = new Article("https://sample.example/x", "c", Metadata.UNKNOWN, "", "en", "New words.", "");
        Article sameAddress = new Article("https://sample.example/x", "d", Metadata.UNKNOWN, "", "en", "Newest words.", "");
        try (ArticleIndex index = writing()) {
            index.put(llama("b"));
            index.put(llama("c"));
            index.commit(Map.of());
            index.put(Samples.analysed(moved));
            index.commit(Map.of());
            assertThat(outcomes(index)).containsExactly(llama("b"), Samples.analysed(moved));
            index.put(Samples.analysed(sameAddress));
            index.put(Samples.analysed(sameAddress));
            index.commit(Map.of());
            assertThat(outcomes(index)).containsExactly(llama("b"), Samples.analysed(sameAddress));
            try (ClaimSearch search = index.search(0.5, Decisions.none())) {
                assertThat(search.find("", 10, Marks.PLAIN).total()).isEqualTo(2);
            }
        }
    }

    @Test
    void removedArticlesTakeTheirClaimsWithThem() throws IOException {
        try (ArticleIndex index = writing()) {
            index.put(llama("b"));
            index.put(llama("c"));
            index.put(german("d"));
            index.remove("b");
            index.removeSource("d");
            index.commit(Map.of());
            assertThat(outcomes(index)).containsExactly(llama("c"));
            try (ClaimSearch search = index.search(0.5, Decisions.none())) {
                assertThat(search.find("*:*", 10, Marks.PLAIN).total()).isEqualTo(2);
            }
        }
    }

    @Test
    void whatComparisonFoundIsKeptWithTheArticleAndItsClaims() throws IOException {
        try (ArticleIndex index = writing()) {
            index.put(llama("b"));
            index.put(german("d"));
            index.commit(Map.of());
        }
        var found = new Circulation("0123456789abcdef", List.of(0));
        try (ArticleIndex index = writing()) {
            index.put(llama("c"));
            index.circulate(prints -> prints.stream()
                    .map(print -> print.articleId().equals("c") ? print.circulation() : found)
                    .toList());
            index.commit(Map.of());
            assertThat(outcomes(index)).containsExactly(
                    llama("b").withCirculation(found), llama("c"), german("d").withCirculation(found));
            try (ClaimSearch search = index.search(0.5, Decisions.none())) {
                assertThat(search.find("story:0123456789abcdef", 10, Marks.PLAIN).total()).isEqualTo(2);
                assertThat(search.find("repeated:true", 10, Marks.PLAIN).total()).isEqualTo(2);
                assertThat(search.find("flagged:true", 10, Marks.PLAIN).total()).isEqualTo(2);
                assertThat(search.find("flagged:true AND repeated:true", 10, Marks.PLAIN).total()).isZero();
            }
        }
    }

    @Test
    void printsComeBackAsTheyWere() throws IOException {
        Article article = Samples.article("b", "Llama 3 is open source. It has 1,250 parts in 2024.\n\nHalf a pair \uD83D.");
        try (ArticleIndex index = writing()) {
            index.put(Samples.analysed(article));
            index.put(german("d"));
            index.circulate(prints -> {
                assertThat(prints).containsExactlyInAnyOrder(Print.of(article), Print.of(german("d").article()));
                return prints.stream().map(Print::circulation).toList();
            });
        }
    }

    @Test
    void nothingShowsBeforeTheCommitAndRollbackLeavesTheOldState() throws IOException {
        try (ArticleIndex index = writing()) {
            index.put(llama("b"));
            index.commit(Map.of("night", "1"));
        }
        try (ArticleIndex index = writing()) {
            index.clear();
            index.put(llama("c"));
            assertThat(stored()).containsExactly(llama("b"));
            index.rollback();
        }
        try (ArticleIndex index = writing()) {
            index.put(llama("d")); // closed without a commit
        }
        assertThat(stored()).containsExactly(llama("b"));
        try (ArticleIndex index = ArticleIndex.openForReading(folder)) {
            assertThat(index.runState()).isEqualTo(Map.of("night", "1"));
        }
    }

    @Test
    void aFreshIndexKeepsTheOldOneUntilItsCommit() throws IOException {
        try (ArticleIndex index = writing()) {
            index.put(llama("b"));
            index.commit(Map.of());
        }
        try (ArticleIndex index = ArticleIndex.openFresh(folder, s -> List.of())) {
            index.put(llama("c"));
            assertThat(stored()).containsExactly(llama("b"));
            index.commit(Map.of());
        }
        assertThat(stored()).containsExactly(llama("c"));
    }

    @Test
    void aSecondWriterIsToldThatTheIndexIsLocked() throws IOException {
        try (ArticleIndex first = writing()) {
            assertThatThrownBy(this::writing)
                    .isInstanceOf(IndexLockedException.class)
                    .hasMessageContaining(folder.toString());
        }
        writing().close();
    }

    @Test
    void readersSeeOneCommitWhileARunWrites() throws IOException {
        try (ArticleIndex index = writing()) {
            index.put(llama("b"));
            index.commit(Map.of());
            try (ClaimSearch before = index.search(0.5, Decisions.none())) {
                index.put(llama("c"));
                index.commit(Map.of());
                assertThat(before.find("", 10, Marks.PLAIN).total()).isEqualTo(2);
            }
        }
    }

    @Test
    void aMissingIndexNamesTheCommandToRun() throws IOException {
        assertThatThrownBy(() -> ArticleIndex.openForReading(folder.resolve("none")))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("run openwash analyze first");
        assertThatThrownBy(() -> ArticleIndex.openForReading(folder)).isInstanceOf(SetupException.class);
        writing().close(); // no commit
        assertThatThrownBy(() -> ArticleIndex.openForReading(folder)).isInstanceOf(SetupException.class);
    }

    @Test
    void aDamagedIndexNamesTheCommandToRunAndAFreshOneTakesItsPlace() throws IOException {
        try (ArticleIndex index = writing()) {
            index.put(llama("b"));
            index.commit(Map.of());
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path commit : files.filter(f -> f.getFileName().toString().startsWith("segments_")).toList()) {
                Files.write(commit, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20});
            }
        }
        assertThatThrownBy(() -> ArticleIndex.openForReading(folder))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("--fresh");
        assertThatThrownBy(this::writing).isInstanceOf(SetupException.class);
        try (ArticleIndex index = ArticleIndex.openFresh(folder, s -> List.of())) {
            index.put(llama("c"));
            index.commit(Map.of());
        }
        assertThat(stored()).containsExactly(llama("c"));
    }

    @Test
    void anIndexOfAnotherFormIsRefusedWithTheCommandToRun() throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter other = new IndexWriter(directory, new IndexWriterConfig())) {
            other.setLiveCommitData(Map.of(ArticleIndex.SCHEMA_KEY, "0-old").entrySet());
            other.commit();
        }
        assertThatThrownBy(() -> ArticleIndex.openForReading(folder))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("0-old")
                .hasMessageContaining("run openwash analyze --fresh");
        assertThatThrownBy(this::writing).isInstanceOf(SetupException.class);
        ArticleIndex.openFresh(folder, s -> List.of()).close();
    }

    @Test
    void onlyTheFilesOfADamagedIndexAreDeleted() throws IOException {
        Path damaged = Files.writeString(folder.resolve("segments_1"), "not an index");
        Path foreign = Files.writeString(folder.resolve("notes.txt"), "mine");
        try (ArticleIndex index = ArticleIndex.openFresh(folder, s -> List.of())) {
            assertThat(damaged).doesNotExist();
            index.commit(Map.of());
        }
        assertThat(foreign).hasContent("mine");
    }

    @Test
    void idsAndValuesOfAnyLengthFit() throws IOException {
        String endless = "https://sample.example/" + "x".repeat(100_000);
        Article article = new Article(endless, endless,
                new Metadata(endless, endless, null, endless, LocalDate.MAX, DateBasis.RECORD), endless, "en", endless, "");
        Outcome.Analysed outcome = Samples.analysed(article,
                Samples.claim(article, endless).id(endless).explanation(endless).judged(Verdict.SUPPORTED));
        try (ArticleIndex index = writing()) {
            index.put(outcome);
            index.put(outcome);
            index.commit(Map.of());
            assertThat(outcomes(index)).containsExactly(outcome);
        }
    }

    @Test
    void aTemporaryIndexLeavesNothing() throws IOException {
        try (ArticleIndex index = ArticleIndex.openTemporary(s -> List.of())) {
            assertThat(outcomes(index)).isEmpty();
            index.put(llama("b"));
            index.commit(Map.of());
            assertThat(outcomes(index)).containsExactly(llama("b"));
        }
        assertThat(folder).isEmptyDirectory();
    }
}
