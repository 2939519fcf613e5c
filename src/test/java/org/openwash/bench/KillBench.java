package org.openwash.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.lucene.util.IOUtils;
import org.openwash.KilledNightIT;

/// Kills nightly runs at random moments and lets the next night end; its reports must be, byte by byte, those of a night
/// that nobody disturbed.
public final class KillBench {

    private static final int TIMES = 200;
    private static final long SEED = 11;

    private KillBench() {}

    /// @param args how many runs to kill
    public static void main(String[] args) throws IOException, InterruptedException {
        int times = args.length > 0 ? Integer.parseInt(args[0]) : TIMES;
        Path folder = Files.createTempDirectory("openwash-bench-");
        try {
            long start = System.nanoTime();
            int alive = KilledNightIT.kill(folder, times, SEED);
            System.out.println(String.format(Locale.ROOT,
                    "%,d runs, %,d of them killed before they had ended; after the next night all reports were the same bytes"
                            + " (%.0f s)", times, alive, (System.nanoTime() - start) / 1e9));
        } finally {
            IOUtils.rm(folder);
        }
    }
}
