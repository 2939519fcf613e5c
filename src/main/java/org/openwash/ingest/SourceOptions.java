package org.openwash.ingest;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;

/// How inputs are to be read.
///
/// @param metadata   the CSV file of `--metadata`; null if none was given
/// @param columns    column names of CSV files by field ("text" → "Body"), for names that are not known by themselves
/// @param largest    the most bytes that one article may have once unpacked
public record SourceOptions(@Nullable Path metadata, Map<String, String> columns, long largest) {

    /// Sixteen megabytes are some two and a half million words: no article, but a mistake.
    public static final long LARGEST = 16L << 20;
    /// An article is held in one array.
    private static final long LARGEST_POSSIBLE = 1L << 30;

    public SourceOptions {
        columns = Map.copyOf(columns);
        columns.keySet().stream().sorted().forEach(name -> {
            if (Field.named(name).isEmpty()) {
                throw new SetupException("No field is called " + name + ". Columns can be named for: " + Field.names());
            }
        });
        if (largest < 1 || largest > LARGEST_POSSIBLE) {
            throw new SetupException("The size limit of an article must lie between 1 byte and 1 GB: " + largest);
        }
    }

    public static SourceOptions defaults() {
        return new SourceOptions(null, Map.of(), LARGEST);
    }

    public SourceOptions withMetadata(Path file) {
        return new SourceOptions(file, columns, largest);
    }

    /// Reads one mapping as the command line has it: `text=Body`.
    public static Map.Entry<String, String> column(String mapping) {
        int equals = mapping.indexOf('=');
        if (equals < 1 || equals == mapping.length() - 1) {
            throw new SetupException("Not a column mapping: " + mapping + ". Write FIELD=COLUMN, such as text=Body.");
        }
        String field = mapping.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        return Map.entry(field, mapping.substring(equals + 1).strip());
    }

    String limitText() {
        return largest % (1 << 20) == 0 ? (largest >> 20) + " MB" : largest + " bytes";
    }
}
