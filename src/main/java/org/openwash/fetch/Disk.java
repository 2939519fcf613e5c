package org.openwash.fetch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Where the archive and the state are written, so that tests can let it fill up.
interface Disk {

    Disk REAL = path -> FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING);

    WritableByteChannel create(Path path) throws IOException;

    /// What writes the content of a file.
    interface Content {
        void writeTo(WritableByteChannel channel) throws IOException;
    }

    /// Writes a file that appears whole or not at all, and stays through a power cut.
    default void replace(Path file, Content content) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + Archive.PART);
        try {
            try (WritableByteChannel channel = create(part)) {
                content.writeTo(channel);
                if (channel instanceof FileChannel real) {
                    real.force(true);
                }
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) { // Windows has no such call
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
