package org.openwash.domain;

import java.io.Serializable;
import java.util.List;

/// How the claims of a search are spread over the values of one field.
///
/// @param field  the field's name in queries; `month` for days by their month
/// @param values most frequent first, months in order
public record Facet(String field, List<Value> values) implements Serializable {

    /// @param value as a query for the field takes it
    public record Value(String value, int claims) implements Serializable {}

    public Facet {
        values = List.copyOf(values);
    }
}
