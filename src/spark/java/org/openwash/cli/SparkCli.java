package org.openwash.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import org.apache.spark.SparkException;
import org.openwash.Main;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// What `scripts/openwash-spark` hands over to Spark: the commands that run on a cluster.
@Command(
        name = "openwash-spark",
        description = "Reads news coverage on Apache Spark, with the same result as openwash on one machine.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        subcommands = HelpCommand.class,
        footer = {"", "Options of spark-submit go before the command: --conf, --executor-memory, --deploy-mode, ...; --master also behind it.",
            "Exit codes: 0 done; 1 failed; 2 wrong usage; 3 done, but some inputs could not be read; 4 another run holds the lock."})
public final class SparkCli {

    private SparkCli() {}

    public static void main(String[] args) {
        int exit = Main.start(SparkCli::run, args);
        if (exit != 0) { // YARN takes a driver that exits by itself for one that failed
            System.exit(exit);
        }
    }

    /// Runs one command and returns its exit code.
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err, Clock clock) {
        var streams = new Streams(in, out, err, clock);
        var commands = new CommandLine(new SparkCli()).addSubcommand(new SparkAnalyzeCommand(streams));
        return Cli.execute(commands, args, streams, SparkCli::explain);
    }

    private static int explain(Exception e, PrintStream err) {
        if (e instanceof SparkException) { // its first line names the task and what it died of
            err.println("openwash: the run on Spark failed, and the output is as it was: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            return ExitCode.FAILED;
        }
        return Cli.explain(e, err);
    }
}
