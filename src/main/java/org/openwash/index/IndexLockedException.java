package org.openwash.index;

import java.nio.file.Path;

/// Tells the caller that another run is writing to the same index, so that this one can stop before it changes anything.
public final class IndexLockedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    IndexLockedException(Path folder, Throwable cause) {
        super("Another run is writing to " + folder + ". Wait for it to end, or choose another folder with --out.", cause);
    }
}
