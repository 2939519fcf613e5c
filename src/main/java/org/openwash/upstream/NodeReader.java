package org.openwash.upstream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// Reads JSON and YAML into nodes that know their lines, within bounds of depth and size. YAML aliases are refused, for
/// no upstream uses them and a few lines of them can stand for millions of values.
final class NodeReader {

    private static final int DEEPEST = 50;
    private static final int MOST_NODES = 1_000_000;
    private static final StreamReadConstraints CONSTRAINTS = StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxNameLength(1_000)
            .build();

    private final JsonParser parser;
    private int nodes;

    private NodeReader(JsonParser parser) {
        this.parser = parser;
    }

    static Node json(String text) throws MalformedException {
        return read(JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build(), "JSON", text);
    }

    static Node yaml(String text) throws MalformedException {
        return read(YAMLFactory.builder().streamReadConstraints(CONSTRAINTS).build(), "YAML", text);
    }

    private static Node read(TokenStreamFactory factory, String language, String text) throws MalformedException {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            var reader = new NodeReader(parser);
            if (parser.nextToken() == null) {
                throw new MalformedException(1, "the file is empty");
            }
            Node whole = reader.node();
            if (parser.nextToken() != null) {
                throw new MalformedException(parser.currentTokenLocation().getLineNr(),
                        "more than one document in the file");
            }
            return whole;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new MalformedException(line, "no valid " + language + " (" + firstLine(e.getOriginalMessage()) + ")");
        }
    }

    private static String firstLine(String message) {
        String first = message.lines().findFirst().orElse("").strip();
        return first.length() > 160 ? first.substring(0, 160) + "…" : first;
    }

    private Node node() throws MalformedException {
        int line = parser.currentTokenLocation().getLineNr();
        if (++nodes > MOST_NODES) {
            throw new MalformedException(line, "more than " + MOST_NODES + " values");
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw new MalformedException(line, "a YAML alias, which is not followed");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(line);
            case START_ARRAY -> sequence(line);
            case VALUE_NULL -> new Node.Scalar("", line);
            default -> new Node.Scalar(parser.getString(), line);
        };
    }

    private Node.Mapping mapping(int line) throws MalformedException {
        Map<String, Node> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int at = parser.currentTokenLocation().getLineNr();
            parser.nextToken();
            if (fields.put(name, node()) != null) {
                throw new MalformedException(at, "the key '" + name + "' stands twice");
            }
        }
        return new Node.Mapping(fields, line);
    }

    private Node.Sequence sequence(int line) throws MalformedException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return new Node.Sequence(items, line);
    }
}
