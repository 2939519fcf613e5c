package org.openwash.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.SetupException;

/// The file of standing queries, as written by the program and by hand.
class WatchFileTest {

    @TempDir
    Path folder;

    private WatchFile file;

    @BeforeEach
    void inAnEmptyFolder() {
        file = WatchFile.in(folder);
    }

    private List<String> names() throws IOException {
        return file.read().stream().map(NamedQuery::name).toList();
    }

    @Test
    void whatIsAddedIsReadAndWhatIsRemovedIsGone() throws IOException {
        assertThat(file.read()).isEmpty();
        file.add("llama flags", "subject:llama flagged:true");
        file.add("=quoted", "\"open, source\" outlet:\"The \\\"X\\\" Post\"");
        assertThat(file.read()).extracting(NamedQuery::query)
                .containsExactly("subject:llama flagged:true", "\"open, source\" outlet:\"The \\\"X\\\" Post\"");
        assertThat(names()).containsExactly("llama flags", "=quoted");
        assertThat(Files.readString(folder.resolve("watches.csv"))).as("inert in a spreadsheet").contains("\n'=quoted,");
        file.remove("llama flags");
        assertThat(names()).containsExactly("=quoted");
        file.remove("=quoted");
        assertThat(folder.resolve("watches.csv")).hasContent("name,query");
    }

    @Test
    void aNameStandsOnceAndOnlyWhatIsThereIsRemoved() throws IOException {
        file.add("a", "redis");
        assertThatThrownBy(() -> file.add("a", "llama")).isInstanceOf(SetupException.class).hasMessageContaining("called a");
        assertThatThrownBy(() -> file.remove("b")).isInstanceOf(SetupException.class).hasMessageContaining("watch list");
        assertThatThrownBy(() -> file.add("", "llama")).isInstanceOf(SetupException.class);
        assertThatThrownBy(() -> file.add("two\nlines", "llama")).isInstanceOf(SetupException.class);
        assertThatThrownBy(() -> file.add("c", "two\nlines")).isInstanceOf(SetupException.class);
        assertThatThrownBy(() -> file.add("x".repeat(201), "llama")).isInstanceOf(SetupException.class);
        assertThat(names()).containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # file                                | line | what is wrong
            `title,query\\na,b\\n`                | 1    | name and query
            ``                                    | 1    | name and query
            `name,query\\na,llama\\n,redis\\n`    | 3    | a name has
            `name,query\\na,llama\\nb\\n`         | 3    | it has 1 cells
            `name,query\\na,x,y\\n`               | 2    | it has 3 cells
            `name,query\\na,llama\\na,redis\\n`   | 3    | stands there twice
            `name,query\\na,llama\\nb,"open\\n`   | 3    | EOF
            `name,query\\na,llama\\n<<<<<<< ours\\n` | 3 | it has 1 cells
            """)
    void aBrokenLineIsNamedAndTheFileLeftAsItIs(String content, int line, String problem) throws IOException {
        Path path = Files.writeString(folder.resolve("watches.csv"), content.replace("\\n", "\n"));
        String before = Files.readString(path);
        assertThatThrownBy(file::read).isInstanceOf(SetupException.class).hasMessageContaining("watches.csv, line " + line)
                .hasMessageContaining(problem);
        assertThatThrownBy(() -> file.add("new", "llama")).isInstanceOf(SetupException.class);
        assertThat(path).hasContent(before);
    }

    @Test
    void bytesThatAreNoTextAreRefusedAndASpreadsheetsMarkIsNot() throws IOException {
        Path path = Files.write(folder.resolve("watches.csv"), new byte[] {'n', (byte) 0xFF});
        assertThatThrownBy(file::read).isInstanceOf(SetupException.class).hasMessageContaining("not UTF-8");
        Files.write(path, "\uFEFFname,query,note\r\nä,llama,mine\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(names()).containsExactly("ä");
    }

    @Test
    void severalWhoAddAtTheSameTimeLoseNothing() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Void>> adding = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                String name = "watch " + i;
                adding.add(() -> {
                    file.add(name, "llama");
                    return null;
                });
            }
            for (Future<Void> added : pool.invokeAll(adding)) {
                added.get();
            }
        }
        assertThat(names()).hasSize(40).doesNotHaveDuplicates();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("watches.csv", "watches.csv.lock");
        }
    }

    @Test
    void aFileOfManyQueriesMayHaveLimitsAndBadLines() throws IOException {
        QueryFile many = QueryFile.parse("many.csv", """
                name,query,limit
                a,llama,3
                b,"open
                source",
                ,x,
                c,redis,none
                d,,0
                e,redis,
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(many.queries()).containsExactly(new NamedQuery("a", "llama", 3, 2),
                new NamedQuery("b", "open\nsource", 0, 3), new NamedQuery("e", "redis", 0, 8));
        assertThat(many.problems()).extracting(QueryFile.Problem::line).containsExactly(5L, 6L, 7L);
    }

    @Test
    void theLogKeepsTheNewestHitsAndKnowsWhatNobodyHasReported() {
        WatchLog log = WatchLog.of(Map.of());
        assertThat(log.entries()).isEmpty();
        log = log.with(List.of(new WatchLog.Entry("a", "1"), new WatchLog.Entry("a", "2")));
        assertThat(log.left()).hasSize(2);
        log = log.reported().with(List.of(new WatchLog.Entry("b b", "3")));
        var state = new TreeMap<String, String>();
        log.into(state);
        WatchLog read = WatchLog.of(state);
        assertThat(read).isEqualTo(log);
        assertThat(read.entries()).extracting(WatchLog.Entry::claim).containsExactly("3", "1", "2");
        assertThat(read.left()).containsExactly(new WatchLog.Entry("b b", "3"));
        for (int i = 0; i < 2_000; i++) {
            read = read.with(List.of(new WatchLog.Entry("c", "c" + i)));
        }
        assertThat(read.entries()).hasSize(WatchLog.MOST).first().isEqualTo(new WatchLog.Entry("c", "c1999"));
        assertThat(read.unreported()).isEqualTo(WatchLog.MOST);
    }
}
