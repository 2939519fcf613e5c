package org.openwash.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/// The WARC file of one run, `20261128T031500Z-fetch.warc.gz`. Each task of the run writes a part of its own; in the end
/// the parts are joined in the order of the tasks, so that the same answers give the same file whatever the threads.
/// The file appears when it is whole and on the disk; parts of a run that died are cleared away by the next.
final class Archive implements Closeable {

    static final String PART = ".part";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int COPIED_AT_ONCE = 1 << 20;

    private final Path folder;
    private final Path file;
    private final Instant begun;
    private final String software;
    private final Disk disk;
    private final Map<Integer, Path> parts = new TreeMap<>();

    private Archive(Path folder, Path file, Instant begun, String software, Disk disk) {
        this.folder = folder;
        this.file = file;
        this.begun = begun;
        this.software = software;
        this.disk = disk;
    }

    static Archive begin(Path folder, Instant now, String software, Disk disk) throws IOException {
        clear(folder);
        String stamp = STAMP.format(now);
        Path file = folder.resolve(stamp + "-fetch.warc.gz");
        for (int n = 2; Files.exists(file); n++) { // the clock was set back, or stands still
            file = folder.resolve(stamp + "-" + n + "-fetch.warc.gz");
        }
        return new Archive(folder, file, now, software, disk);
    }

    private static void clear(Path folder) throws IOException {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, ".*" + PART)) {
            for (Path part : old) {
                Files.delete(part);
            }
        }
    }

    /// A part of the file. Only one thread may write it.
    ///
    /// @param number its place
    ArchivePart part(int number) {
        Path path = folder.resolve("." + file.getFileName() + "." + number + PART);
        synchronized (parts) {
            parts.put(number, path);
        }
        return new ArchivePart(String.valueOf(file.getFileName()), path, disk);
    }

    /// Joins the parts.
    ///
    /// @return the file; nothing if no part holds a record
    Optional<Path> publish() throws IOException {
        List<Path> written;
        synchronized (parts) {
            written = parts.values().stream().filter(Files::exists).toList();
        }
        if (written.isEmpty()) {
            return Optional.empty();
        }
        disk.replace(file, channel -> {
            // not closed, since that would close the file too
            new WarcWriter(channel, WarcCompression.GZIP).write(info());
            for (Path part : written) {
                copy(part, channel);
                Files.delete(part);
            }
        });
        return Optional.of(file);
    }

    private Warcinfo info() {
        String name = String.valueOf(file.getFileName());
        return new Warcinfo.Builder()
                .recordId(ArchivePart.id(name, "warcinfo", begun))
                .date(begun)
                .filename(name)
                .fields(Map.of("software", List.of(software), "format", List.of("WARC File Format 1.0")))
                .build();
    }

    private static void copy(Path part, WritableByteChannel to) throws IOException {
        try (FileChannel from = FileChannel.open(part)) {
            long size = from.size();
            for (long at = 0; at < size; ) {
                at += from.transferTo(at, Math.min(COPIED_AT_ONCE, size - at), to);
            }
        }
    }

    /// Clears the parts away, published or not.
    @Override
    public void close() throws IOException {
        synchronized (parts) {
            for (Path part : parts.values()) {
                Files.deleteIfExists(part);
            }
        }
    }
}
