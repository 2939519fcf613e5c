package org.openwash.cli;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openwash.Settings;
import org.openwash.facts.FactBook;
import org.openwash.index.ArticleIndex;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Builds the index anew from the articles that it holds.
@Command(name = "rebuild", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Build the index anew from the articles and claims that it holds, also one of an older form. Nothing is "
                + "analysed again. The old index stays until the new one is whole.")
final class RebuildCommand implements Callable<Integer> {

    @Mixin
    private CommonOptions common = new CommonOptions();

    private final Streams streams;

    RebuildCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = common.settings(Map.of());
        Messages messages = common.messages(streams);
        var families = FactBook.load(settings.facts()).catalogue();
        int articles = ArticleIndex.rebuild(settings.indexFolder(), families::ancestorsOf);
        messages.info("rebuilt " + settings.indexFolder() + " from " + Messages.count(articles, "article"));
        return ExitCode.DONE;
    }
}
