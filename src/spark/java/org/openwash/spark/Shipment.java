package org.openwash.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openwash.Settings;
import org.openwash.SettingsLayers;

/// The settings of a run as they travel to other machines, with the user's files that they name.
///
/// @param run      a name that no other run has
/// @param settings by the names of [SettingsLayers]
/// @param facts    the files of the facts folder by name; empty for none
/// @param metadata of the metadata file; empty for none
record Shipment(String run, Map<String, String> settings, Map<String, byte[]> facts, byte[] metadata) implements Serializable {

    private static final String FACTS = "facts";
    private static final String METADATA = "metadata";

    /// @param settings all of them, with the day of the run
    static Shipment of(String run, Map<String, String> settings) throws IOException {
        var facts = new TreeMap<String, byte[]>();
        if (!settings.getOrDefault(FACTS, "").isEmpty()) {
            try (Stream<Path> files = Files.list(Path.of(settings.get(FACTS)))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    facts.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        }
        String metadata = settings.getOrDefault(METADATA, "");
        return new Shipment(run, new TreeMap<>(settings), facts,
                metadata.isEmpty() ? new byte[0] : Files.readAllBytes(Path.of(metadata)));
    }

    /// The settings for this machine, with the files in a folder of their own.
    Settings unpacked() {
        try {
            var here = new TreeMap<>(settings);
            Path folder = Files.createTempDirectory("openwash-settings-");
            if (!facts.isEmpty()) {
                Path into = Files.createDirectory(folder.resolve(FACTS));
                for (Map.Entry<String, byte[]> file : facts.entrySet()) {
                    Files.write(into.resolve(file.getKey()), file.getValue());
                }
                here.put(FACTS, into.toString());
            }
            if (metadata.length > 0) {
                here.put(METADATA, Files.write(folder.resolve("metadata.csv"), metadata).toString());
            }
            return SettingsLayers.of(null, here).settings();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the folder for temporary files", e);
        }
    }
}
