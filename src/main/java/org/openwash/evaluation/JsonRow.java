package org.openwash.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openwash.domain.SetupException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One object of a JSON-lines file, whose fields are asked for by name; what is missing or of another kind is an error
/// that names the file, the line and the remedy.
record JsonRow(Path file, int line, JsonNode object) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final int MOST_SHOWN = 60;

    /// The objects of a file; blank lines are passed over.
    static List<JsonRow> read(Path file, String what) throws IOException {
        List<JsonRow> rows = new ArrayList<>();
        int number = 0;
        for (String line : InputLines.of(file, what)) {
            number++;
            if (!line.isBlank()) {
                rows.add(parse(file, number, line));
            }
        }
        return rows;
    }

    private static JsonRow parse(Path file, int number, String line) {
        try {
            JsonRow row = new JsonRow(file, number, JSON.readTree(line));
            if (!row.object.isObject()) {
                throw row.wrong("holds no JSON object. Write one object in braces on each line.");
            }
            return row;
        } catch (JacksonException e) {
            throw new SetupException(
                    file + " line " + number + ": broken JSON (" + shown(e.getOriginalMessage())
                            + "). Write one whole JSON object on each line.", e);
        }
    }

    String text(String field) {
        JsonNode value = required(field);
        if (!value.isString()) {
            throw wrong("\"" + field + "\" is " + shown(value) + ". Write it as a string in quotation marks.");
        }
        return value.stringValue();
    }

    int number(String field) {
        JsonNode value = required(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong("\"" + field + "\" is " + shown(value) + ". Write the number of the sentence, such as 4.");
        }
        return value.intValue();
    }

    /// False where the field is missing.
    boolean yes(String field) {
        JsonNode value = object.get(field);
        if (value != null && !value.isBoolean()) {
            throw wrong("\"" + field + "\" is " + shown(value) + ". Write true or false.");
        }
        return value != null && value.booleanValue();
    }

    /// The value with this label.
    <E extends Enum<E>> E value(String field, E[] values, Function<E, String> label) {
        return labelled(field, required(field), values, label);
    }

    /// The values that are accepted for a field: one label or a list of them.
    <E extends Enum<E>> List<E> accepted(String field, E[] values, Function<E, String> label) {
        JsonNode node = required(field);
        Stream<JsonNode> labels = node.isArray() ? node.values().stream() : Stream.of(node);
        return labels.map(each -> labelled(field, each, values, label)).toList();
    }

    private <E extends Enum<E>> E labelled(String field, JsonNode node, E[] values, Function<E, String> label) {
        Optional<E> found = Stream.of(values)
                .filter(value -> node.isString() && label.apply(value).equals(node.stringValue()))
                .findFirst();
        return found.orElseThrow(() -> wrong("\"" + field + "\" is " + shown(node) + ". Write one of "
                + Stream.of(values).map(label).collect(Collectors.joining(", ")) + "."));
    }

    private JsonNode required(String field) {
        JsonNode value = object.get(field);
        if (value == null) {
            throw wrong("has no \"" + field + "\". Add the field.");
        }
        return value;
    }

    private SetupException wrong(String what) {
        return new SetupException(file + " line " + line + ": " + what);
    }

    private static String shown(Object value) {
        String text = value.toString().replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]", "\uFFFD");
        return text.length() <= MOST_SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, MOST_SHOWN / 2)) + "…";
    }
}
