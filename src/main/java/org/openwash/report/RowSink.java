package org.openwash.report;

import java.io.IOException;
import java.util.List;

/// Takes the rows of a table, to write them in a form of its own.
public interface RowSink {

    /// For whom the CSV files are enough.
    RowSink NONE = new RowSink() {
        @Override
        public <R> void take(Table<R> table, List<R> rows) {}
    };

    /// @param rows in the order of the table
    <R> void take(Table<R> table, List<R> rows) throws IOException;
}
