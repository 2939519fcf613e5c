package org.openwash.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.openwash.domain.SetupException;

/// Reads back from inputs.csv what the last run could not read, for trying again.
public final class FailedInputs {

    private FailedInputs() {}

    /// The sources of the failed inputs.
    ///
    /// @throws SetupException if there was no run, or somebody broke its inputs.csv
    public static Set<String> of(Path out) throws IOException {
        Path file = out.resolve(Tables.INPUTS.file());
        if (!Files.isRegularFile(file)) {
            throw new SetupException("No " + file + ": --only-failed tries again what an earlier run could not read."
                    + " Run without it first.");
        }
        var failed = new TreeSet<String>();
        try (CSVParser rows = rows(file)) {
            for (CSVRecord row : rows) {
                if (row.get("status").equals(InputRow.Status.FAILED.label())) {
                    failed.add(Cells.original(row.get("source")));
                }
            }
        } catch (CSVException | UncheckedIOException | IllegalArgumentException e) {
            throw new SetupException(file + " is not as a run wrote it: " + e.getMessage()
                    + ". Run without --only-failed.", e);
        }
        return failed;
    }

    /// The last run may have written for a spreadsheet.
    private static CSVParser rows(Path file) throws IOException {
        CsvStyle style = CsvStyle.ofFile(file);
        Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
        if (style.mark()) {
            reader.read();
        }
        return CSVFormat.RFC4180.builder().setDelimiter(style.delimiter()).setHeader().setSkipHeaderRecord(true).get()
                .parse(reader);
    }
}
