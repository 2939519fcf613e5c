package org.openwash.domain;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/// Writes text files that are there whole or not at all, also after a power cut.
public final class WholeFile {

    private WholeFile() {}

    /// What writes the content of a file.
    public interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    /// Replaces a file, or makes one and its folders. What was written before a failure is taken away.
    public static void write(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path part = folder.resolve("." + file.getFileName() + ".part");
        try {
            writeAndForce(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        force(folder);
    }

    /// Returns when the content is on the disk.
    ///
    /// @return the SHA-256 of what was written
    public static String writeAndForce(Path file, Content content) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                OutputStream bytes = new BufferedOutputStream(
                        new DigestOutputStream(Channels.newOutputStream(channel), digest), 1 << 16);
                Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            content.writeTo(writer);
            writer.flush();
            channel.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Makes renames within a folder last through a power cut. Windows has no such call and needs none.
    public static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
