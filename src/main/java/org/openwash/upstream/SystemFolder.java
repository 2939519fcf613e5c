package org.openwash.upstream;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openwash.domain.SetupException;
import org.openwash.upstream.Entry.SystemEntry;

/// Reads an upstream that is a folder with one YAML file for each system. A bad file is counted and the others are
/// read;
/// if none can be, the folder is something else.
final class SystemFolder {

    /// What one upstream makes of one of its files.
    interface Form {

        /// @return empty for a file that is a blank form
        Optional<SystemEntry> entry(Path file, Node.Mapping whole) throws MalformedException;
    }

    private SystemFolder() {}

    static Reading read(Upstream upstream, List<Path> files, String layout, Form form) {
        List<Entry> entries = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                form.entry(file, Expect.mapping(NodeReader.yaml(LocalCopy.text(file)), "the file"))
                        .ifPresent(entries::add);
            } catch (MalformedException e) {
                problems.add(new Problem(Address.place(file, e.line()), e.getMessage()));
            }
        }
        if (entries.isEmpty()) {
            Problem first = problems.isEmpty()
                    ? new Problem(Address.place(files.getFirst(), 1), "a blank form") : problems.getFirst();
            throw new SetupException(first.place() + ": " + first.what() + (problems.size() > 1
                    ? ", and " + (problems.size() - 1) + " more unreadable files" : "") + ". "
                            + LocalCopy.expected(layout));
        }
        return new Reading(upstream, "", entries, problems);
    }

    /// The name of a file without its ending.
    static String idOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
