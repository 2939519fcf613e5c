package org.openwash.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Decides which subject ids count as the same thing: those that differ only in case, spaces and `- _ . /`, and those
/// that a file puts into one class.
///
/// The file has one class a line: ids with spaces between them, of which the first represents the class. Lines that
/// begin with `#` are comments. An id in two classes belongs to the later one.
public final class SubjectClasses {

    /// The file that is read when it lies beside the gold file.
    public static final String FILE_NAME = "subject-classes.txt";

    private static final Pattern SEPARATORS = Pattern.compile("[-_. /]");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Map<String, String> representatives = new HashMap<>();

    private SubjectClasses() {}

    /// Every id but for its spelling is a class of its own.
    public static SubjectClasses none() {
        return new SubjectClasses();
    }

    static SubjectClasses parse(List<String> lines) {
        SubjectClasses classes = new SubjectClasses();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] ids = SPACES.split(line.strip());
            for (String id : ids) {
                classes.representatives.put(squash(id), squash(ids[0]));
            }
        }
        return classes;
    }

    static SubjectClasses read(Path file) throws IOException {
        return parse(InputLines.of(file, "the file of subject classes"));
    }

    /// The same string for all ids that count as the same thing.
    public String classOf(String subject) {
        String squashed = squash(subject);
        return representatives.getOrDefault(squashed, squashed);
    }

    private static String squash(String id) {
        return SEPARATORS.matcher(id.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
