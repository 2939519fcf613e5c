package org.openwash.cli;

import java.io.PrintStream;
import java.util.function.IntConsumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/// A progress bar on standard error for whoever sits in front of it, and nothing for logs and pipes.
final class Progress implements IntConsumer, AutoCloseable {

    /// scripts/openwash says so; Java itself cannot tell whether standard error is a terminal.
    private static final String TERMINAL = "openwash.terminal";

    private static final int WIDTH = 80;
    private static final int EVERY_MILLIS = 200;

    /// null where nobody looks, and once it is closed
    private @Nullable ProgressBar bar;

    Progress(PrintStream err, boolean quiet) {
        boolean show = !quiet && Boolean.getBoolean(TERMINAL);
        bar = show
                ? new ProgressBarBuilder()
                        .setTaskName("articles")
                        .setInitialMax(-1) // how many there will be is known only at the end
                        .hideEta()
                        .showSpeed()
                        .setUpdateIntervalMillis(EVERY_MILLIS)
                        .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                        .build()
                : null;
    }

    @Override
    public synchronized void accept(int done) {
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public synchronized void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
