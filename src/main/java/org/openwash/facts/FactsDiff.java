package org.openwash.facts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;

/// What differs between two versions of the facts base, row by row and cell by cell.
public final class FactsDiff {

    public enum Change { ADDED, REMOVED, CHANGED }

    /// One difference.
    ///
    /// @param kind   `facts`, `licences`, …
    /// @param column empty where a whole row was added or removed
    /// @param before empty where the row was added
    /// @param place  file and line in the later version, or in the earlier one of what was removed
    public record Difference(String kind, String id, Change change, String column, String before, String after,
            String place) {}

    private FactsDiff() {}

    /// @param earlier,later folders of facts, each added to the built-in base or a base of its own; null for the
    /// built-in base
    /// @return in the order of kinds and rows, with what was removed after the rest of its kind
    /// @throws SetupException if a base has mistakes
    public static List<Difference> between(@Nullable Path earlier, @Nullable Path later) {
        Map<String, Map<String, Row>> before = rows(earlier);
        Map<String, Map<String, Row>> after = rows(later);
        List<Difference> all = new ArrayList<>();
        after.forEach((kind, rows) -> {
            Map<String, Row> old = before.getOrDefault(kind, Map.of());
            rows.forEach((id, row) -> {
                if (!old.containsKey(id)) {
                    all.add(new Difference(kind, id, Change.ADDED, "", "", "", row.place()));
                } else {
                    cells(kind, id, old.get(id), row, all);
                }
            });
            old.forEach((id, row) -> {
                if (!rows.containsKey(id)) {
                    all.add(new Difference(kind, id, Change.REMOVED, "", "", "", row.place()));
                }
            });
        });
        return List.copyOf(all);
    }

    private static void cells(String kind, String id, Row before, Row after, List<Difference> to) {
        Set<String> columns = new LinkedHashSet<>(after.cells().keySet());
        columns.addAll(before.cells().keySet());
        for (String column : columns) {
            if (!before.cell(column).equals(after.cell(column))) {
                to.add(new Difference(kind, id, Change.CHANGED, column, before.cell(column), after.cell(column),
                        after.place()));
            }
        }
    }

    private static Map<String, Map<String, Row>> rows(@Nullable Path folder) {
        FactBookReader.Reading reading = FactBookReader.read(folder);
        FactBook.refuse(reading.problems());
        Map<String, Map<String, Row>> byKind = new LinkedHashMap<>();
        reading.rows().forEach((kind, rows) -> {
            Map<String, Row> byId = new LinkedHashMap<>();
            rows.forEach(r -> byId.merge(id(kind, r), r, (a, b) -> b));
            byKind.put(kind, byId);
        });
        return byKind;
    }

    private static String id(String kind, Row row) {
        return switch (kind) {
            case "restrictions" -> row.cell("kind");
            // one row a source: the address alone may stand for several columns
            case "evidence" -> row.cell("of") + (row.cell("about").isEmpty() ? "" : " " + row.cell("about")) + " "
                    + row.cell("address");
            default -> row.cell("id");
        };
    }
}
