package org.openwash.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;

/// history.csv, to which every night that finds something adds its changes. A night that is written again, since the run
/// that wrote it died before it could say so, takes the place of itself.
public record HistoryFile(Path path) {

    public static HistoryFile in(Path out) {
        return new HistoryFile(out.resolve(ChangeTables.HISTORY.file()));
    }

    /// Writes what the file holds of earlier nights, and behind it the changes of one.
    void write(int night, LocalDate day, List<Change> changes, Writer to) throws IOException {
        CSVPrinter printer = TableWriter.printer(to);
        printer.printRecord(ChangeTables.HISTORY.names());
        earlier(night, row -> {
            try {
                printer.printRecord(row.toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        List<ChangeTables.Dated> dated = changes.stream().map(c -> new ChangeTables.Dated(night, day, c)).toList();
        TableWriter.rows(ChangeTables.HISTORY, Summary.sorted(dated, ChangeTables.HISTORY), to);
    }

    /// The last rows of these kinds, oldest first, cells as they were before they were made inert.
    ///
    /// @param most how many at the most
    public List<Map<String, String>> last(int most, List<Change.Kind> kinds) throws IOException {
        List<String> labels = kinds.stream().map(Change.Kind::label).toList();
        Deque<Map<String, String>> last = new ArrayDeque<>();
        earlier(Integer.MAX_VALUE, row -> {
            if (labels.contains(row.get("change"))) {
                Map<String, String> cells = row.toMap();
                cells.replaceAll((name, cell) -> Cells.original(cell));
                last.addLast(cells);
                if (last.size() > most) {
                    last.removeFirst();
                }
            }
        });
        return List.copyOf(last);
    }

    /// The highest number that a night has; 0 where there is none.
    public int lastNight() throws IOException {
        int[] last = {0};
        earlier(Integer.MAX_VALUE, row -> last[0] = Math.max(last[0], Integer.parseInt(row.get("night"))));
        return last[0];
    }

    private void earlier(int night, Consumer<CSVRecord> rows) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(path, StandardCharsets.UTF_8, format)) {
            if (!parser.getHeaderNames().equals(ChangeTables.HISTORY.names())) {
                throw broken("its columns are not those of this version", null);
            }
            for (CSVRecord row : parser) {
                if (!row.isConsistent()) {
                    throw broken("line " + parser.getCurrentLineNumber() + " has " + row.size() + " cells", null);
                }
                if (Integer.parseInt(row.get("night")) < night) {
                    rows.accept(row);
                }
            }
        } catch (CSVException | NumberFormatException e) {
            throw broken(String.valueOf(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw broken(String.valueOf(e.getCause().getMessage()), e);
            }
            throw e.getCause();
        }
    }

    private SetupException broken(String what, @Nullable Exception cause) {
        String message = path + " is not as nightly runs write it: " + what
                + ". Mend it, or move it away: then a new one begins.";
        return cause == null ? new SetupException(message) : new SetupException(message, cause);
    }
}
