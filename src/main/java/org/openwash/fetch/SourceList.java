package org.openwash.fetch;

import java.nio.file.Path;
import java.util.List;

/// All sources of a run, as the sources file lists them.
///
/// @param contact      an address, of mail or of a page, at which a server's owner can complain
/// @param mostRequests of one run, whatever they are for
public record SourceList(String contact, int mostRequests, List<Source> sources) {

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
