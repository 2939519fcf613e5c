package org.openwash.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.openwash.domain.Metadata;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Reads articles from JSON: one object a line, an array of objects, or one object. Never holds more than one record,
/// and of that only the fields it knows.
final class JsonRecords {

    private static final int DEEPEST = 200;
    private static final int MOST_NAMES = 200;
    private static final int LONGEST_NAME = 300;
    /// What an item of a list takes beside its characters.
    private static final int COST_OF_ITEM = 16;
    private static final String NO_RECORD = "holds no record";

    private final FieldNames names;
    private final SourceOptions options;
    private final JsonFactory factory;

    JsonRecords(FieldNames names, SourceOptions options) {
        this.names = names;
        this.options = options;
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength((int) options.largest())
                        .maxNestingDepth(DEEPEST)
                        .build())
                .build();
    }

    /// One object a line; a broken line costs only itself.
    void lines(Content content, String source, Function<String, Metadata> others, Consumer<Found> sink) {
        var lines = new Lines(content.stream(), options.largest());
        int records = 0;
        try {
            while (lines.hasNext()) {
                Lines.Line line = lines.read();
                if (!line.isBlank()) {
                    records++;
                    sink.accept(line(line, source + "#L" + line.number(), others));
                }
            }
        } catch (IOException e) {
            sink.accept(Found.failed(source, Content.reason(e), "line " + lines.next()));
            return;
        }
        if (records == 0) {
            sink.accept(Found.skipped(source, NO_RECORD));
        }
    }

    private Found line(Lines.Line line, String record, Function<String, Metadata> others) {
        String place = "line " + line.number();
        if (line.tooLong()) {
            return Found.failed(record, "record larger than the limit of " + options.limitText(), place);
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), line.bytes())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Found.failed(record, "not a JSON object", place);
            }
            Found found = read(parser).found(record, place, others.apply(record));
            return parser.nextToken() == null
                    ? found
                    : Found.failed(record, "more than one JSON value in one line", place);
        } catch (JacksonException e) {
            return Found.failed(record, reason(e), place + column(e));
        }
    }

    /// An array of objects (`f.json#2` is its second) or a single object (`f.json`). What is broken ends the reading.
    void document(Content content, String source, Function<String, Metadata> others, Consumer<Found> sink)
            throws IOException {
        try (JsonParser parser = open(content)) {
            var array = new Array(parser, source, others);
            for (Optional<Found> found = array.next(); found.isPresent(); found = array.next()) {
                sink.accept(found.get());
            }
        }
    }

    private JsonParser open(Content content) throws IOException {
        try {
            return factory.createParser(ObjectReadContext.empty(), content.stream());
        } catch (JacksonIOException e) { // it looks at the first bytes to tell the encoding
            throw cause(e);
        }
    }

    private static IOException cause(JacksonIOException e) {
        return e.getCause() instanceof IOException io ? io : new IOException(e);
    }

    /// Steps through a document; after an error there is no next.
    private final class Array {
        private final JsonParser parser;
        private final String source;
        private final Function<String, Metadata> others;
        private int records;
        private boolean started;
        private boolean ended;

        Array(JsonParser parser, String source, Function<String, Metadata> others) {
            this.parser = parser;
            this.source = source;
            this.others = others;
        }

        Optional<Found> next() throws IOException {
            if (ended) {
                return Optional.empty();
            }
            try {
                if (!started) {
                    started = true;
                    JsonToken first = parser.nextToken();
                    if (first != JsonToken.START_ARRAY) {
                        ended = true;
                        return Optional.of(lone(first));
                    }
                }
                return element();
            } catch (JacksonIOException e) {
                throw cause(e);
            } catch (JacksonException e) {
                ended = true;
                String place = "line " + Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr())
                        + column(e);
                return Optional.of(Found.failed(records == 0 ? source : source + "#" + records, reason(e), place));
            }
        }

        private Optional<Found> element() {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                ended = true;
                return records > 0 ? Optional.empty() : Optional.of(Found.skipped(source, NO_RECORD));
            }
            records++;
            String record = source + "#" + records;
            String place = "line " + parser.currentTokenLocation().getLineNr();
            if (token == JsonToken.START_OBJECT) {
                return Optional.of(read(parser).found(record, place, others.apply(record)));
            }
            parser.skipChildren();
            return Optional.of(Found.failed(record, "not a JSON object", place));
        }

        private Found lone(JsonToken first) {
            if (first != JsonToken.START_OBJECT) {
                return Found.failed(source, "neither a JSON object nor an array of them", "line 1");
            }
            ArticleRecord only = read(parser);
            return parser.nextToken() == null
                    ? only.found(source, "line 1", others.apply(source))
                    : Found.failed(source, "more than one JSON value; a file with one a line is to be called .jsonl",
                            "line " + parser.currentTokenLocation().getLineNr());
        }
    }

    private ArticleRecord read(JsonParser parser) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        Map<Field, Integer> ranks = new EnumMap<>(Field.class);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Optional<FieldNames.Meaning> meaning = names.meaning(parser.currentName());
            parser.nextToken();
            if (meaning.isEmpty()) {
                parser.skipChildren();
                continue;
            }
            FieldNames.Meaning m = meaning.get();
            boolean prose = m.field() == Field.TEXT || m.field() == Field.HTML;
            String value = value(parser, prose);
            if (!value.isBlank() && m.rank() < ranks.getOrDefault(m.field(), Integer.MAX_VALUE)) {
                values.put(m.field(), value);
                ranks.put(m.field(), m.rank());
            }
        }
        return new ArticleRecord(values);
    }

    /// A string or number as it is; lists joined with `; `, of objects (`{"name": ...}`) the name.
    ///
    /// @param prose for the text itself, whose list is one of paragraphs: all are kept, one a line
    private String value(JsonParser parser, boolean prose) {
        return switch (parser.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getString();
            case START_OBJECT -> name(parser);
            case START_ARRAY -> {
                List<String> values = new ArrayList<>();
                long size = 0;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    String value = switch (parser.currentToken()) {
                        case VALUE_STRING -> parser.getString();
                        case START_OBJECT -> name(parser);
                        case null, default -> {
                            parser.skipChildren();
                            yield "";
                        }
                    };
                    boolean isName = value.length() <= LONGEST_NAME && values.size() < MOST_NAMES;
                    if (!value.isBlank() && (prose || isName)) {
                        values.add(value.strip());
                        size += value.length() + COST_OF_ITEM;
                        if (size > options.largest()) {
                            throw new StreamConstraintsException("a list larger than " + options.limitText());
                        }
                    }
                }
                yield String.join(prose ? "\n" : "; ", values);
            }
            case null, default -> "";
        };
    }

    private static String name(JsonParser parser) {
        String name = "";
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean wanted = parser.currentName().equals("name");
            JsonToken token = parser.nextToken();
            if (wanted && token == JsonToken.VALUE_STRING) {
                name = parser.getString();
            } else {
                parser.skipChildren();
            }
        }
        return name;
    }

    private static String reason(JacksonException e) {
        // Jackson adds where it read from, which for a stream says nothing
        String said = Excerpt.of(String.valueOf(e.getOriginalMessage()).replaceFirst(" ?\\((?:start marker )?at \\[Source:.*", ""), 100);
        return (e instanceof StreamConstraintsException ? "JSON beyond the limits: " : "broken JSON: ") + said;
    }

    private static String column(JacksonException e) {
        int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
        return column < 1 ? "" : ", column " + column;
    }
}
