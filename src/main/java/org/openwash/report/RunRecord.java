package org.openwash.report;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openwash.domain.SetupException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A run.json read back, as far as it takes to repeat the run and to say what has changed since.
///
/// @param reports SHA-256 of each file that the run wrote beside it
public record RunRecord(
        String version, Map<String, String> options, String factsVersion, Map<String, String> models, RunManifest.Read read,
        Map<String, String> reports) {

    /// Its name in the output folder.
    public static final String FILE = "run.json";

    /// The arguments of one command line make up almost all of it.
    private static final long LARGEST = 16 << 20;

    public RunRecord {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        models = Collections.unmodifiableMap(new TreeMap<>(models));
        reports = Collections.unmodifiableMap(new TreeMap<>(reports));
    }

    /// @throws SetupException if the file is missing, or is no run.json of a version that notes what it was given
    public static RunRecord read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new SetupException("No file " + file + ". Name the run.json of the run to repeat.");
        }
        if (Files.size(file) > LARGEST) {
            throw new SetupException(file + " is larger than any run.json. Name the run.json of the run to repeat.");
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
            JsonNode inputs = json.path("inputs");
            var read = new RunManifest.Read(
                    inputs.required("given").valueStream().map(JsonNode::asString).toList(),
                    inputs.required("sha256").asString(),
                    json.required("earlier_articles").intValue(),
                    json.required("decisions_sha256").asString());
            return new RunRecord(json.required("openwash").asString(), texts(json.required("options")),
                    json.required("facts").required("version").asString(), texts(json.required("models")), read,
                    texts(json.required("reports")));
        } catch (JacksonException e) {
            throw unusable(file, e.getOriginalMessage(), e);
        } catch (CharacterCodingException e) {
            throw unusable(file, "it is no UTF-8", e);
        }
    }

    /// Something that a run depends on and that is other in a later run; empty where a run has none.
    public record Differing(String what, String before, String now) {}

    /// What is not the same in a later run: reasons for other reports.
    public List<Differing> differing(RunRecord later) {
        var differing = new ArrayList<Differing>();
        differing.add(new Differing("the version of Openwash", version, later.version));
        differing.add(new Differing("the facts base", factsVersion, later.factsVersion));
        differing.add(new Differing("the articles found", read.articles(), later.read.articles()));
        differing.add(new Differing("the decisions", read.decisions(), later.read.decisions()));
        add("the model ", models, later.models, differing);
        differing.removeIf(one -> one.before().equals(one.now()));
        return List.copyOf(differing);
    }

    /// The options that are not the same in a later run, but for the number of threads, which changes no byte.
    public List<Differing> differingOptions(RunRecord later) {
        var differing = new ArrayList<Differing>();
        add("the option ", options, later.options, differing);
        differing.removeIf(one -> one.before().equals(one.now()) || one.what().equals("the option threads"));
        return List.copyOf(differing);
    }

    private static void add(String what, Map<String, String> before, Map<String, String> now, List<Differing> to) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(now.keySet());
        names.forEach(name -> to.add(new Differing(what + name, before.getOrDefault(name, ""), now.getOrDefault(name, ""))));
    }

    private static SetupException unusable(Path file, String why, Exception cause) {
        return new SetupException(file + " is no run.json that can be repeated: " + why
                + ". Older versions did not note what a run was given; run analyze again.", cause);
    }

    private static Map<String, String> texts(JsonNode object) {
        var texts = new TreeMap<String, String>();
        object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
        return texts;
    }
}
