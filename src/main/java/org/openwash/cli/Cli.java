package org.openwash.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.time.Clock;
import org.openwash.domain.SetupException;
import org.openwash.fetch.FetchLockedException;
import org.openwash.index.IndexLockedException;
import org.openwash.index.QuerySyntaxException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// All commands, and what becomes of the exceptions that they throw: one sentence for what the user can mend, the
/// stack for what only a developer can.
@Command(
        name = "openwash",
        description = "Reads news coverage and tells which claims of openness the licence facts bear out.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        subcommands = HelpCommand.class,
        footer = {"", "Exit codes: 0 done; 1 failed; 2 wrong usage; 3 done, but some inputs could not be read; 4 another run holds the lock."})
public final class Cli {

    private Cli() {}

    /// Runs one command and returns its exit code.
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err, Clock clock) {
        var streams = new Streams(in, out, err, clock);
        var commands = new CommandLine(new Cli())
                .addSubcommand(new AnalyzeCommand(streams))
                .addSubcommand(new NightlyCommand(streams))
                .addSubcommand(new ExplainCommand(streams))
                .addSubcommand(new TextCommand(streams))
                .addSubcommand(new SearchCommand(streams))
                .addSubcommand(new SimilarCommand(streams))
                .addSubcommand(new ReviewCommand(streams))
                .addSubcommand(new ServeCommand(streams))
                .addSubcommand(new FetchCommand(streams))
                .addSubcommand(new WatchCommand(streams))
                .addSubcommand(new ReportCommand(streams))
                .addSubcommand(new ExportCommand(streams))
                .addSubcommand(new ImportCommand(streams))
                .addSubcommand(new DiffCommand(streams))
                .addSubcommand(new ReplayCommand(streams))
                .addSubcommand(new VerifyCommand(streams))
                .addSubcommand(new RebuildCommand(streams))
                .addSubcommand(new EvaluateCommand(streams))
                .addSubcommand(FactsCommand.of(streams))
                .addSubcommand(new SettingsCommand(streams));
        commands.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> explain(e, err));
        if (args.length == 0) {
            commands.usage(err);
            return ExitCode.USAGE;
        }
        return commands.execute(args);
    }

    /// One sentence for what the user can mend, the stack for what only a developer can.
    ///
    /// @return the exit code
    static int explain(Exception e, PrintStream err) {
        switch (e) {
            case SetupException setup -> err.println("openwash: " + setup.getMessage());
            case QuerySyntaxException query -> {
                err.println("openwash: " + query.getMessage());
                return ExitCode.USAGE;
            }
            case IndexLockedException locked -> {
                err.println("openwash: " + locked.getMessage());
                return ExitCode.LOCKED;
            }
            case FetchLockedException locked -> {
                err.println("openwash: " + locked.getMessage());
                return ExitCode.LOCKED;
            }
            case FileSystemException file -> err.println("openwash: cannot use " + file.getFile() + ": "
                    + (file.getReason() == null ? file.getClass().getSimpleName() : file.getReason()));
            case IOException io -> err.println("openwash: " + io.getMessage());
            case UncheckedIOException io ->
                    err.println("openwash: " + io.getMessage() + ": " + io.getCause().getMessage());
            default -> {
                err.println("openwash: a bug. Please report it with the lines below.");
                e.printStackTrace(err);
            }
        }
        return ExitCode.FAILED;
    }
}
