package org.openwash.facts;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;

/// One row of a data file, which knows its place so that every complaint can name it.
record Row(String file, long line, Map<String, String> cells) {

    String place() {
        return file + ", line " + line;
    }

    SetupException wrong(String problem, String remedy) {
        return new SetupException(place() + ": " + problem + ". " + remedy);
    }

    /// The cell, empty if the row is short or the file has no such column.
    String cell(String column) {
        return cells.getOrDefault(column, "").strip();
    }

    /// The cell, null if it is empty.
    @Nullable String optional(String column) {
        return cell(column).isEmpty() ? null : cell(column);
    }

    String required(String column) {
        if (cell(column).isEmpty()) {
            throw wrong("a " + kind() + " row that names no " + column, "Fill in the column '" + column + "'.");
        }
        return cell(column);
    }

    /// The parts of a cell that are separated with `;`.
    List<String> list(String column) {
        return Arrays.stream(cell(column).split(";")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    /// What a notation makes of a filled cell.
    <T> T as(String column, Function<String, T> notation, String form) {
        try {
            return notation.apply(required(column));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw wrong("column '" + column + "': " + e.getMessage(), "Write " + form + ".");
        }
    }

    <T> List<T> listAs(String column, Function<String, T> notation, String form) {
        List<T> values = new ArrayList<>();
        for (String part : list(column)) {
            try {
                values.add(notation.apply(part));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw wrong("column '" + column + "': " + e.getMessage(), "Write " + form + ".");
            }
        }
        return values;
    }

    @Nullable PartialDate date(String column) {
        return cell(column).isEmpty() ? null : as(column, PartialDate::parse, "YYYY, YYYY-MM or YYYY-MM-DD");
    }

    <E extends Enum<E>> E oneOf(String column, Class<E> type, E ifEmpty) {
        return cell(column).isEmpty() ? ifEmpty : oneOf(column, type);
    }

    <E extends Enum<E>> E oneOf(String column, Class<E> type) {
        String value = required(column);
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(value)) {
                return constant;
            }
        }
        throw wrong("'" + value + "' is no value of the column '" + column + "'",
                "Use one of " + Arrays.stream(type.getEnumConstants()).map(Row::word).toList() + ".");
    }

    /// How data files and sheets write a constant.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// `facts/meta.csv` holds facts rows, `licences.csv` licences rows.
    private String kind() {
        String path = file.replace('\\', '/');
        for (String kind : List.of("facts", "subjects", "licences", "organisations", "restrictions")) {
            if (path.endsWith(kind + ".csv") || path.contains(kind + "/") && !kind.equals("facts")) {
                return kind;
            }
        }
        return "facts";
    }
}
