package org.openwash.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes the rows of a table as CSV (RFC 4180 but for `\n` as line end) or as JSON.
public final class TableWriter {

    private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TableWriter() {}

    static CSVPrinter printer(Appendable to) throws IOException {
        return new CSVPrinter(to, CSV);
    }

    /// Header and rows, in the order given.
    static <R> void csv(Table<R> table, Collection<R> rows, Appendable to) throws IOException {
        header(table, to);
        rows(table, rows, to);
    }

    static void header(Table<?> table, Appendable to) throws IOException {
        new CSVPrinter(to, CSV).printRecord(table.names());
    }

    /// Header and rows, in the order given, as the readers of a folder want them.
    static <R> void csv(Table<R> table, Collection<R> rows, CsvStyle style, Appendable to) throws IOException {
        if (style.mark()) {
            to.append(CsvStyle.MARK);
        }
        CSVPrinter printer = new CSVPrinter(to, CSV.builder().setDelimiter(style.delimiter()).get());
        printer.printRecord(table.names());
        print(table, rows, printer);
    }

    static <R> void rows(Table<R> table, Collection<R> rows, Appendable to) throws IOException {
        print(table, rows, new CSVPrinter(to, CSV));
    }

    private static <R> void print(Table<R> table, Collection<R> rows, CSVPrinter printer) throws IOException {
        for (R row : rows) {
            printer.printRecord(table.columns().stream().map(c -> Cells.cell(c.value().apply(row))).toList());
        }
    }

    /// Header and rows of a list that is no report.
    public static void csv(List<String> names, List<List<String>> rows, Appendable to) throws IOException {
        CSVPrinter printer = new CSVPrinter(to, CSV);
        printer.printRecord(names);
        for (List<String> row : rows) {
            printer.printRecord(row.stream().map(Cells::cell).toList());
        }
    }

    /// One object a line, with the column names as keys.
    static <R> void jsonLines(Table<R> table, Collection<R> rows, Appendable to) throws IOException {
        for (R row : rows) {
            to.append(json(object(table, row))).append('\n');
        }
    }

    static <R> ObjectNode object(Table<R> table, R row) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        table.columns().forEach(column -> put(object, column.name(), column.value().apply(row)));
        return object;
    }

    static String json(Object node) {
        return JSON.writeValueAsString(node);
    }

    private static void put(ObjectNode object, String name, @Nullable Object value) {
        switch (value) {
            case null -> object.putNull(name);
            case Boolean yes -> object.put(name, yes);
            case Integer number -> object.put(name, number);
            case BigDecimal number -> object.put(name, number);
            case List<?> list -> {
                ArrayNode array = object.putArray(name);
                list.forEach(item -> array.add(Cells.writable(item.toString())));
            }
            default -> object.put(name, Cells.text(value));
        }
    }
}
