package org.openwash.report;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One column of a table: what the writers fill it with and what the documentation says of it.
///
/// @param values all that a cell can hold beside nothing; empty where the set is open
/// @param value  null for an empty cell; otherwise a String, Boolean, Integer, BigDecimal, LocalDate or List of String
public record Column<R>(
        String name, Type type, String description, List<String> values, Function<R, @Nullable Object> value) {

    public Column {
        values = List.copyOf(values);
    }

    /// A column whose cells can hold anything of their type.
    public Column(String name, Type type, String description, Function<R, @Nullable Object> value) {
        this(name, type, description, List.of(), value);
    }

    /// What the cells of a column hold.
    public enum Type {
        TEXT,
        WHOLE_NUMBER,
        /// with a fixed number of decimals
        DECIMAL,
        /// `true` or `false`
        YES_NO,
        /// YYYY-MM-DD
        DAY,
        /// joined with `;`; a semicolon inside a value is written `%3B`
        LIST
    }
}
