package org.openwash.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Metadata;
import org.openwash.domain.PublicationDate;
import org.openwash.domain.SetupException;

/// What the `--metadata` file says of inputs, by file name or by the end of the path (`2024/a.txt`). It fills in what
/// an input lacks.
final class MetadataFile {

    private static final String FILE = "file";
    private static final List<String> COLUMNS = List.of("url", "outlet", "title", "author", "published");

    private final Map<String, Metadata> rows = new LinkedHashMap<>();
    private final Set<String> unmatched = new LinkedHashSet<>();

    private MetadataFile() {}

    static MetadataFile none() {
        return new MetadataFile();
    }

    static MetadataFile load(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new SetupException("No metadata file at " + path + ". Give --metadata a CSV file.");
        }
        var file = new MetadataFile();
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setIgnoreHeaderCase(true)
                .setTrim(true).setIgnoreEmptyLines(true).setAllowMissingColumnNames(true)
                .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW).get();
        long line = 1;
        try (CSVParser parser = CSVParser.parse(path, StandardCharsets.UTF_8, format)) {
            List<String> header = parser.getHeaderNames().stream()
                    .map(h -> h.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT)).toList();
            if (!header.contains(FILE) || COLUMNS.stream().noneMatch(header::contains)) {
                throw new SetupException(path + ", line 1: a metadata file needs the column file and some of "
                        + String.join(", ", COLUMNS) + "; its columns are " + String.join(", ", header));
            }
            var records = parser.iterator();
            while (true) {
                line = parser.getCurrentLineNumber() + 1;
                if (!records.hasNext()) {
                    break;
                }
                file.add(records.next(), header, path + ", line " + line);
            }
        } catch (UncheckedIOException e) {
            throw wrong(path, line, e.getCause());
        } catch (IOException e) {
            throw wrong(path, line, e);
        } catch (IllegalArgumentException e) { // a column name twice
            throw new SetupException(path + ", line 1: " + Excerpt.of(String.valueOf(e.getMessage()), 150), e);
        }
        return file;
    }

    private static SetupException wrong(Path path, long line, IOException e) {
        boolean unclosed = String.valueOf(e.getMessage()).contains("EOF reached");
        String what = e instanceof MalformedInputException ? "not UTF-8" : unclosed ? "unclosed quote" : Content.reason(e);
        return new SetupException(path + ", line " + line + ": " + what, e);
    }

    private void add(CSVRecord row, List<String> header, String place) {
        String name = cell(row, header, FILE);
        if (name == null) {
            throw new SetupException(place + ": no file is named");
        }
        String published = cell(row, header, "published");
        Optional<LocalDate> date = published == null ? Optional.empty() : PublicationDate.parse(published);
        if (published != null && date.isEmpty()) {
            throw new SetupException(place + ": not a date between " + PublicationDate.FIRST_YEAR + " and "
                    + PublicationDate.LAST_YEAR + ": " + Excerpt.of(published) + ". Write YYYY-MM-DD.");
        }
        var metadata = Metadata.from(DateBasis.METADATA, cell(row, header, "url"), cell(row, header, "outlet"),
                cell(row, header, "title"), cell(row, header, "author"), date.orElse(null));
        String key = FileTree.source(name);
        if (rows.putIfAbsent(key, metadata) != null) {
            throw new SetupException(place + ": " + key + " has a row already. Leave one of them.");
        }
        unmatched.add(key);
    }

    private static @Nullable String cell(CSVRecord row, List<String> header, String column) {
        int i = header.indexOf(column);
        return i < 0 || i >= row.size() || row.get(i).isBlank() ? null : row.get(i).strip();
    }

    /// What is said of an input, the most specific row first: the record itself (`f.csv#L3`), then its file by the
    /// longest path named; with or without `.gz`.
    Metadata about(String source) {
        List<String> candidates = new ArrayList<>(endings(source));
        int hash = source.lastIndexOf('#');
        String file = hash > 0 ? source.substring(0, hash) : source;
        if (hash > 0) {
            candidates.addAll(endings(file));
        }
        if (file.endsWith(".gz")) {
            candidates.addAll(endings(file.substring(0, file.length() - 3)));
        }
        Metadata known = Metadata.UNKNOWN;
        for (String candidate : candidates) {
            Metadata row = rows.get(candidate);
            if (row != null) {
                unmatched.remove(candidate);
                known = known.orElse(row);
            }
        }
        return known;
    }

    private static List<String> endings(String path) {
        List<String> endings = new ArrayList<>(List.of(path));
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            endings.add(path.substring(slash + 1));
        }
        return endings;
    }

    /// Files that are named but have not been met, in the file's order.
    List<String> unmatched() {
        return List.copyOf(unmatched);
    }
}
