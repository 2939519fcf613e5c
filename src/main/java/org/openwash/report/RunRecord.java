package org.openwash.report;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
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
