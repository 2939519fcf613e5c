package org.openwash.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openwash.domain.DataFile;

/// Knows which field a column or JSON name stands for. The names are data (`fields.tsv`); names that the user maps come
/// first.
final class FieldNames {

    /// A field and how sure its name is: of two names for one field the lower rank wins.
    record Meaning(Field field, int rank) {}

    private final Map<String, Meaning> byName = new LinkedHashMap<>();
    private final Set<String> objects = new HashSet<>();
    private final Map<String, String> mapped;

    FieldNames(Map<String, String> mapped) {
        this.mapped = Map.copyOf(mapped);
        mapped.forEach((field, name) -> byName.put(squash(name), new Meaning(Field.named(field).orElseThrow(), 0)));
        int rank = 1;
        for (DataFile.Row row : DataFile.rowsBelowHeader("ingest/fields.tsv", 3)) {
            Field field = Field.named(row.cell(0)).orElseThrow(() -> row.wrong("no such field: " + row.cell(0)));
            byName.putIfAbsent(squash(row.cell(1)), new Meaning(field, rank++));
            int dot = row.cell(1).indexOf('.');
            if (dot > 0) {
                objects.add(squash(row.cell(1).substring(0, dot)));
            }
        }
    }

    Optional<Meaning> meaning(String name) {
        return Optional.ofNullable(byName.get(squash(name)));
    }

    /// The name that the user gave for a field.
    Optional<String> mapped(Field field) {
        return Optional.ofNullable(mapped.get(field.name().toLowerCase(Locale.ROOT)));
    }

    /// What a name inside an object stands for: that of an outlet in `{"source": {"name": ...}}` is `source.name`;
    /// where nothing is said of it, a `name` is that of the object.
    Optional<Meaning> meaning(String object, String name) {
        Optional<Meaning> nested = meaning(object + "." + name);
        return nested.isPresent() || !name.equals("name") ? nested : meaning(object);
    }

    /// Whether anything inside objects of this name is known.
    boolean knowsInside(String object) {
        return objects.contains(squash(object)) || meaning(object).isPresent();
    }

    /// Which columns hold which field, the surest first.
    Map<Field, List<Integer>> columns(List<String> header) {
        Map<Field, List<Integer>> columns = new EnumMap<>(Field.class);
        Map<Integer, Meaning> meanings = new TreeMap<>();
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            meaning(header.get(i)).ifPresent(m -> meanings.put(column, m));
        }
        meanings.entrySet().stream().sorted(Comparator.comparing(e -> e.getValue().rank())).forEach(
                e -> columns.computeIfAbsent(e.getValue().field(), field -> new ArrayList<>()).add(e.getKey()));
        return columns;
    }

    static String squash(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "");
    }
}
