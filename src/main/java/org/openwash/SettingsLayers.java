package org.openwash;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;
import org.openwash.facts.Standard;
import org.openwash.ingest.SourceOptions;
import org.openwash.report.CsvStyle;
import org.openwash.statistics.Window;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Settings by layers: defaults, then the YAML file of `--config`, then the command line. Remembers where each value
/// came from, for `openwash settings`.
public final class SettingsLayers {

    /// A setting, its value as text, and the layer that it came from.
    public record Entry(String name, String value, String origin) {}

    private static final String DEFAULT = "default";
    private static final String COMMAND_LINE = "command line";
    static final String COLUMN = "column.";

    /// Below this lie claims whose subject was only guessed from what the article spoke of last: on the development
    /// articles they are right less often than wrong.
    private static final String DEFAULT_CONFIDENCE = "0.5";

    /// The longest article that the size limits let through takes a quarter of it on a slow machine.
    private static final String DEFAULT_SECONDS = "120";

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private SettingsLayers() {
        put("out", "output", DEFAULT);
        put("facts", "", DEFAULT);
        put("standard", Standard.BY_KIND.label(), DEFAULT);
        put("min-confidence", DEFAULT_CONFIDENCE, DEFAULT);
        put("threads", String.valueOf(Math.min(8, Runtime.getRuntime().availableProcessors())), DEFAULT);
        put("gate", "true", DEFAULT);
        put("stock-nlp", "false", DEFAULT);
        put("fresh", "false", DEFAULT);
        put("only-failed", "false", DEFAULT);
        put("index", "true", DEFAULT);
        put("metadata", "", DEFAULT);
        put("as-of", "", DEFAULT);
        put("seconds-per-article", DEFAULT_SECONDS, DEFAULT);
        put("around", "", DEFAULT);
        put("window-days", String.valueOf(Window.Event.DAYS), DEFAULT);
        put("largest-mb", String.valueOf(SourceOptions.LARGEST >> 20), DEFAULT);
        put("delimiter", CsvStyle.PLAIN.delimiterName(), DEFAULT);
        put("bom", String.valueOf(CsvStyle.PLAIN.mark()), DEFAULT);
    }

    private void put(String name, String value, String origin) {
        entries.put(name, new Entry(name, value, origin));
    }

    /// @param config      the YAML file, null for none: the names of [Settings] as keys, `columns` a map
    /// @param commandLine values by the same names; columns as `column.FIELD`
    /// @throws SetupException if the file is missing, no YAML, or holds an unknown name
    public static SettingsLayers of(@Nullable Path config, Map<String, String> commandLine) {
        var layers = new SettingsLayers();
        if (config != null) {
            layers.addFile(config);
        }
        commandLine.forEach((name, value) -> layers.put(name, value, COMMAND_LINE));
        return layers;
    }

    private void addFile(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new SetupException("No settings file at " + file + ". Correct --config, or leave it out.");
        }
        Map<?, ?> yaml;
        try {
            var mapper = new YAMLMapper();
            JsonNode tree = mapper.readTree(file.toFile());
            if (tree == null || tree.isMissingNode() || tree.isNull()) {
                return; // nothing but comments
            }
            if (!tree.isObject()) {
                throw new SetupException(file + ", line 1: no list of settings. Write one 'name: value' a line.");
            }
            yaml = mapper.treeToValue(tree, Map.class);
        } catch (JacksonException e) {
            var where = e.getLocation();
            throw new SetupException(file + ", line " + (where == null ? 1 : where.getLineNr()) + ": " + e.getOriginalMessage()
                    + ". Write one 'name: value' a line.", e);
        }
        yaml.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (value == null) {
                return; // "facts:" without a value leaves the default
            }
            if (name.equals("columns") && value instanceof Map<?, ?> columns) {
                columns.forEach((field, column) -> put(COLUMN + field, String.valueOf(column), file.toString()));
            } else if (entries.containsKey(name)) {
                put(name, String.valueOf(value), file.toString());
            } else {
                throw new SetupException(file + ": there is no setting '" + name + "'. There are: " + String.join(", ", entries.keySet())
                        + ", columns.");
            }
        });
    }

    /// The names of all settings, but for columns.
    static Set<String> names() {
        return Set.copyOf(new SettingsLayers().entries.keySet());
    }

    public List<Entry> entries() {
        return List.copyOf(new ArrayList<>(entries.values()));
    }

    /// @throws SetupException if a value is out of bounds; the message says where it came from
    public Settings settings() {
        var columns = new LinkedHashMap<String, String>();
        entries.values().stream()
                .filter(e -> e.name().startsWith(COLUMN))
                .forEach(e -> columns.put(e.name().substring(COLUMN.length()), e.value()));
        return new Settings(
                Path.of(text("out")),
                path("facts"),
                standard(),
                number("min-confidence"),
                (int) whole("threads"),
                yes("gate"),
                yes("stock-nlp"),
                yes("fresh"),
                yes("only-failed"),
                yes("index"),
                Duration.ofSeconds(whole("seconds-per-article")),
                day("as-of"),
                event(),
                new SourceOptions(path("metadata"), columns, whole("largest-mb") << 20),
                CsvStyle.of(text("delimiter"), yes("bom")));
    }

    private String text(String name) {
        return entries.get(name).value();
    }

    private @Nullable Path path(String name) {
        return text(name).isEmpty() ? null : Path.of(text(name));
    }

    private @Nullable LocalDate day(String name) {
        try {
            return text(name).isEmpty() ? null : LocalDate.parse(text(name));
        } catch (DateTimeParseException e) {
            throw wrong(name, "a day such as 2026-01-31");
        }
    }

    private Window.@Nullable Event event() {
        LocalDate day = day("around");
        int days = (int) whole("window-days");
        return day == null ? null : new Window.Event(day, days);
    }

    private Standard standard() {
        for (Standard standard : Standard.values()) {
            if (standard.label().equals(text("standard").toLowerCase(Locale.ROOT))) {
                return standard;
            }
        }
        throw wrong("standard", "by-kind, osaid or osd");
    }

    private double number(String name) {
        try {
            return Double.parseDouble(text(name));
        } catch (NumberFormatException e) {
            throw wrong(name, "a number");
        }
    }

    private long whole(String name) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            throw wrong(name, "a whole number");
        }
    }

    private boolean yes(String name) {
        return switch (text(name).toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw wrong(name, "true or false");
        };
    }

    private SetupException wrong(String name, String wanted) {
        Entry entry = entries.get(name);
        return new SetupException("'" + entry.value() + "' is not " + wanted + ": setting " + name + ", from " + entry.origin() + ".");
    }
}
