package org.openwash.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openwash.domain.SetupException;

/// Reads the lines of a file that a person names, and says what to do where that fails.
final class InputLines {

    /// Far more than any set that people have annotated; stops a wrong file from filling the memory.
    private static final long MOST_BYTES = 256L << 20;

    private InputLines() {}

    /// @param what the file's part in the evaluation, as the message names it
    /// @throws SetupException if the file is missing, too large or not UTF-8
    static List<String> of(Path file, String what) throws IOException {
        List<String> lines = new ArrayList<>();
        try {
            if (Files.isDirectory(file)) {
                throw new SetupException(file + " is a folder. Name " + what + " itself.");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new SetupException(file + " is larger than 256 MB. Check that it is " + what + ", or split it.");
            }
            try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    lines.add(lines.isEmpty() && line.startsWith("\uFEFF") ? line.substring(1) : line);
                }
            }
        } catch (NoSuchFileException e) {
            throw new SetupException("There is no " + file + ". Give the path of " + what + ".", e);
        } catch (CharacterCodingException e) {
            // the decoder reads ahead, so that the line is only near
            throw new SetupException(
                    file + " after line " + lines.size() + ": not UTF-8. Save " + what + " as UTF-8.", e);
        }
        return lines;
    }
}
