package org.openwash.watch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.openwash.domain.SetupException;
import org.openwash.report.Cells;

/// watches.csv: the standing queries, a line each, with columns `name` and `query`. A file with a line that cannot be
/// read is refused as a whole and left as it is.
///
/// @param path the file; need not be there
public record WatchFile(Path path) {

    /// Its name in the output folder.
    public static final String NAME = "watches.csv";

    public static WatchFile in(Path out) {
        return new WatchFile(out.resolve(NAME));
    }

    public boolean exists() {
        return Files.exists(path);
    }

    /// The queries in the order of the file; none if there is no file.
    ///
    /// @throws SetupException if a line cannot be read, with its number
    public List<NamedQuery> read() throws IOException {
        if (!exists()) {
            return List.of();
        }
        QueryFile file = QueryFile.parse(path.toString(), Files.readAllBytes(path));
        for (QueryFile.Problem problem : file.problems()) {
            throw broken(problem.line(), problem.what());
        }
        Set<String> names = new HashSet<>();
        for (NamedQuery query : file.queries()) {
            if (!names.add(query.name())) {
                throw broken(query.line(), "the name '" + query.name() + "' stands there twice");
            }
        }
        return file.queries();
    }

    /// @throws SetupException if there is one of this name, or the name or the query does not fit on a line
    public void add(String name, String query) throws IOException {
        String line = oneLine(name);
        if (line.isEmpty() || line.length() > QueryFile.LONGEST_NAME || !line.equals(name.strip()) || !oneLine(query).equals(query.strip())) {
            throw new SetupException("A name has 1 to " + QueryFile.LONGEST_NAME + " characters, and neither name nor query has a"
                    + " line end.");
        }
        change(queries -> {
            if (queries.stream().anyMatch(q -> q.name().equals(line))) {
                throw new SetupException("There is a watch called " + line + ". Remove it first, or choose another name.");
            }
            var more = new ArrayList<>(queries);
            more.add(new NamedQuery(line, query.strip(), 0, 0));
            return more;
        });
    }

    /// @throws SetupException if there is none of this name
    public void remove(String name) throws IOException {
        change(queries -> {
            List<NamedQuery> rest = queries.stream().filter(q -> !q.name().equals(name.strip())).toList();
            if (rest.size() == queries.size()) {
                throw new SetupException("There is no watch called " + name + ". 'openwash watch list' shows them.");
            }
            return rest;
        });
    }

    /// Several processes may do so at the same time.
    private void change(UnaryOperator<List<NamedQuery>> change) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        // its own file: a lock on the one that is replaced would guard nothing
        try (FileChannel guard = FileChannel.open(path.resolveSibling(NAME + ".lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            synchronized (WatchFile.class) { // the system's lock is one for the whole process
                FileLock held = guard.lock();
                try {
                    replace(change.apply(read()));
                } finally {
                    held.release();
                }
            }
        }
    }

    private void replace(List<NamedQuery> queries) throws IOException {
        var content = new StringBuilder(String.join(",", QueryFile.COLUMNS)).append('\n');
        for (NamedQuery query : queries) {
            content.append(QueryFile.FORMAT.format(Cells.inert(query.name()), Cells.inert(query.query()))).append('\n');
        }
        Path beside = path.resolveSibling(NAME + ".new");
        try (FileChannel file = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(content.toString());
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String oneLine(String words) {
        return words.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private SetupException broken(long line, String why) {
        return new SetupException(path + ", line " + line + ": " + why + ". Mend the line; nothing was changed.");
    }
}
