package org.openwash.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;

/// What a command talks through: results go to `out`, progress and messages to `err`.
record Streams(InputStream in, PrintStream out, PrintStream err, Clock clock) {}
