package org.openwash.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Tells whether a file has changed without opening it: by its size, the time of its last change, and, where the system
/// keeps it, the time at which its entry was last touched, which no program can set back.
public final class Stamp {

    /// File systems count time in steps of up to two seconds (FAT), so that a file changed twice within one step may
    /// look as if it had been changed once.
    private static final Duration STEP = Duration.ofSeconds(2);

    private Stamp() {}

    /// Nothing where the file was changed so shortly before the run (or, by the clock, after it) that a later change
    /// might not show.
    ///
    /// @param started when the run began
    public static Optional<String> of(Path file, Instant started) throws IOException {
        boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        Map<String, Object> attributes = Files.readAttributes(file, (unix ? "unix:ctime," : "") + "size,lastModifiedTime");
        FileTime modified = (FileTime) attributes.get("lastModifiedTime");
        if (!modified.toInstant().isBefore(started.minus(STEP))) {
            return Optional.empty();
        }
        String stamp = attributes.get("size") + "-" + modified.to(TimeUnit.NANOSECONDS);
        return Optional.of(unix ? stamp + "-" + ((FileTime) attributes.get("ctime")).to(TimeUnit.NANOSECONDS) : stamp);
    }

    /// The day on which a file was last changed, at the latest anywhere on Earth.
    public static Instant modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }
}
