package org.openwash.cli;

/// What the process tells who called it.
final class ExitCode {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    /// done, but some inputs could not be read; they are listed
    static final int DONE_WITH_FAILURES = 3;
    /// another run holds the lock
    static final int LOCKED = 4;

    private ExitCode() {}
}
