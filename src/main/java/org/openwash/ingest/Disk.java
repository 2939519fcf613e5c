package org.openwash.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The few things asked of the file system, so that a test can refuse them.
interface Disk {

    Disk REAL = new Disk() {};

    default InputStream open(Path file) throws IOException {
        return Files.newInputStream(file);
    }

    /// The names in a folder, in the same order everywhere.
    default List<Path> list(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted(Comparator.comparing((Path p) -> p.getFileName().toString())).toList();
        }
    }
}
