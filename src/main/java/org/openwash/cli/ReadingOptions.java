package org.openwash.cli;

import java.util.List;
import picocli.CommandLine.Parameters;

/// The options of commands that read articles.
final class ReadingOptions extends SourceChoices {

    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "files, folders, or - for standard input")
    List<String> inputs = List.of();
}
