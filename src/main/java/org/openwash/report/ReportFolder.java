package org.openwash.report;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openwash.domain.SetupException;
import org.openwash.domain.Sha256;

/// Lets all files of a run appear together and whole: each is written beside its place and reaches the disk, and only
/// when the last one has are they moved into place. Closing without `publish` leaves the old files as they were.
///
/// Not even a file system can move several files at one stroke: a power cut between two renames leaves whole files of
/// two runs, and the next run puts that right.
final class ReportFolder implements Closeable {

    private final Path folder;
    private final List<String> staged = new ArrayList<>();
    private final Map<String, String> hashes = new TreeMap<>();
    private boolean published;

    private ReportFolder(Path folder) {
        this.folder = folder;
    }

    static ReportFolder in(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new SetupException("The output folder " + folder + " is a file. Choose another with --out.");
        }
        Files.createDirectories(folder);
        return new ReportFolder(folder);
    }

    /// What writes the content of one file.
    interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    void stage(String name, Content content) throws IOException {
        staged.add(name);
        MessageDigest digest = Sha256.digest();
        try (FileChannel channel = FileChannel.open(
                        part(name),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                OutputStream bytes = new BufferedOutputStream(
                        new DigestOutputStream(Channels.newOutputStream(channel), digest), 1 << 16);
                Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            content.writeTo(writer);
            writer.flush();
            channel.force(true);
        }
        hashes.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    /// SHA-256 of the files staged so far, by name.
    Map<String, String> hashes() {
        return new TreeMap<>(hashes);
    }

    void publish() throws IOException {
        for (String name : staged) {
            if (Files.isDirectory(folder.resolve(name))) {
                throw new FileSystemException(folder.resolve(name).toString(), null, "a folder stands where a report goes");
            }
        }
        for (String name : staged) {
            Files.move(
                    part(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        published = true;
        forceFolder();
    }

    @Override
    public void close() throws IOException {
        if (!published) {
            for (String name : staged) {
                Files.deleteIfExists(part(name));
            }
        }
    }

    private Path part(String name) {
        return folder.resolve("." + name + ".part");
    }

    /// Makes the renames last through a power cut. Windows has no such call and needs none.
    private void forceFolder() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
