package org.openwash;

import java.io.IOException;
import java.util.List;

/// The parts of a run that were analysed elsewhere, each with [Pipeline#part].
public interface Parts {

    /// Has each part taken in, once.
    void forEach(Taking taking) throws IOException;

    /// Files that the metadata file names and no input is called.
    List<String> unmatchedMetadata();

    /// Takes one part in; its folder may go when this returns.
    interface Taking {
        void take(Part part) throws IOException;
    }
}
