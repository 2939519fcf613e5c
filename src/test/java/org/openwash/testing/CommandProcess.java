package org.openwash.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a command in a process of its own, for what cannot be shown within one: another locale, a kill.
public final class CommandProcess {

    private static final int MINUTES = 10;

    private CommandProcess() {}

    /// Starts `openwash` with these words. Its messages go to a file.
    ///
    /// @param options options of the Java machine, such as `-Duser.language=tr`
    public static Process start(Path messages, List<String> options, List<String> words) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Xmx700m", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.openwash.Main"));
        command.addAll(words);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(messages.toFile()))
                .start();
    }

    /// Starts it and waits for its exit code.
    public static int run(Path messages, List<String> options, List<String> words) throws IOException, InterruptedException {
        Process process = start(messages, options, words);
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("no end after " + MINUTES + " minutes; its messages: " + messages);
        }
        return process.exitValue();
    }
}
