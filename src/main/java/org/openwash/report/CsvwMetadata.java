package org.openwash.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openwash.report.DataPackage.Written;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Describes the tables of a folder after "CSV on the Web" (W3C), under the file name where its readers look first.
final class CsvwMetadata {

    static final String FILE = "csv-metadata.json";

    private CsvwMetadata() {}

    static String of(List<Written> tables) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode context = json.putArray("@context").add("http://www.w3.org/ns/csvw");
        context.addObject().put("@language", "en");
        ArrayNode described = json.putArray("tables");
        Set<String> files = new HashSet<>();
        tables.forEach(written -> files.add(written.table().file()));
        tables.forEach(written -> described.add(table(written, files)));
        return PrettyJson.of(json);
    }

    private static ObjectNode table(Written written, Set<String> files) {
        Table<?> table = written.table();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("url", table.file());
        json.put("dc:description", table.description());
        ObjectNode dialect = json.putObject("dialect")
                .put("delimiter", String.valueOf(written.style().delimiter()))
                .put("encoding", "utf-8")
                .put("quoteChar", "\"")
                .put("doubleQuote", true)
                .put("header", true);
        dialect.putArray("lineTerminators").add("\n");
        ObjectNode schema = json.putObject("tableSchema");
        ArrayNode columns = schema.putArray("columns");
        table.columns().forEach(column -> columns.add(column(column, table.key())));
        if (!table.key().isEmpty()) {
            ArrayNode key = schema.putArray("primaryKey");
            table.key().forEach(key::add);
        }
        ArrayNode references = JsonNodeFactory.instance.arrayNode();
        for (Table.Reference reference : table.references()) {
            if (files.contains(reference.file())) {
                ObjectNode key = references.addObject().put("columnReference", reference.column());
                key.putObject("reference").put("resource", reference.file()).put("columnReference", reference.target());
            }
        }
        if (!references.isEmpty()) {
            schema.set("foreignKeys", references);
        }
        return json;
    }

    private static ObjectNode column(Column<?> column, List<String> key) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", column.name());
        json.put("titles", column.name());
        json.put("dc:description", column.description());
        switch (column.type()) {
            case WHOLE_NUMBER -> json.put("datatype", "integer");
            case DECIMAL -> json.put("datatype", "decimal");
            case YES_NO -> json.putObject("datatype").put("base", "boolean").put("format", "true|false");
            case DAY -> json.putObject("datatype").put("base", "date").put("format", "yyyy-MM-dd");
            case LIST -> json.put("datatype", "string").put("separator", ";");
            case TEXT -> text(column, json);
        }
        if (key.contains(column.name())) {
            json.put("required", true);
        }
        return json;
    }

    private static void text(Column<?> column, ObjectNode json) {
        if (column.values().isEmpty()) {
            json.put("datatype", "string");
        } else {
            String oneOf = column.values().stream().map(CsvwMetadata::literally).collect(Collectors.joining("|"));
            json.putObject("datatype").put("base", "string").put("format", oneOf);
        }
    }

    /// Labels hold letters and hyphens only, which mean themselves in a regular expression.
    private static String literally(String label) {
        if (!Pattern.matches("[a-z-]+", label)) {
            throw new IllegalArgumentException("no label: " + label);
        }
        return label;
    }
}
