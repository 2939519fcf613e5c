package org.openwash.upstream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.openwash.domain.SetupException;

/// The files of an upstream on this machine, found where its own releases have them, and read within bounds.
final class LocalCopy {

    static final long LARGEST = 64L << 20;
    static final int MOST_FILES = 20_000;
    private static final Set<String> YAML = Set.of("yaml", "yml");

    private LocalCopy() {}

    /// The one file of an upstream that is a single file: the path itself, or one of the places below it.
    ///
    /// @param layout what was expected, for the message
    static Path file(Path path, List<String> places, String layout) {
        if (Files.isRegularFile(path)) {
            return path;
        }
        if (Files.isDirectory(path)) {
            return places.stream()
                    .map(path::resolve)
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow(() -> new SetupException(
                            path + " holds none of " + String.join(", ", places) + ". " + expected(layout)));
        }
        throw missing(path);
    }

    /// The YAML files of an upstream that is a folder of them, by name; a single file stands for itself. Files that
    /// begin with `_` or `.` describe the collection and are no entries.
    static List<Path> yamlFiles(Path path, List<String> folders, String layout) {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw missing(path);
        }
        for (String folder : folders) {
            List<Path> files = yamlFilesIn(path.resolve(folder));
            if (!files.isEmpty()) {
                return files;
            }
        }
        throw new SetupException(path + " holds no YAML file. " + expected(layout));
    }

    private static List<Path> yamlFilesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(Files::isRegularFile)
                    .filter(LocalCopy::isYamlEntry)
                    .limit(MOST_FILES + 1L)
                    .forEach(files::add);
        } catch (IOException e) {
            throw new SetupException(folder + " cannot be read: " + e.getMessage() + ". Check its rights.", e);
        }
        if (files.size() > MOST_FILES) {
            throw new SetupException(folder + " holds more than " + MOST_FILES
                    + " files. Is it a copy of the upstream?");
        }
        return files.stream().sorted().toList();
    }

    private static boolean isYamlEntry(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith("_") && !name.startsWith(".")
                && YAML.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    static String text(Path file) throws MalformedException {
        try {
            long size = Files.size(file);
            if (size > LARGEST) {
                throw new MalformedException(1, "the file has " + size + " bytes, more than " + LARGEST);
            }
            return StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString()
                    .replace("\uFEFF", "");
        } catch (CharacterCodingException e) {
            throw new MalformedException(1, "the file is not UTF-8");
        } catch (IOException e) {
            throw new SetupException(file + " cannot be read: " + e.getMessage() + ". Check its rights.", e);
        }
    }

    static String expected(String layout) {
        return "Expected the layout of " + layout + "; get the current release.";
    }

    static SetupException refused(Path file, MalformedException e, String layout) {
        return new SetupException(file + ", line " + e.line() + ": " + e.getMessage() + ". " + expected(layout), e);
    }

    private static SetupException missing(Path path) {
        return new SetupException("Nothing at " + path + ". Give a local copy of the upstream.");
    }
}
