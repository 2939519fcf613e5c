package org.openwash.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Describes the tables of a folder to programs: datapackage.json after the Data Package specification 1 of Frictionless
/// Data, with types, closed sets of values, keys and what refers to what.
///
/// Lists are strings there (joined with `;`), since version 1 knows no lists in CSV. outlets.csv has no key, since the
/// row of articles without an outlet has an empty one.
final class DataPackage {

    static final String FILE = "datapackage.json";
    static final String CLAIMS_LINES = "claims.jsonl";

    /// A table as it lies in the folder.
    record Written(Table<?> table, CsvStyle style) {}

    private DataPackage() {}

    static String of(List<Written> tables, Edition edition) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("profile", "data-package");
        json.put("name", "openwash-reports");
        json.put("title", "Claims of openness in news coverage, held against licence facts");
        json.put("description", "Who says of which model, program or data set that it is open, in which words, and what the"
                + " licence facts of the day say to it. Empty cells: not known, or none. A text cell that begins like a formula"
                + " has an apostrophe before it.");
        json.put("version", edition.version());
        json.putArray("licenses").add(licence());
        ArrayNode sources = json.putArray("sources");
        sources.addObject().put("title", "News articles, each listed with its outlet and address").put("path", Tables.ARTICLES.file());
        sources.addObject().put("title", "Openwash facts base " + edition.factsVersion()).put("path", BibTex.FILE);
        ObjectNode made = json.putObject("openwash");
        made.put("version", edition.version());
        made.put("facts_version", edition.factsVersion());
        made.put("facts_date", edition.factsDate() == null ? null : edition.factsDate().toString());
        ArrayNode resources = json.putArray("resources");
        Set<String> files = new HashSet<>();
        tables.forEach(written -> files.add(written.table().file()));
        tables.forEach(written -> resources.add(resource(written, files)));
        resources.add(claimLines());
        return PrettyJson.of(json);
    }

    /// Facts and explanations come with the program and under its licence; what is quoted does not become free by that.
    private static ObjectNode licence() {
        return JsonNodeFactory.instance.objectNode()
                .put("name", "Apache-2.0")
                .put("path", "https://www.apache.org/licenses/LICENSE-2.0")
                .put("title", "Apache License 2.0, for facts and explanations; quoted sentences and titles stay their publishers'");
    }

    private static ObjectNode resource(Written written, Set<String> files) {
        Table<?> table = written.table();
        ObjectNode resource = JsonNodeFactory.instance.objectNode();
        resource.put("profile", "tabular-data-resource");
        resource.put("name", table.name());
        resource.put("path", table.file());
        resource.put("description", table.description());
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.putObject("dialect")
                .put("delimiter", String.valueOf(written.style().delimiter()))
                .put("lineTerminator", "\n")
                .put("quoteChar", "\"")
                .put("doubleQuote", true)
                .put("skipInitialSpace", false)
                .put("header", true);
        ObjectNode schema = resource.putObject("schema");
        ArrayNode fields = schema.putArray("fields");
        table.columns().forEach(column -> fields.add(field(column, table.key())));
        schema.putArray("missingValues").add("");
        if (!table.key().isEmpty()) {
            names(schema.putArray("primaryKey"), table.key());
        }
        ArrayNode references = JsonNodeFactory.instance.arrayNode();
        for (Table.Reference reference : table.references()) {
            if (files.contains(reference.file())) {
                ObjectNode key = references.addObject();
                key.putArray("fields").add(reference.column());
                ObjectNode target = key.putObject("reference");
                target.put("resource", reference.file().replace(".csv", ""));
                target.putArray("fields").add(reference.target());
            }
        }
        if (!references.isEmpty()) {
            schema.set("foreignKeys", references);
        }
        return resource;
    }

    private static ObjectNode field(Column<?> column, List<String> key) {
        ObjectNode field = JsonNodeFactory.instance.objectNode();
        field.put("name", column.name());
        field.put("type", type(column.type()));
        field.put("description", column.description());
        ObjectNode constraints = JsonNodeFactory.instance.objectNode();
        if (key.contains(column.name())) {
            constraints.put("required", true);
            if (key.size() == 1) {
                constraints.put("unique", true);
            }
        }
        if (!column.values().isEmpty()) {
            names(constraints.putArray("enum"), column.values());
        }
        if (!constraints.isEmpty()) {
            field.set("constraints", constraints);
        }
        return field;
    }

    private static String type(Column.Type type) {
        return switch (type) {
            case TEXT, LIST -> "string";
            case WHOLE_NUMBER -> "integer";
            case DECIMAL -> "number";
            case YES_NO -> "boolean";
            case DAY -> "date";
        };
    }

    private static ObjectNode claimLines() {
        return JsonNodeFactory.instance.objectNode()
                .put("profile", "data-resource")
                .put("name", "claims-lines")
                .put("path", CLAIMS_LINES)
                .put("description", "The rows of claims.csv, one JSON object a line; " + ClaimsSchema.FILE + " describes them")
                .put("format", "jsonl")
                .put("mediatype", "application/x-ndjson")
                .put("encoding", "utf-8");
    }

    private static void names(ArrayNode array, List<String> names) {
        names.forEach(array::add);
    }
}
