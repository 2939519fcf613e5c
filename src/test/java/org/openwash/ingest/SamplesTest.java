package org.openwash.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openwash.domain.Article;
import org.openwash.domain.Metadata;
import org.openwash.domain.Outcome;
import org.openwash.domain.UnreadableArticleException;
import org.openwash.text.TextCleaner;

/// Reads a small file of every format and compares all that comes of it with the table beside them,
/// `samples/samples.csv`. To add a sample: put the file there and run this test with `-Dopenwash.update-samples=true`,
/// which writes the table anew; the diff is the review.
class SamplesTest {

    private static final Path FOLDER = Path.of("src/test/resources/samples");
    private static final String TABLE = "samples.csv";
    private static final String HEADER = "source,read_as,title,outlet,author,published,url,text,notes";
    private static final int BEGINNING = 60;
    private static final TextCleaner CLEANER = new TextCleaner();

    /// One row of the table: what a source is read as (a format, skipped or failed) and what is known of it. Of what is
    /// not read, text is the reason.
    private record Row(String source, String readAs, String title, String outlet, String author, String published,
            String url, String text, String notes) {

        @Override
        public String toString() {
            return Stream.of(source, readAs, title, outlet, author, published, url, text, notes)
                    .map(cell -> cell.matches("(?s).*[\",\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell)
                    .reduce((a, b) -> a + "," + b).orElseThrow();
        }
    }

    @TestFactory
    Stream<DynamicTest> eachSampleIsReadAsTheTableSays() throws IOException {
        if (Boolean.getBoolean("openwash.update-samples")) {
            String rows = samples().flatMap(file -> read(file).stream()).map(row -> row + "\n").collect(Collectors.joining());
            Files.writeString(FOLDER.resolve(TABLE), HEADER + "\n" + rows);
        }
        List<Row> table = table();
        return samples().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> assertThat(read(file))
                .containsExactlyElementsOf(table.stream().filter(row -> isOf(row, file)).toList())));
    }

    @Test
    void everyRowOfTheTableHasItsSample() throws IOException {
        List<Path> files = samples().toList();
        assertThat(table()).allMatch(row -> files.stream().anyMatch(file -> isOf(row, file)));
    }

    private static boolean isOf(Row row, Path file) {
        String name = file.getFileName().toString();
        return row.source().startsWith(name) && row.source().substring(name.length()).matches("(#.*|!/.*)?");
    }

    private static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.endsWith(TABLE)).sorted().toList().stream();
        }
    }

    private static List<Row> table() throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser rows = CSVParser.parse(FOLDER.resolve(TABLE), StandardCharsets.UTF_8, format)) {
            return rows.stream().map(r -> new Row(r.get("source"), r.get("read_as"), r.get("title"), r.get("outlet"),
                    r.get("author"), r.get("published"), r.get("url"), r.get("text"), r.get("notes"))).toList();
        }
    }

    private static List<Row> read(Path file) {
        List<Row> rows = new ArrayList<>();
        for (Found found : Harvest.of(file).found()) {
            rows.add(switch (found) {
                case Found.Raw raw -> {
                    try {
                        yield row(raw.article().format().name(), CLEANER.clean(raw.article()));
                    } catch (UnreadableArticleException e) {
                        yield row(new Outcome.Failed(raw.article().source(), e.reason(), e.place()));
                    }
                }
                case Found.Rejected rejected -> row(rejected.outcome());
            });
        }
        return rows;
    }

    private static Row row(String format, Article article) {
        Metadata known = article.metadata();
        String text = article.text().length() > BEGINNING ? article.text().substring(0, BEGINNING) : article.text();
        return new Row(name(article.source()), format, article.title(), known(known.outlet()), known(known.author()),
                known(known.published()), known(known.url()), text.strip(), article.notes());
    }

    private static Row row(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Skipped skipped -> new Row(name(skipped.source()), "skipped", "", "", "", "", "", skipped.reason(), "");
            case Outcome.Failed failed -> new Row(name(failed.source()), "failed", "", "", "", "", "",
                    Stream.of(failed.reason(), failed.place()).filter(s -> !s.isEmpty()).reduce((a, b) -> a + ", " + b)
                            .orElseThrow(), "");
            default -> throw new AssertionError("readers do not analyse: " + outcome);
        };
    }

    private static String known(Object value) {
        return Objects.toString(value, "");
    }

    private static String name(String source) {
        return source.substring(FOLDER.toString().length() + 1);
    }
}
