package org.openwash.upstream;

/// Thrown when a file is not what its upstream publishes. In a folder of many files it is counted as a [Problem], and
/// the others are read; for the only file it ends the import.
final class MalformedException extends Exception {

    private static final long serialVersionUID = 1;

    private final int line;

    MalformedException(int line, String what) {
        super(what);
        this.line = line;
    }

    int line() {
        return line;
    }
}
