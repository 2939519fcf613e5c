package org.openwash.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openwash.cli.CommonOptions.LogFormat;
import org.openwash.report.Counts;
import tools.jackson.databind.json.JsonMapper;

/// What a command says on standard error, as text or as JSON lines, and what the libraries under it warn of.
final class Messages {

    /// Kept, since java.util.logging forgets the level of a logger that nobody holds.
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private final PrintStream err;
    private final Clock clock;
    private final LogFormat format;
    private final boolean quiet;
    /// Made for the first line that needs it.
    private @Nullable JsonMapper json;
    private String runId = ""; // none

    Messages(PrintStream err, Clock clock, LogFormat format, boolean quiet) {
        this.err = err;
        this.clock = clock;
        this.format = format;
        this.quiet = quiet;
        routeLibraries();
    }

    /// "1 claim", "2 claims".
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    static String count(long number, String one, String more) {
        return number + " " + (number == 1 ? one : more);
    }

    /// From now on each JSON line names the run; as text, one line does.
    void ofRun(String id) {
        runId = id;
        if (format == LogFormat.TEXT) {
            info("run " + id);
        }
    }

    void info(String text) {
        if (!quiet) {
            write("info", text);
        }
    }

    /// What the reports of a folder now hold, which may come from many runs.
    void reports(Counts counts, Path out) {
        info("%s, %d flagged, in %s; reports in %s/".formatted(
                count(counts.claims(), "claim"), counts.flags(), count(counts.articles(), "article"), out));
    }

    void warn(String text) {
        write("warn", text);
    }

    private synchronized void write(String level, String text) {
        switch (format) {
            // a file name may hold anything, and a terminal obeys some of it
            case TEXT -> err.println((level.equals("warn") ? "warning: " + text : text).replaceAll("\\p{Cntrl}", "\uFFFD"));
            case JSON -> {
                if (json == null) {
                    json = new JsonMapper();
                }
                var line = json.createObjectNode()
                        .put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
                        .put("level", level)
                        .put("message", text);
                if (!runId.isEmpty()) {
                    line.put("run_id", runId);
                }
                err.println(json.writeValueAsString(line));
            }
        }
    }

    /// OpenNLP and Lucene log through java.util.logging; their warnings go the same way as ours.
    private void routeLibraries() {
        LogManager.getLogManager().reset();
        // Lucene recommends an incubator module at every start; at our sizes it makes no difference
        LUCENE.setLevel(Level.SEVERE);
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(new Handler() {
            @Override
            public void publish(LogRecord record) {
                if (record.getLevel().intValue() >= Level.WARNING.intValue()) {
                    warn(record.getLoggerName() + ": " + record.getMessage());
                }
            }

            @Override
            public void flush() {
                err.flush();
            }

            @Override
            public void close() {
                flush();
            }
        });
    }
}
