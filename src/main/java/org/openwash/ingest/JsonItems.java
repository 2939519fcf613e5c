package org.openwash.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;

/// Finds the records in a JSON value, one by one as it is read: the value itself, the objects of a list, or those of a
/// list that a service wraps (`{"response": {"results": [...]}}`). Keeps of each only the fields that are known.
final class JsonItems {

    /// What was found at a place: a record, or something that is none.
    ///
    /// @param record nothing for what is no object
    /// @param alone  whether it is the whole value and not one of a list
    record Item(Optional<ArticleRecord> record, int line, boolean alone) {}

    /// Services wrap their lists two or three times.
    private static final int DEEPEST_LIST = 10;
    private static final int MOST_NAMES = 200;
    /// What an item of a list takes beside its characters.
    private static final int COST_OF_ITEM = 16;
    private static final int LONGEST_NAME = 300;

    /// An object or list that is being read.
    private static final class Level {
        private final boolean list;
        private final boolean wrapped;
        private final int line;
        private final Map<Field, String> values = new EnumMap<>(Field.class);
        private final Map<Field, Integer> ranks = new EnumMap<>(Field.class);
        private boolean wraps;

        Level(boolean list, boolean wrapped, int line) {
            this.list = list;
            this.wrapped = wrapped;
            this.line = line;
        }

        void take(FieldNames.Meaning meaning, String value) {
            boolean surer = meaning.rank() < ranks.getOrDefault(meaning.field(), Integer.MAX_VALUE);
            if (surer && !ArticleRecord.saysNothing(value)) {
                values.put(meaning.field(), value);
                ranks.put(meaning.field(), meaning.rank());
            }
        }
    }

    private final JsonParser parser;
    private final FieldNames names;
    private final Set<String> wrappers;
    private final SourceOptions options;
    private final Deque<Level> levels = new ArrayDeque<>();
    private boolean ended;

    /// @param wrappers names that lead to a list of records, as [FieldNames#squash] has them
    JsonItems(JsonParser parser, FieldNames names, Set<String> wrappers, SourceOptions options) {
        this.options = options;
        this.parser = parser;
        this.names = names;
        this.wrappers = wrappers;
    }

    /// Nothing at the end of the value. What follows it is not looked at.
    Optional<Item> next() {
        while (!ended) {
            JsonToken token = parser.nextToken();
            Optional<Item> item = switch (token) {
                case START_OBJECT, START_ARRAY -> start(token);
                case PROPERTY_NAME -> property(parser.currentName());
                case END_OBJECT, END_ARRAY -> end();
                case null -> {
                    ended = true;
                    yield Optional.empty();
                }
                default -> other();
            };
            ended |= levels.isEmpty();
            if (item.isPresent()) {
                return item;
            }
        }
        return Optional.empty();
    }

    /// Whether an object of a list is being read.
    boolean isWithinRecord() {
        return levels.stream().anyMatch(level -> level.list) && !levels.getFirst().list;
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private Optional<Item> start(JsonToken token) {
        boolean list = token == JsonToken.START_ARRAY;
        if (list && !levels.isEmpty()) { // lists of lists are none of records
            Optional<Item> item = other();
            parser.skipChildren();
            return item;
        }
        levels.push(new Level(list, false, line()));
        return Optional.empty();
    }

    /// Something that is no object, where one could stand. In a list that a name led to, it says that this is no list
    /// of records.
    private Optional<Item> other() {
        boolean told = levels.isEmpty() || levels.size() == 1;
        return told ? Optional.of(new Item(Optional.empty(), line(), levels.isEmpty())) : Optional.empty();
    }

    private Optional<Item> end() {
        Level level = levels.pop();
        if (level.list) {
            return Optional.empty();
        }
        var record = new ArticleRecord(level.values);
        boolean other = level.values.isEmpty() && levels.size() > 1; // a list in a record, of something else
        boolean isNone = record.isEmpty() && (level.wraps || level.wrapped || other);
        return isNone ? Optional.empty() : Optional.of(new Item(Optional.of(record), level.line, levels.isEmpty()));
    }

    private Optional<Item> property(String name) {
        Level level = levels.getFirst();
        JsonToken token = parser.nextToken();
        boolean leads = wrappers.contains(FieldNames.squash(name)) && levels.size() < DEEPEST_LIST
                && !level.values.containsKey(Field.TEXT) && !level.values.containsKey(Field.HTML);
        if (leads && (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT)) {
            level.wraps = true;
            levels.push(new Level(token == JsonToken.START_ARRAY, token == JsonToken.START_OBJECT, line()));
        } else if (token == JsonToken.START_OBJECT && names.knowsInside(name)) {
            inside(name, level);
        } else {
            names.meaning(name).ifPresentOrElse(m -> level.take(m, value(m.field())), parser::skipChildren);
        }
        return Optional.empty();
    }

    private void inside(String object, Level level) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            Optional<FieldNames.Meaning> meaning = names.meaning(object, parser.currentName());
            parser.nextToken();
            meaning.ifPresentOrElse(m -> level.take(m, value(m.field())), parser::skipChildren);
        }
    }

    /// A string or number as it is; lists joined with `; `, of objects (`{"name": ...}`) the name. A list of prose is
    /// one of paragraphs: all are kept, one a line.
    private String value(Field field) {
        boolean prose = field.isProse();
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> prose ? "" : parser.getString();
            case START_ARRAY -> String.join(prose ? "\n" : "; ", list(prose));
            case null, default -> {
                parser.skipChildren();
                yield "";
            }
        };
    }

    private List<String> list(boolean prose) {
        List<String> values = new ArrayList<>();
        long size = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String value = switch (parser.currentToken()) {
                case VALUE_STRING -> parser.getString();
                case START_OBJECT -> name();
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
        return values;
    }

    private String name() {
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
}
