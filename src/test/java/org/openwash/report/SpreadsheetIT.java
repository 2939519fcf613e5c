package org.openwash.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.testing.ExternalProgram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The CSV files in LibreOffice Calc and in Python: skipped where these are missing, unless OPENWASH_NO_SKIPS is set.
class SpreadsheetIT {

    /// Writes cells with their content, whatever they look like.
    private static final String TO_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void writeReports() throws IOException {
        out = folder.resolve("out");
        write(CsvStyle.PLAIN);
    }

    private void write(CsvStyle style) throws IOException {
        NastyCells.writer(style).write(out, NastyCells.outcomes().stream(), NastyCells.INPUTS, NastyCells.run());
    }

    private static Stream<Table<?>> tables() {
        return Tables.all().stream().filter(table -> table != Tables.WATCH_HITS);
    }

    @Test
    void aSpreadsheetTakesEveryTableInAndGivesEveryCellBack() throws Exception {
        String office = ExternalProgram.onPath("soffice", "libreoffice");
        for (Table<?> table : tables().toList()) {
            // all columns as text: 2 is that format in LibreOffice's import options
            String columns = IntStream.rangeClosed(1, table.columns().size()).mapToObj(n -> n + "/2")
                    .collect(Collectors.joining("/"));
            convert(office, "xlsx:Calc MS Excel 2007 XML", "xlsx", out.resolve(table.file()),
                    "--infilter=CSV:44,34,76,1," + columns + ",0,true,false");
        }
        try (Stream<Path> books = Files.list(folder.resolve("xlsx"))) {
            convert(office, TO_CSV, "csv", books.toArray(Path[]::new));
        }
        for (Table<?> table : tables().toList()) {
            assertThat(cells(folder.resolve("csv").resolve(table.file())))
                    .as(table.file()).isEqualTo(cells(out.resolve(table.file())));
        }
        assertThat(cells(folder.resolve("csv/claims.csv")).stream().skip(1).map(row -> Cells.original(row.get(12))))
                .containsExactlyInAnyOrderElementsOf(NastyCells.TEXTS);
    }

    private void convert(String office, String to, String into, Path file, String option) throws Exception {
        ExternalProgram.succeed(folder, office, profile(), "--headless", option, "--convert-to", to,
                "--outdir", folder.resolve(into).toString(), file.toString());
    }

    private void convert(String office, String to, String into, Path... files) throws Exception {
        var words = new ArrayList<>(List.of(office, profile(), "--headless", "--convert-to", to,
                "--outdir", folder.resolve(into).toString()));
        Stream.of(files).map(Path::toString).forEach(words::add);
        ExternalProgram.succeed(folder, words.toArray(String[]::new));
    }

    /// Its own, so that an office that is open does not take the work over.
    private String profile() {
        return "-env:UserInstallation=" + folder.resolve("profile").toUri();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            comma,     false, utf-8
            semicolon, true,  utf-8-sig
            tab,       false, utf-8
            """)
    void pythonReadsWhatWasWritten(String delimiter, boolean mark, String encoding) throws Exception {
        String python = ExternalProgram.onPath("python3");
        write(CsvStyle.of(delimiter, mark));
        Path script = Files.writeString(folder.resolve("read.py"), """
                import csv, json, sys
                with open(sys.argv[1], newline='', encoding=sys.argv[3]) as rows:
                    print(json.dumps(list(csv.reader(rows, delimiter=sys.argv[2], strict=True))))
                """);
        String sign = String.valueOf(CsvStyle.of(delimiter, mark).delimiter());
        String said = ExternalProgram.succeed(folder, python, script.toString(), out.resolve("claims.csv").toString(), sign, encoding);
        var sentences = new ArrayList<String>();
        JsonNode rows = JsonMapper.shared().readTree(said);
        assertThat(rows.get(0).get(0).stringValue()).isEqualTo("claim_id");
        rows.values().stream().skip(1).forEach(row -> sentences.add(Cells.original(row.get(12).stringValue())));
        assertThat(sentences).containsExactlyInAnyOrderElementsOf(NastyCells.TEXTS);
    }

    private static List<List<String>> cells(Path file) throws IOException {
        try (var rows = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
            return rows.stream().map(CSVRecord::toList).toList();
        }
    }
}
