package org.openwash.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;
import org.openwash.Settings;
import org.openwash.SettingsLayers;

/// The settings of a run as they travel to other machines, with the user's files that they name.
///
/// @param run      a name that no other run has
/// @param settings by the names of [SettingsLayers]
/// @param facts    the files of the facts folder by their paths in it; empty for none
/// @param metadata of the metadata file; empty for none
record Shipment(String run, Map<String, String> settings, Map<String, byte[]> facts, byte[] metadata) implements Serializable {

    private static final String FACTS = "facts";
    private static final String METADATA = "metadata";
    /// As deep as the facts base is read.
    private static final int DEPTH = 2;

    /// @param settings all of them, with the day of the run
    static Shipment of(String run, Map<String, String> settings) throws IOException {
        var facts = new TreeMap<String, byte[]>();
        if (names(settings, FACTS)) {
            Path folder = Path.of(settings.get(FACTS));
            try (Stream<Path> files = Files.walk(folder, DEPTH)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    facts.put(folder.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
        byte[] metadata = names(settings, METADATA) ? Files.readAllBytes(Path.of(settings.get(METADATA))) : new byte[0];
        return new Shipment(run, new TreeMap<>(settings), facts, metadata);
    }

    private static boolean names(Map<String, String> settings, String file) {
        return !settings.getOrDefault(file, "").isEmpty();
    }

    /// The settings for this machine, with the files in a folder of their own until the process ends.
    Settings unpacked() {
        var here = new TreeMap<>(settings);
        if (names(settings, FACTS) || names(settings, METADATA)) {
            try {
                Path folder = Files.createTempDirectory("openwash-settings-");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtil.fullyDelete(folder.toFile())));
                unpack(folder, here);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write to the folder for temporary files", e);
            }
        }
        return SettingsLayers.of(null, here).settings();
    }

    private void unpack(Path folder, Map<String, String> here) throws IOException {
        if (names(settings, FACTS)) {
            Path into = Files.createDirectory(folder.resolve(FACTS));
            for (Map.Entry<String, byte[]> file : facts.entrySet()) {
                Path to = into.resolve(file.getKey());
                Files.createDirectories(to.getParent());
                Files.write(to, file.getValue());
            }
            here.put(FACTS, into.toString());
        }
        if (names(settings, METADATA)) {
            here.put(METADATA, Files.write(folder.resolve("metadata.csv"), metadata).toString());
        }
    }
}
