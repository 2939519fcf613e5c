package org.openwash.nightly;

import java.io.BufferedReader;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Keeps [Memory] in files `memory-N.jsonl` of the output folder's `state`: one for each commit, which names the one that
/// belongs to it, so that index and memory are of one moment, whenever a run ends.
///
/// One object a line: an input (`i`), the stamp of a file (`f`), a rejected claim (`r`), the last news of a place (`n`), a
/// place that is quiet (`q`).
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
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                JsonNode node = JSON.readTree(line);
                if (node.has("i")) {
                    Known known = known(node);
                    inputs.put(known.source(), known);
                } else if (node.has("f")) {
                    stamps.put(text(node, "f"), text(node, "stamp"));
                } else if (node.has("r")) {
                    rejected.add(text(node, "r"));
                } else if (node.has("q")) {
                    quiet.add(text(node, "q"));
                } else {
                    news.put(text(node, "n"), LocalDate.parse(text(node, "day")));
                }
            }
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new SetupException(file + ", line " + number + ": not as a run wrote it (" + e.getMessage()
                    + "). Put it back from a backup, or run openwash nightly --forget, which reads all inputs again.", e);
        }
        return new Memory(inputs, stamps, rejected, news, quiet);
    }

    private static Known known(JsonNode node) {
        JsonNode day = node.get("day");
        JsonNode article = node.get("article");
        return new Known(text(node, "i"), text(node, "print"), text(node, "by"),
                Known.Kind.of(text(node, "kind")), text(node, "reason"), text(node, "place"),
                article == null ? null : article.stringValue(), day == null ? null : LocalDate.parse(day.stringValue()));
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null ? "" : value.stringValue();
    }

    /// Writes the memory under a new name, and returns when it is on disk.
    ///
    /// @param last the name that the last commit has; null before the first
    /// @return the name for the next commit
    public String write(Memory memory, @Nullable String last) throws IOException {
        String name = BEGIN + (last == null ? 1 : number(last) + 1) + END;
        WholeFile.write(folder.resolve(name), writer -> {
            for (Known known : memory.inputs().values()) {
                line(writer, of(known));
            }
            for (Map.Entry<String, String> stamp : memory.stamps().entrySet()) {
                line(writer, object().put("f", stamp.getKey()).put("stamp", stamp.getValue()));
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
