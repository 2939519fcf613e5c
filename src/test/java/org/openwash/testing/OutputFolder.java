package org.openwash.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// What a run left in its output folder.
public record OutputFolder(Path path) {

    /// What speaks of a run rather than of its articles, and so may differ between two runs.
    private static final String RUN = "run.json";

    /// The content of every report but run.json, by file name. Each character is one byte, so that equal content
    /// means equal bytes.
    public Map<String, String> reports() {
        var reports = new TreeMap<String, String>();
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.equals(RUN)) {
                    reports.put(name, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reports;
    }

    /// The reports that speak of the whole index: all but inputs.csv.
    public Map<String, String> tables() {
        Map<String, String> tables = reports();
        tables.remove("inputs.csv");
        return tables;
    }

    /// The rows of a CSV report.
    public List<CSVRecord> rows(String file) {
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var parser = CSVParser.parse(path.resolve(file), StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One column of a CSV report.
    public List<String> column(String file, String column) {
        return rows(file).stream().map(row -> row.get(column)).toList();
    }

    /// The row of inputs.csv about one source.
    ///
    /// @throws AssertionError if there is none, or more than one
    public CSVRecord input(String source) {
        List<CSVRecord> rows = rows("inputs.csv").stream().filter(row -> row.get("source").equals(source)).toList();
        if (rows.size() != 1) {
            throw new AssertionError(rows.size() + " rows for " + source + " in " + column("inputs.csv", "source"));
        }
        return rows.getFirst();
    }
}
