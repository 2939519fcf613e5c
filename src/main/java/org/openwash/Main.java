package org.openwash;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.openwash.cli.Cli;

/// Where the process begins. [#run] is all of it but the exit, so that tests can call it.
public final class Main {

    private Main() {}

    /// A command line and what it talks through.
    @FunctionalInterface
    public interface Commands {
        int run(String[] args, InputStream in, PrintStream out, PrintStream err, Clock clock);
    }

    public static void main(String[] args) {
        System.exit(start(Main::run, args));
    }

    /// Runs one command on the streams of the process and returns its exit code.
    public static int start(Commands commands, String[] args) {
        // UTF-8 whatever the locale says, so that the same run prints the same bytes everywhere
        var out = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int exit = commands.run(args, System.in, out, err, Clock.systemUTC());
        if (out.checkError()) { // flushes; a full disk must not look like a success
            err.println("openwash: the results could not be written to standard output");
            exit = exit == 0 ? 1 : exit;
        }
        return exit;
    }

    /// Runs one command and returns its exit code.
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err, Clock clock) {
        return Cli.run(args, in, out, err, clock);
    }
}
