package org.openwash.report;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;

/// What reviewers decided on claims: people's work, kept in a plain file beside the index, which no run rewrites.
public final class Decisions {

    /// Its name in the output folder.
    public static final String FILE = "decisions.csv";

    private final Map<String, String> byClaim;

    private Decisions(Map<String, String> byClaim) {
        this.byClaim = Collections.unmodifiableMap(byClaim);
    }

    public static Decisions none() {
        return new Decisions(Map.of());
    }

    /// Reads the file; later lines outweigh earlier ones. A missing file holds no decisions.
    ///
    /// @throws SetupException if a line cannot be read, with its number
    public static Decisions read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return none();
        }
        Map<String, String> byClaim = new LinkedHashMap<>();
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setIgnoreEmptyLines(true).get();
        long line = 1;
        try (Reader reader = withoutMark(Files.newBufferedReader(file, StandardCharsets.UTF_8));
                CSVParser rows = format.parse(reader)) {
            if (!rows.getHeaderNames().containsAll(List.of("claim_id", "decision"))) {
                throw broken(file, 1, "the header must name claim_id and decision", null);
            }
            for (CSVRecord row : rows) {
                if (!row.isConsistent() || row.get("claim_id").isBlank()) {
                    throw broken(file, line + 1, "it has " + row.size() + " cells, the header "
                            + rows.getHeaderNames().size() + ", or no claim_id", null);
                }
                byClaim.put(Cells.original(row.get("claim_id")), Cells.original(row.get("decision")));
                line = rows.getCurrentLineNumber();
            }
        } catch (CSVException | UncheckedIOException | IllegalArgumentException | CharacterCodingException e) {
            throw broken(file, line + 1, String.valueOf(e.getMessage()), e);
        }
        return new Decisions(byClaim);
    }

    /// Spreadsheets put a byte order mark first.
    private static Reader withoutMark(Reader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    /// The decision on a claim, empty where there is none.
    public String on(String claimId) {
        return byClaim.getOrDefault(claimId, "");
    }

    public Map<String, String> byClaim() {
        return byClaim;
    }

    private static SetupException broken(Path file, long line, String why, @Nullable Throwable cause) {
        return new SetupException(file + ", line " + line + ": " + why + ". Mend the line; nothing was changed.", cause);
    }
}
