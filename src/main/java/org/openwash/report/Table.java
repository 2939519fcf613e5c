package org.openwash.report;

import java.util.Comparator;
import java.util.List;

/// The one definition of a report table, for writing it and for describing it.
///
/// @param file  without folder: `claims.csv`
/// @param order of the rows; total, so that the same rows always give the same file
public record Table<R>(String file, String description, List<Column<R>> columns, Comparator<R> order) {

    public Table {
        columns = List.copyOf(columns);
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }
}
