package org.openwash.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openwash.domain.SetupException;
import org.openwash.domain.WholeFile;

/// Lets all files of a run appear together and whole: each is written beside its place and reaches the disk, and only
/// when the last one has are they moved into place. Closing without `publish` leaves the old files as they were.
///
/// Not even a file system can move several files at one stroke: a power cut between two renames leaves whole files of
/// two runs, and the next run puts that right.
public final class ReportFolder implements Closeable {

    private final Path folder;
    private final List<String> staged = new ArrayList<>();
    private final Map<String, String> hashes = new TreeMap<>();
    private boolean published;

    private ReportFolder(Path folder) {
        this.folder = folder;
    }

    public static ReportFolder in(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new SetupException("The output folder " + folder + " is a file. Choose another with --out.");
        }
        Files.createDirectories(folder);
        return new ReportFolder(folder);
    }

    public void stage(String name, WholeFile.Content content) throws IOException {
        staged.add(name);
        hashes.put(name, WholeFile.writeAndForce(part(name), content));
    }

    /// SHA-256 of the files staged so far, by name.
    Map<String, String> hashes() {
        return new TreeMap<>(hashes);
    }

    public void publish() throws IOException {
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
        WholeFile.force(folder);
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
}
