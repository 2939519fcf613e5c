package org.openwash.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openwash.domain.DataFile;
import org.openwash.domain.Metadata;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Reads articles from JSON: one value a line, or one value in the file. Never holds more than one record of a file, or
/// those of one line.
final class JsonRecords {

    private static final int DEEPEST = 200;
    private static final String NO_RECORD = "holds no record";

    private final FieldNames names;
    private final SourceOptions options;
    private final CutEnds cuts;
    private final JsonFactory factory;
    /// names that lead to a list of records
    private final Set<String> wrappers;

    JsonRecords(FieldNames names, SourceOptions options, CutEnds cuts) {
        this.names = names;
        this.options = options;
        this.cuts = cuts;
        this.wrappers = DataFile.rowsBelowHeader("ingest/wrappers.txt", 1).stream()
                .map(row -> FieldNames.squash(row.cell(0))).collect(Collectors.toUnmodifiableSet());
        this.factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength((int) options.largest())
                        .maxNestingDepth(DEEPEST)
                        .build())
                .build();
    }

    /// One object a line; a broken line costs only itself. `f.jsonl#L7` is the line, `f.jsonl#L7.2` the second record
    /// of a list in it.
    void lines(Content content, String source, Function<String, Metadata> others, Consumer<Found> sink) {
        var lines = new Lines(content.stream(), options.largest());
        int records = 0;
        try {
            while (lines.hasNext()) {
                Lines.Line line = lines.read();
                if (!line.isBlank()) {
                    records++;
                    line(line, source + "#L" + line.number(), others).forEach(sink);
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

    private List<Found> line(Lines.Line line, String source, Function<String, Metadata> others) {
        String place = "line " + line.number();
        if (line.tooLong()) {
            return List.of(Found.failed(source, "record larger than the limit of " + options.limitText(), place));
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), line.bytes())) {
            var items = new JsonItems(parser, names, wrappers, options);
            List<Found> found = new ArrayList<>();
            int number = 0;
            for (Optional<JsonItems.Item> item = items.next(); item.isPresent(); item = items.next()) {
                if (item.get().record().isEmpty()) {
                    return List.of(Found.failed(source, "not a JSON object", place));
                }
                String record = item.get().alone() ? source : source + "." + ++number;
                found.add(item.get().record().get().found(record, place, others.apply(record), cuts));
            }
            if (parser.nextToken() != null) {
                return List.of(Found.failed(source, "more than one JSON value in one line", place));
            }
            return found.isEmpty() ? List.of(Found.skipped(source, NO_RECORD)) : found;
        } catch (JacksonException e) {
            return List.of(Found.failed(source, reason(e), place + column(e)));
        }
    }

    /// A list of objects, also one that is wrapped (`f.json#2` is its second), or a single object (`f.json`). What is
    /// broken ends the reading.
    void document(Content content, String source, Function<String, Metadata> others, Consumer<Found> sink)
            throws IOException {
        try (JsonParser parser = open(content)) {
            var document = new Document(parser, source, others);
            for (Optional<Found> found = document.next(); found.isPresent(); found = document.next()) {
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
    private final class Document {
        private final JsonParser parser;
        private final JsonItems items;
        private final String source;
        private final Function<String, Metadata> others;
        private int records;
        private boolean ended;

        Document(JsonParser parser, String source, Function<String, Metadata> others) {
            this.parser = parser;
            this.items = new JsonItems(parser, names, wrappers, options);
            this.source = source;
            this.others = others;
        }

        Optional<Found> next() throws IOException {
            if (ended) {
                return Optional.empty();
            }
            try {
                Optional<JsonItems.Item> item = items.next();
                return item.isEmpty() || item.get().alone() ? last(item) : Optional.of(record(item.get()));
            } catch (JacksonIOException e) {
                throw cause(e);
            } catch (JacksonException e) {
                ended = true;
                String place = "line " + Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr())
                        + column(e);
                String record = items.isWithinRecord() ? source + "#" + (records + 1) : source;
                return Optional.of(Found.failed(record, reason(e), place));
            }
        }

        private Found record(JsonItems.Item item) {
            records++;
            String record = source + "#" + records;
            return found(item, record, "not a JSON object");
        }

        private Optional<Found> last(Optional<JsonItems.Item> item) {
            ended = true;
            if (parser.nextToken() != null) {
                return Optional.of(Found.failed(source,
                        "more than one JSON value; a file with one a line is to be called .jsonl",
                        "line " + parser.currentTokenLocation().getLineNr()));
            }
            return item.isPresent()
                    ? Optional.of(found(item.get(), source, "neither a JSON object nor an array of them"))
                    : records > 0 ? Optional.empty() : Optional.of(Found.skipped(source, NO_RECORD));
        }

        private Found found(JsonItems.Item item, String record, String otherwise) {
            String place = "line " + item.line();
            return item.record().isEmpty()
                    ? Found.failed(record, otherwise, place)
                    : item.record().get().found(record, place, others.apply(record), cuts);
        }
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
