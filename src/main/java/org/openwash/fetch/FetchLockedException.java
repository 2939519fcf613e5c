package org.openwash.fetch;

import java.nio.file.Path;

/// Tells the caller that another run is fetching into the same folder, so that this one can stop before it asks anybody.
public final class FetchLockedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FetchLockedException(Path folder) {
        super("Another run is fetching into " + folder + ". Wait for it to end, or choose another folder with --out.");
    }
}
