package org.openwash.fetch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// All sources of a run, as the sources file lists them.
///
/// @param contact an address, of mail or of a page, at which a server's owner can complain
public record SourceList(String contact, Bounds bounds, List<Source> sources) {

    /// How far one run goes; what it does not get the next will.
    ///
    /// @param requests whatever they are for
    /// @param time     in which the last of them is begun
    public record Bounds(int requests, Duration time) {

        public static final Bounds DEFAULTS = new Bounds(2_000, Duration.ofHours(2));
    }

    public SourceList {
        sources = List.copyOf(sources);
    }

    /// @throws org.openwash.domain.SetupException if the file is missing or wrong, with file, line and remedy
    public static SourceList read(Path file) {
        return SourcesFile.read(file);
    }

    /// How the program calls itself to servers. The first word is the one that a robots.txt goes by.
    String userAgent() {
        return Robots.NAME + " (+" + contact + ")";
    }
}
