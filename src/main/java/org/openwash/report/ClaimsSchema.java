package org.openwash.report;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Describes a line of claims.jsonl as a JSON Schema, draft 2020-12.
final class ClaimsSchema {

    static final String FILE = "claims.schema.json";

    private ClaimsSchema() {}

    static String of(Table<?> claims) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "A line of claims.jsonl");
        schema.put("description", claims.description());
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        claims.columns().forEach(column -> properties.set(column.name(), property(column, claims.key())));
        ArrayNode required = schema.putArray("required");
        claims.names().forEach(required::add);
        schema.put("additionalProperties", false);
        return PrettyJson.of(schema);
    }

    private static ObjectNode property(Column<?> column, List<String> key) {
        ObjectNode property = JsonNodeFactory.instance.objectNode();
        property.put("description", column.description());
        ArrayNode type = property.putArray("type").add(switch (column.type()) {
            case TEXT, DAY -> "string";
            case WHOLE_NUMBER -> "integer";
            case DECIMAL -> "number";
            case YES_NO -> "boolean";
            case LIST -> "array";
        });
        if (!key.contains(column.name())) {
            type.add("null");
        }
        switch (column.type()) {
            case DAY -> property.put("format", "date");
            case LIST -> property.putObject("items").put("type", "string");
            case TEXT, WHOLE_NUMBER, DECIMAL, YES_NO -> { }
        }
        if (!column.values().isEmpty()) {
            // a text cell that holds nothing is an empty string in some columns and null in others
            ArrayNode values = property.putArray("enum");
            column.values().forEach(values::add);
            values.add("").addNull();
        }
        return property;
    }
}
