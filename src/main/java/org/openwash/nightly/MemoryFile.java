package org.openwash.nightly;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;
import org.openwash.domain.WholeFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Keeps [Memory] in files `memory-N.jsonl` of the output folder's `state`: one for each commit, which names the one that
/// belongs to it, so that index and memory are of one moment, whenever a run ends.
///
/// One object a line: an input (`i`), the stamp of a file that is none itself (`f`), a rejected claim (`r`), the last news of a place (`n`), a
/// place that is quiet (`q`), a source that fails (`x`).
public final class MemoryFile {

    private static final String FOLDER = "state";
    private static final String BEGIN = "memory-";
    private static final String END = ".jsonl";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;

    private MemoryFile(Path folder) {
        this.folder = folder;
    }

    public static MemoryFile in(Path out) {
        return new MemoryFile(out.resolve(FOLDER));
    }

    /// @param name as the commit has it; null before the first
    /// @throws SetupException if the file is missing or broken
    public Memory read(@Nullable String name) throws IOException {
        if (name == null) {
            return Memory.NONE;
        }
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new SetupException("No " + file + ", in which the last run wrote what it had read. Put it back from a backup,"
                    + " or run openwash nightly --forget, which reads all inputs again.");
        }
        var inputs = new TreeMap<String, Known>();
        var stamps = new HashMap<String, String>();
        var rejected = new TreeSet<String>();
        var news = new TreeMap<String, LocalDate>();
        var quiet = new TreeSet<String>();
        var failing = new TreeSet<String>();
        var words = new HashMap<String, String>(); // what many inputs have in common is held once
        var line = new HashMap<String, String>();
        int number = 1;
        try (JsonParser parser = JSON.createParser(Files.newBufferedReader(file))) {
            for (; next(parser, line); number++) {
                if (line.containsKey("i")) {
                    Known known = known(line, words);
                    inputs.put(known.source(), known);
                    if (line.containsKey("stamp")) {
                        stamps.put(known.source(), text(line, "stamp"));
                    }
                } else if (line.containsKey("f")) {
                    stamps.put(text(line, "f"), text(line, "stamp"));
                } else if (line.containsKey("r")) {
                    rejected.add(text(line, "r"));
                } else if (line.containsKey("q")) {
                    quiet.add(text(line, "q"));
                } else if (line.containsKey("x")) {
                    failing.add(text(line, "x"));
                } else {
                    news.put(text(line, "n"), LocalDate.parse(text(line, "day")));
                }
            }
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new SetupException(file + ", line " + number + ": not as a run wrote it (" + e.getMessage()
                    + "). Put it back from a backup, or run openwash nightly --forget, which reads all inputs again.", e);
        }
        return new Memory(inputs, stamps, rejected, news, quiet, failing);
    }

    /// Reads one object of texts; false at the end of the file. Not as a tree: there may be millions, every night.
    private static boolean next(JsonParser parser, Map<String, String> line) {
        line.clear();
        JsonToken begin = parser.nextToken();
        if (begin == null) {
            return false;
        }
        require(begin == JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            require(parser.nextToken() == JsonToken.VALUE_STRING);
            line.put(name, parser.getString());
        }
        require(parser.currentToken() == JsonToken.END_OBJECT);
        return true;
    }

    private static void require(boolean asWritten) {
        if (!asWritten) {
            throw new IllegalArgumentException("not an object of texts");
        }
    }

    private static Known known(Map<String, String> line, Map<String, String> words) {
        String source = text(line, "i");
        String day = line.get("day");
        String id = line.get("article");
        return new Known(source, text(line, "print"), words.computeIfAbsent(text(line, "by"), word -> word),
                Known.Kind.of(text(line, "kind")), words.computeIfAbsent(text(line, "reason"), word -> word), text(line, "place"),
                source.equals(id) ? source : id, day == null ? null : LocalDate.parse(day));
    }

    private static String text(Map<String, String> line, String name) {
        return line.getOrDefault(name, "");
    }

    /// Writes the memory under a new name, and returns when it is on disk.
    ///
    /// @param last the name that the last commit has; null before the first
    /// @return the name for the next commit
    public String write(Memory memory, @Nullable String last) throws IOException {
        Files.createDirectories(folder);
        int highest = last == null ? 0 : number(last);
        try (Stream<Path> files = Files.list(folder)) { // a name that another commit may still hold is not used again
            for (Path file : files.toList()) {
                String other = file.getFileName().toString();
                if (other.startsWith(BEGIN) && other.endsWith(END)) {
                    highest = Math.max(highest, number(other));
                }
            }
        }
        String name = BEGIN + (highest + 1) + END;
        WholeFile.write(folder.resolve(name), writer -> {
            for (Known known : memory.inputs().values()) {
                ObjectNode node = of(known);
                put(node, "stamp", memory.stamp(known.source()));
                line(writer, node);
            }
            for (String file : memory.stamps().keySet().stream().filter(f -> memory.of(f).isEmpty()).sorted().toList()) {
                line(writer, object().put("f", file).put("stamp", memory.stamp(file)));
            }
            for (String claim : memory.rejected()) {
                line(writer, object().put("r", claim));
            }
            for (Map.Entry<String, LocalDate> news : memory.news().entrySet()) {
                line(writer, object().put("n", news.getKey()).put("day", news.getValue().toString()));
            }
            for (String place : memory.quiet()) {
                line(writer, object().put("q", place));
            }
            for (String source : memory.failing()) {
                line(writer, object().put("x", source));
            }
        });
        return name;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode of(Known known) {
        ObjectNode node = object().put("i", known.source());
        put(node, "print", known.print());
        put(node, "by", known.reading());
        put(node, "kind", known.kind().label());
        put(node, "reason", known.reason());
        put(node, "place", known.place());
        put(node, "article", known.articleId());
        put(node, "day", known.published() == null ? null : known.published().toString());
        return node;
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            node.put(name, value);
        }
    }

    private static void line(Writer writer, ObjectNode node) throws IOException {
        writer.write(JSON.writeValueAsString(node));
        writer.write('\n');
    }

    /// Deletes files that no commit names.
    public void keepOnly(Set<String> named) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                boolean ours = name.endsWith(END) && name.startsWith(BEGIN) || name.startsWith("." + BEGIN);
                if (ours && !named.contains(name)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static int number(String name) {
        try {
            return Integer.parseInt(name.substring(BEGIN.length(), name.length() - END.length()));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new SetupException("The index names the file of memory '" + name + "', which no run of this version writes."
                    + " Use the version that wrote it, or run openwash nightly --forget.", e);
        }
    }
}
