package org.openwash.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

    private static final Set<String> VERSION = Set.of("--version", "-V"); // mixinStandardHelpOptions

    /// All commands in the order of the help, each with what makes it.
    private static final Map<String, Function<Streams, Object>> COMMANDS = commands();

    private static Map<String, Function<Streams, Object>> commands() {
        var commands = new LinkedHashMap<String, Function<Streams, Object>>();
        commands.put("analyze", AnalyzeCommand::new);
        commands.put("nightly", NightlyCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("text", TextCommand::new);
        commands.put("search", SearchCommand::new);
        commands.put("similar", SimilarCommand::new);
        commands.put("review", ReviewCommand::new);
        commands.put("serve", ServeCommand::new);
        commands.put("fetch", FetchCommand::new);
        commands.put("watch", WatchCommand::new);
        commands.put("report", ReportCommand::new);
        commands.put("export", ExportCommand::new);
        commands.put("import", ImportCommand::new);
        commands.put("diff", DiffCommand::new);
        commands.put("replay", ReplayCommand::new);
        commands.put("verify", VerifyCommand::new);
        commands.put("rebuild", RebuildCommand::new);
        commands.put("evaluate", EvaluateCommand::new);
        commands.put("facts", FactsCommand::of);
        commands.put("settings", SettingsCommand::new);
        return commands;
    }

    /// Picocli looks at every option of every command that it is given, which takes longer than what small commands do:
    /// it is given the one that is named, or all if that is none, since then help or a proposal is due.
    private static Map<String, Function<Streams, Object>> asked(String... args) {
        if (args.length == 1 && VERSION.contains(args[0])) {
            return Map.of();
        }
        String first = args.length == 0 ? "" : args[0];
        return COMMANDS.containsKey(first) ? Map.of(first, COMMANDS.get(first)) : COMMANDS;
    }

    private Cli() {}

    /// Runs one command and returns its exit code.
    public static int run(String[] args, InputStream in, PrintStream out, PrintStream err, Clock clock) {
        var streams = new Streams(in, out, err, clock);
        var commands = new CommandLine(new Cli());
        asked(args).forEach((name, command) -> commands.addSubcommand(name, command.apply(streams)));
        return execute(commands, args, streams, Cli::explain);
    }

    /// Tells people of an exception, and returns the exit code.
    interface Explaining {
        int explain(Exception e, PrintStream err);
    }

    /// Runs one of these commands as all our programs do.
    static int execute(CommandLine commands, String[] args, Streams streams, Explaining explaining) {
        PrintStream err = streams.err();
        commands.setOut(new PrintWriter(streams.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> explaining.explain(e, err));
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
