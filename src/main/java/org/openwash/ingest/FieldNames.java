package org.openwash.ingest;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openwash.domain.DataFile;

/// Knows which field a column or JSON name stands for. The names are data (`fields.tsv`); names that the user maps come
/// first.
final class FieldNames {

    /// A field and how sure its name is: of two names for one field the lower rank wins.
    record Meaning(Field field, int rank) {}

    private final Map<String, Meaning> byName = new LinkedHashMap<>();
    private final Map<String, String> mapped;

    FieldNames(Map<String, String> mapped) {
        this.mapped = Map.copyOf(mapped);
        mapped.forEach((field, name) -> byName.put(squash(name), new Meaning(Field.named(field).orElseThrow(), 0)));
        int rank = 1;
        for (DataFile.Row row : DataFile.rowsBelowHeader("ingest/fields.tsv", 3)) {
            Field field = Field.named(row.cell(0)).orElseThrow(() -> row.wrong("no such field: " + row.cell(0)));
            byName.putIfAbsent(squash(row.cell(1)), new Meaning(field, rank++));
        }
    }

    Optional<Meaning> meaning(String name) {
        return Optional.ofNullable(byName.get(squash(name)));
    }

    /// The name that the user gave for a field.
    Optional<String> mapped(Field field) {
        return Optional.ofNullable(mapped.get(field.name().toLowerCase(Locale.ROOT)));
    }

    /// Which column holds which field.
    Map<Field, Integer> columns(List<String> header) {
        Map<Field, Integer> columns = new EnumMap<>(Field.class);
        Map<Field, Integer> ranks = new EnumMap<>(Field.class);
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            meaning(header.get(i)).ifPresent(m -> {
                if (m.rank() < ranks.getOrDefault(m.field(), Integer.MAX_VALUE)) {
                    columns.put(m.field(), column);
                    ranks.put(m.field(), m.rank());
                }
            });
        }
        return columns;
    }

    static String squash(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
