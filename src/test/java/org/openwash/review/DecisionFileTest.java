package org.openwash.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Decision;
import org.openwash.domain.Decision.Kind;
import org.openwash.domain.SetupException;
import org.openwash.domain.Verdict;

class DecisionFileTest {

    @TempDir
    private Path folder;

    private DecisionFile file;

    @BeforeEach
    void inAFolderThatIsNotThereYet() {
        file = DecisionFile.in(folder.resolve("out"));
    }

    private static Decision decision(String claim, Kind kind, String note, String at) {
        return new Decision(claim, kind, "Ada", note, Instant.parse(at), Verdict.CONTRADICTED, "https://paper.example/a",
                "Llama 3 is open source.", "llama-3", "open-source");
    }

    @Test
    void aMissingFileHoldsNoDecisions() throws IOException {
        assertThat(file.read().isEmpty()).isTrue();
    }

    @Test
    void whatWasAddedIsReadBackWordForWord() throws IOException {
        Decision first = decision("c1", Kind.ACCEPTED, "=1+1, \"quoted\", ’ürgent", "2026-01-02T08:00:00Z");
        Decision second = decision("c1", Kind.UNDONE, "", "2026-01-03T08:00:00Z");
        file.append(List.of(first));
        file.append(List.of(second));
        assertThat(file.read().history("c1")).containsExactly(first, second);
        assertThat(Files.readString(file.path())).contains("\"'=1+1, \"\"quoted\"\", ’ürgent\"");
    }

    @Test
    void aNoteOfSeveralLinesStaysOneLineSoThatFilesMergeByLine() throws IOException {
        file.append(List.of(decision("c1", Kind.UNSURE, "first\r\nsecond\u2028third", "2026-01-02T08:00:00Z")));
        assertThat(Files.readAllLines(file.path())).hasSize(2);
        assertThat(file.read().history("c1").getFirst().note()).isEqualTo("first second third");
    }

    @Test
    void whatIsThereIsNeverRewritten() throws IOException {
        file.append(List.of(decision("c1", Kind.ACCEPTED, "", "2026-01-02T08:00:00Z")));
        String before = Files.readString(file.path());
        file.append(List.of(decision("c2", Kind.REJECTED, "", "2026-01-02T09:00:00Z")));
        assertThat(Files.readString(file.path())).startsWith(before);
    }

    @Test
    void aFileWrittenByHandWithTwoColumnsIsReadAndGrows() throws IOException {
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), "\uFEFFclaim_id,decision\nc1,accepted\nc2,Rejected");
        assertThat(file.read().claims()).containsExactlyInAnyOrder("c1", "c2");
        file.append(List.of(decision("c3", Kind.ACCEPTED, "", "2026-01-02T08:00:00Z")));
        assertThat(file.read().claims()).containsExactlyInAnyOrder("c1", "c2", "c3");
        assertThat(file.read().history("c2")).extracting(Decision::kind).containsExactly(Kind.REJECTED);
    }

    @Test
    void linesThatAMergePutOutOfOrderCountByTheirTime() throws IOException {
        file.append(List.of(decision("c1", Kind.REJECTED, "", "2026-01-03T08:00:00Z"),
                decision("c1", Kind.ACCEPTED, "", "2026-01-02T08:00:00Z")));
        assertThat(file.read().history("c1")).extracting(Decision::kind).containsExactly(Kind.ACCEPTED, Kind.REJECTED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # file, lines separated by /                                 | said of it
            claim_id,verdict/c1,accepted                                 | line 1: the header
            claim_id,decision/c1,accepted/c2                             | line 3: it has 1 cells
            claim_id,decision/c1,accepted/c2,rejected,extra              | line 3: it has 3 cells
            claim_id,decision/c1,accepted/,rejected                      | line 3
            claim_id,decision/c1,"accepted                               | line 2
            claim_id,decision/c1,acepted                                 | line 2: a decision is accepted, rejected, unsure or undone, not 'acepted'
            claim_id,decision,at/c1,accepted,yesterday                   | line 2: 'yesterday' is no time
            claim_id,decision,verdict/c1,accepted,perhaps                | line 2: there is no verdict 'perhaps'
            claim_id,decision/c1,accepted/<<<<<<< HEAD/c2,accepted       | line 3
            claim_id,claim_id                                            | line
            """)
    void aBrokenLineIsNamedAndNothingIsAddedToIt(String lines, String said) throws IOException {
        Files.createDirectories(file.path().getParent());
        String broken = lines.replace('/', '\n');
        Files.writeString(file.path(), broken);
        assertThatThrownBy(file::read).isInstanceOf(SetupException.class)
                .hasMessageContaining("decisions.csv, line").hasMessageContaining(said);
        assertThatThrownBy(() -> file.append(List.of(decision("c9", Kind.ACCEPTED, "", "2026-01-02T08:00:00Z"))))
                .isInstanceOf(SetupException.class);
        assertThat(Files.readString(file.path())).isEqualTo(broken);
    }

    @Test
    void manyReviewersAtOnceLoseNothing() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var tasks = new ArrayList<Callable<Void>>();
            for (int i = 0; i < 100; i++) {
                String id = "c" + i;
                tasks.add(() -> {
                    file.append(List.of(decision(id, Kind.ACCEPTED, "", "2026-01-02T08:00:00Z")));
                    return null;
                });
            }
            for (var done : pool.invokeAll(tasks)) {
                done.get();
            }
        }
        assertThat(file.read().claims()).hasSize(100);
    }
}
