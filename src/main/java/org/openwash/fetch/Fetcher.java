package org.openwash.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.openwash.domain.SetupException;

/// Gets what sources have that is new, into the folder `archive/` of the output folder.
///
/// A run that dies loses nothing but its requests: the archive appears when it is whole, and only then what is
/// remembered is replaced, so that the next run gets the same pages again.
public final class Fetcher {

    /// The archive's name in the output folder.
    public static final String FOLDER = "archive";

    private static final int MOST_THREADS = 8; // each holds an answer in memory

    private final int threads;
    private final Pause pause;
    private final DnsResolver names;
    private final Disk disk;

    /// @param threads hosts asked at a time, at most 8
    public Fetcher(int threads) {
        this(threads, Pause.REAL, SystemDefaultDnsResolver.INSTANCE, Disk.REAL);
    }

    Fetcher(int threads, Pause pause, DnsResolver names, Disk disk) {
        this.threads = Math.clamp(threads, 1, MOST_THREADS);
        this.pause = pause;
        this.names = names;
        this.disk = disk;
    }

    /// @param out the output folder
    /// @throws FetchLockedException if another run is fetching into it
    /// @throws IOException if the archive or the state cannot be written; all is then as it was before
    public FetchReport fetch(SourceList list, Path out, Clock clock) throws IOException {
        Path folder = folder(out);
        try (FetchLock lock = FetchLock.on(folder)) {
            FetchState state = FetchState.load(folder);
            var turns = new Turns(clock, pause, System::nanoTime, threads, list.bounds(), state.rests);
            var robots = new Robots(clock, state.robots);
            try (Archive archive = Archive.begin(folder, clock.instant(), list.userAgent(), disk);
                    Visitors visitors = new Visitors(list, turns, robots, names, clock)) {
                return new FetchRun(list, state, archive, visitors, clock).run(folder, disk, turns, robots);
            } catch (IOException e) {
                throw new IOException("cannot write to " + folder + ": " + e.getMessage()
                        + ". What was there before is as it was. Mend that (make room?) and fetch again.", e);
            }
        }
    }

    private static Path folder(Path out) throws IOException {
        Path folder = out.resolve(FOLDER);
        for (Path each : new Path[] {out, folder}) {
            if (Files.exists(each) && !Files.isDirectory(each)) {
                throw new SetupException("The output folder " + each + " is a file. Choose another with --out.");
            }
        }
        return Files.createDirectories(folder);
    }
}
