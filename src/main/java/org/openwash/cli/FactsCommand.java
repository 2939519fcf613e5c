package org.openwash.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Groups the commands about the facts base.
@Command(name = "facts", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Show a subject's facts on a date, check the base, compare it with an upstream or another version.")
final class FactsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create(); // set by picocli

    static CommandLine of(Streams streams) {
        return new CommandLine(new FactsCommand())
                .addSubcommand(new FactsShowCommand(streams))
                .addSubcommand(new FactsCheckCommand(streams))
                .addSubcommand(new FactsImportCommand(streams))
                .addSubcommand(new FactsDiffCommand(streams));
    }

    @Override
    public Integer call() {
        throw new ParameterException(command.commandLine(),
                "Missing: what to do with the facts: show, check, import or diff");
    }
}
