package org.openwash.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.openwash.annotation.GoldFolder;
import org.openwash.annotation.MarkedArticle;
import org.openwash.annotation.WebAnnoFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes annotators' corrections back.
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Make a gold set (gold.jsonl, sentences.jsonl) for 'evaluate' of what annotators marked in WebAnno TSV 3 "
                + "files, as 'export --format webanno' wrote them and INCEpTION or WebAnno gave them back.")
final class ImportCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "WebAnno TSV files, or folders with such files below")
    private List<Path> files = List.of();

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "the folder for the gold set")
    private Path to = Path.of("");

    @Option(names = "--annotator", paramLabel = "NAME",
            description = "where each document is a folder with one file for each annotator: whose to read")
    private String annotator = "";

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Streams streams;

    ImportCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        List<MarkedArticle> articles = WebAnnoFolder.read(files, annotator);
        GoldFolder.write(to, articles);
        common.messages(streams).info(Messages.count(articles.size(), "article") + " in " + to);
        return ExitCode.DONE;
    }
}
