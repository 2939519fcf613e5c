package org.openwash.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The one definition of a report table, for writing it and for describing it.
///
/// @param file       without folder: `claims.csv`
/// @param order      of the rows; total, so that the same rows always give the same file
/// @param key        columns that together are filled and different in every row; empty where no columns are
/// @param references columns whose filled cells stand in another table too
public record Table<R>(String file, String description, List<Column<R>> columns, Comparator<R> order,
        List<String> key, List<Reference> references) {

    /// Each filled cell of a column is the key of a row in another table.
    public record Reference(String column, String file, String target) {}

    public Table {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        references = List.copyOf(references);
    }

    public Table(String file, String description, List<Column<R>> columns, Comparator<R> order) {
        this(file, description, columns, order, List.of(), List.of());
    }

    Table<R> withKey(String... columns) {
        return new Table<>(file, description, this.columns, order, List.of(columns), references);
    }

    Table<R> referring(String column, String file, String target) {
        var more = new ArrayList<>(references);
        more.add(new Reference(column, file, target));
        return new Table<>(this.file, description, columns, order, key, more);
    }

    /// The same without some of its columns, which are no keys.
    Table<R> without(Set<String> names) {
        return new Table<>(file, description, columns.stream().filter(c -> !names.contains(c.name())).toList(), order, key,
                references);
    }

    /// The same with other texts in one column.
    Table<R> changing(String name, UnaryOperator<String> change) {
        return new Table<>(file, description, columns.stream().map(c -> c.name().equals(name) ? changed(c, change) : c).toList(),
                order, key, references);
    }

    private static <R> Column<R> changed(Column<R> column, UnaryOperator<String> change) {
        return new Column<>(column.name(), column.type(), column.description(), column.values(),
                row -> column.value().apply(row) instanceof String text ? change.apply(text) : null);
    }

    /// File name without its extension.
    public String name() {
        return file.substring(0, file.lastIndexOf('.'));
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
