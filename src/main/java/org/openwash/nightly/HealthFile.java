package org.openwash.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;
import org.openwash.domain.WholeFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// health.json: how the last nightly run ended, and when one last ended well, for whoever watches over them.
public record HealthFile(Path path) {

    /// Its name in the output folder.
    public static final String NAME = "health.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// How a run ended.
    public enum Status {
        GOOD,
        /// done, but some inputs could not be read
        WITH_FAILURES,
        /// told to stop; the next run goes on
        STOPPED,
        FAILED;

        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean isGood() {
            return this == GOOD || this == WITH_FAILURES;
        }
    }

    /// @param message       of a run that failed; empty otherwise
    /// @param failedInputs  how many inputs could not be read
    /// @param flags         how many flags are new
    public record Run(String id, Instant started, Instant finished, Status status, String message, int failedInputs,
            long flags) {}

    public static HealthFile in(Path out) {
        return new HealthFile(out.resolve(NAME));
    }

    public void write(Run run) throws IOException {
        ObjectNode node = JSON.createObjectNode()
                .put("status", run.status().label())
                .put("run_id", run.id())
                .put("started", run.started().toString())
                .put("finished", run.finished().toString())
                .put("message", run.message())
                .put("failed_inputs", run.failedInputs())
                .put("new_flags", run.flags());
        String lastGood = run.status().isGood() ? run.finished().toString() : lastGood().map(Instant::toString).orElse(null);
        node.put("last_good", lastGood);
        WholeFile.write(path, writer -> writer.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n"));
    }

    /// When a run last ended well; nothing if none has.
    ///
    /// @throws SetupException if the file is not as a run wrote it
    public Optional<Instant> lastGood() throws IOException {
        String time = field("last_good");
        try {
            return time == null ? Optional.empty() : Optional.of(Instant.parse(time));
        } catch (DateTimeException e) {
            throw broken(e);
        }
    }

    /// How the last run ended, as the file has it; nothing if there was none.
    public Optional<String> status() throws IOException {
        return Optional.ofNullable(field("status"));
    }

    private @Nullable String field(String name) throws IOException {
        if (!Files.exists(path)) {
            return null;
        }
        try {
            JsonNode value = JSON.readTree(Files.readString(path)).get(name);
            return value == null || value.isNull() ? null : value.stringValue();
        } catch (JacksonException e) {
            throw broken(e);
        }
    }

    private SetupException broken(Exception cause) {
        return new SetupException(path + " is not as a nightly run wrote it. Delete it; the next run writes it anew.", cause);
    }
}
