package org.openwash.fetch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openwash.domain.SetupException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// A YAML document that knows its lines, so that what is wrong can be pointed at.
sealed interface Yaml {

    int line();

    record Text(int line, String text) implements Yaml {}

    record Items(int line, List<Yaml> items) implements Yaml {}

    record Keys(int line, Map<String, Yaml> values) implements Yaml {}

    int DEEPEST = 20;
    /// A thousand sources have some two hundred kilobytes.
    long LARGEST = 4L << 20;

    /// @throws SetupException if there is no such file, it is too large or no YAML
    static Yaml read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new SetupException("No sources file at " + file + ". Correct --sources; docs/fetch.md shows one.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new SetupException(file + " is larger than " + (LARGEST >> 20) + " MB. Make several of it.");
            }
            try (JsonParser parser = new YAMLMapper().createParser(bytes)) {
                return parser.nextToken() == null ? new Keys(1, Map.of()) : value(parser, file, 0);
            }
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            String said = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            throw new SetupException(file + ", line " + line + ": no YAML: " + said + ". Write 'key: value', and mind the blanks.", e);
        } catch (IOException e) {
            throw new SetupException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static Yaml value(JsonParser parser, Path file, int depth) {
        int line = parser.currentTokenLocation().getLineNr();
        if (depth > DEEPEST) {
            throw new SetupException(file + ", line " + line + ": nested too deeply. docs/fetch.md shows a sources file.");
        }
        return switch (parser.currentToken()) {
            case START_ARRAY -> {
                var items = new ArrayList<Yaml>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser, file, depth + 1));
                }
                yield new Items(line, List.copyOf(items));
            }
            case START_OBJECT -> {
                var values = new LinkedHashMap<String, Yaml>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    int at = parser.currentTokenLocation().getLineNr();
                    parser.nextToken();
                    if (values.put(name, value(parser, file, depth + 1)) != null) {
                        throw new SetupException(file + ", line " + at + ": " + name + " stands here twice. Take one away.");
                    }
                }
                yield new Keys(line, values);
            }
            case VALUE_NULL -> new Text(line, "");
            default -> new Text(line, parser.getString());
        };
    }
}
