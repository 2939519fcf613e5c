package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openwash.testing.Samples.analysed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openwash.domain.Article;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Metadata;
import org.openwash.domain.Outcome;
import org.openwash.index.ArticleIndex;
import org.openwash.report.InputRow;

class LedgerTest {

    @TempDir
    Path folder;

    private static final String ADDRESS = "https://paper.example/llama";

    @Test
    void ofSeveralWithOneAddressTheEarliestIsKeptWhicheverArrivesFirst() throws IOException {
        var arrivals = new ArrayList<Outcome>(List.of(
                article("a.txt", null), article("b.txt", LocalDate.of(2024, 5, 3)), article("c.txt", LocalDate.of(2024, 5, 2)),
                article("d.txt", LocalDate.of(2024, 5, 2)), new Outcome.Failed("e.txt", "empty file", ""),
                new Outcome.OtherLanguage(article("f.txt", LocalDate.of(2024, 5, 4)).article(), 3)));
        Set<List<InputRow>> books = new LinkedHashSet<>();
        for (int seed = 0; seed < 40; seed++) {
            Collections.shuffle(arrivals, new Random(seed));
            try (var index = ArticleIndex.openTemporary(subject -> List.of())) {
                var ledger = new Ledger(index);
                arrivals.forEach(ledger::enter);
                books.add(ledger.close().stream().sorted(Comparator.comparing(InputRow::source)).toList());
                index.commit(java.util.Map.of());
                try (var stored = index.articles()) {
                    assertThat(stored.map(Outcome::source)).containsExactly("c.txt");
                }
            }
        }
        assertThat(books).as("every order books the same").hasSize(1);
        assertThat(books.iterator().next()).extracting(InputRow::status).containsExactly(
                InputRow.Status.DUPLICATE, InputRow.Status.DUPLICATE, InputRow.Status.KEPT, InputRow.Status.DUPLICATE,
                InputRow.Status.FAILED, InputRow.Status.DUPLICATE);
        assertThat(books.iterator().next().getFirst().reason()).isEqualTo("same address as c.txt");
    }

    @Test
    void whatAnEarlierRunKeptStaysUnlessTheNewOneIsSmaller() throws IOException {
        try (var index = ArticleIndex.openForWriting(folder, subject -> List.of())) {
            assertThat(enter(index, article("c.txt", LocalDate.of(2024, 5, 2)))).isEqualTo("c.txt kept ");
        }
        try (var index = ArticleIndex.openForWriting(folder, subject -> List.of())) {
            assertThat(enter(index, article("d.txt", LocalDate.of(2024, 5, 2)))).isEqualTo("d.txt duplicate same address as c.txt");
            assertThat(kept(index)).containsExactly("c.txt");
        }
        try (var index = ArticleIndex.openForWriting(folder, subject -> List.of())) {
            assertThat(enter(index, article("c.txt", LocalDate.of(2024, 5, 9)))).as("a source replaces itself").isEqualTo("c.txt kept ");
            assertThat(kept(index)).containsExactly("c.txt");
        }
        try (var index = ArticleIndex.openForWriting(folder, subject -> List.of())) {
            assertThat(enter(index, article("e.txt", LocalDate.of(2024, 5, 1)))).isEqualTo("e.txt kept ");
            assertThat(kept(index)).containsExactly("e.txt");
        }
    }

    @Test
    void aSourceReadAgainKeepsItsPlaceWhicheverArrivesFirst() throws IOException {
        Set<List<String>> books = new LinkedHashSet<>();
        for (int seed = 0; seed < 6; seed++) {
            Path place = folder.resolve("index" + seed);
            try (var index = ArticleIndex.openForWriting(place, subject -> List.of())) {
                enter(index, article("c.txt", LocalDate.of(2024, 5, 2)));
            }
            var arrivals = new ArrayList<Outcome>(List.of(article("c.txt", LocalDate.of(2024, 5, 9)),
                    article("d.txt", LocalDate.of(2024, 5, 5)), article("e.txt", null)));
            Collections.shuffle(arrivals, new Random(seed));
            try (var index = ArticleIndex.openForWriting(place, subject -> List.of())) {
                var ledger = new Ledger(index);
                arrivals.forEach(ledger::enter);
                books.add(ledger.close().stream().map(row -> row.source() + " " + row.status().label() + " " + row.reason()).sorted().toList());
                index.commit(java.util.Map.of());
                assertThat(kept(index)).containsExactly("c.txt");
            }
        }
        assertThat(books).containsExactly(List.of(
                "c.txt kept ", "d.txt duplicate same address as c.txt", "e.txt duplicate same address as c.txt"));
    }

    private static String enter(ArticleIndex index, Outcome outcome) throws IOException {
        var ledger = new Ledger(index);
        ledger.enter(outcome);
        InputRow row = ledger.close().getFirst();
        index.commit(java.util.Map.of());
        return row.source() + " " + row.status().label() + " " + row.reason();
    }

    private static List<String> kept(ArticleIndex index) throws IOException {
        try (var stored = index.articles()) {
            return stored.map(Outcome::source).toList();
        }
    }

    @Test
    void theSameFileGivenTwiceIsSaidToBe() throws IOException {
        try (var index = ArticleIndex.openTemporary(subject -> List.of())) {
            var ledger = new Ledger(index);
            ledger.enter(article("a.txt", null));
            ledger.enter(article("a.txt", null));
            assertThat(ledger.close()).extracting(InputRow::reason).containsExactlyInAnyOrder("", "given twice");
        }
    }

    private static Outcome.Analysed article(String source, @Nullable LocalDate published) {
        var metadata = new Metadata(ADDRESS, "The Daily Sample", null, null, published,
                published == null ? DateBasis.NONE : DateBasis.METADATA);
        return analysed(new Article(ADDRESS, source, metadata, "A title", "en", "Llama is out.", ""));
    }
}
