package org.openwash.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.openwash.Version;
import org.openwash.report.Column;
import org.openwash.report.Tables;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The description of the API for programs: what openapi.json says, with the columns of claims.csv as the fields of a
/// claim.
final class OpenApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final ObjectNode DOCUMENT = read();

    private OpenApi() {}

    static ObjectNode document() {
        return DOCUMENT;
    }

    private static ObjectNode read() {
        try (InputStream file = Objects.requireNonNull(OpenApi.class.getResourceAsStream("/web/openapi.json"))) {
            ObjectNode document = (ObjectNode) JSON.readTree(file);
            ((ObjectNode) document.get("info")).put("version", Version.current());
            ObjectNode claim = (ObjectNode) document.at("/components/schemas/Claim");
            ObjectNode properties = claim.putObject("properties");
            ArrayNode required = claim.putArray("required");
            for (Column<?> column : Tables.CLAIMS.columns()) {
                describe(properties.putObject(column.name()), column);
                required.add(column.name());
            }
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void describe(ObjectNode schema, Column<?> column) {
        schema.put("description", column.description());
        switch (column.type()) {
            case TEXT -> schema.putArray("type").add("string").add("null");
            case WHOLE_NUMBER -> schema.put("type", "integer");
            case DECIMAL -> schema.put("type", "number");
            case YES_NO -> schema.put("type", "boolean");
            case DAY -> {
                schema.putArray("type").add("string").add("null");
                schema.put("format", "date");
            }
            case LIST -> {
                schema.put("type", "array");
                schema.putObject("items").put("type", "string");
            }
        }
    }
}
