package org.openwash;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;

/// Runs commands that are done in a second, one after the other, so that `scripts/openwash` can keep the classes that
/// they need in the form in which Java has them in memory. What they print is dropped.
final class Rehearsal {

    private Rehearsal() {}

    /// @param args an output folder with an index
    public static void main(String[] args) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream());
        for (List<String> command : List.of(
                List.of("--version"),
                List.of("--help"),
                List.of("settings"),
                List.of("facts", "show", "llama-3.1"),
                List.of("search", "open", "--out", args[0]),
                List.of("search", "subject:redis verdict:contradicted", "--format", "json", "--out", args[0]),
                List.of("review", "list", "--out", args[0]))) {
            Main.run(command.toArray(String[]::new), InputStream.nullInputStream(), nowhere, nowhere, Clock.systemUTC());
        }
    }
}
