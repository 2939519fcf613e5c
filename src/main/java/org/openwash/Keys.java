package org.openwash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;
import org.openwash.domain.Sha256;

/// By what a run reads and judges, told without loading any of it: equal keys promise equal results for equal inputs.
///
/// @param reading rules, models, names and options that decide what is read out of an article
/// @param judging facts, licence rules and the yardstick that decide the verdicts
record Keys(String reading, String judging) {

    private static final int DIGITS = 16;

    /// @throws SetupException if a file that the settings name cannot be read
    static Keys of(Settings settings) {
        Properties build = Version.build();
        var names = new StringBuilder();
        var facts = new StringBuilder();
        if (settings.facts() != null) {
            hash(settings.facts(), names, facts);
        }
        String reading = build.getProperty("reading") + build.getProperty("names") + names
                + new TreeMap<>(settings.sources().columns()) + settings.sources().largest() + settings.gate()
                + metadata(settings.sources().metadata());
        String judging = build.getProperty("judging") + names + facts + settings.standard();
        return new Keys(shortened(reading), shortened(judging));
    }

    private static String shortened(String text) {
        return Sha256.of(text).substring(0, DIGITS);
    }

    private static String metadata(@Nullable Path file) {
        return file == null || !Files.exists(file) ? "" : Sha256.of(bytes(file));
    }

    /// The user's facts: files of facts and their evidence only judge; all others may hold names.
    private static void hash(Path folder, StringBuilder names, StringBuilder facts) {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().toLowerCase(Locale.ROOT);
                boolean judges = name.startsWith("facts") || name.startsWith("evidence") || name.startsWith("restrictions")
                        || name.equals("index.csv") && !listsFiles(file);
                (judges ? facts : names).append(name).append(Sha256.of(bytes(file)));
            }
        } catch (IOException e) {
            throw new SetupException("The facts folder " + folder + " cannot be read: " + e.getMessage()
                    + ". Check --facts.", e);
        }
    }

    private static boolean listsFiles(Path index) {
        return new String(bytes(index), StandardCharsets.UTF_8).lines()
                .anyMatch(line -> !line.startsWith("date") && !line.startsWith("kind") && !line.isBlank());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new SetupException(file + " cannot be read: " + e.getMessage() + ". Check its name and rights.", e);
        }
    }
}
