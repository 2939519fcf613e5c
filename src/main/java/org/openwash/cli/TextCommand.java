package org.openwash.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openwash.ArticleReader;
import org.openwash.domain.Article;
import org.openwash.domain.Outcome;
import org.openwash.domain.RawArticle;
import org.openwash.domain.UnreadableArticleException;
import org.openwash.ingest.Found;
import org.openwash.ingest.Sources;
import org.openwash.nlp.LanguageDetector;
import org.openwash.text.Reading;
import org.openwash.text.TextCleaner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// Shows what was read, for checking it against the pages.
@Command(name = "text", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Print what is read from the inputs: one JSON line for every article.")
final class TextCommand implements Callable<Integer> {

    @Mixin
    private ReadingOptions reading = new ReadingOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--explain",
            description = "print instead every line of each input, kept or left out and why, and where title, author, "
                    + "dates and the like were found")
    private boolean explain;

    private final Streams streams;
    private final JsonMapper json = new JsonMapper();
    private int failures;

    TextCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Messages messages = common.messages(streams);
        var sources = new Sources(common.settings(reading.given()).sources());
        var reader = new ArticleReader(new TextCleaner(ArticleReader.today(streams.clock())), LanguageDetector.load());
        sources.forEach(reading.inputs, streams.in(), found -> {
            switch (found) {
                case Found.Raw raw -> {
                    try {
                        streams.out().println(explain ? explained(reader, raw.article()) : line(reader.read(raw.article())));
                    } catch (UnreadableArticleException e) {
                        failed(messages, raw.article().source(), e.reason(), e.place());
                    }
                }
                case Found.Rejected(Outcome.Failed failed) -> failed(messages, failed.source(), failed.reason(), failed.place());
                case Found.Rejected(Outcome outcome) -> messages.info("skipped " + outcome.source());
            }
        });
        return failures > 0 ? ExitCode.DONE_WITH_FAILURES : ExitCode.DONE;
    }

    private static String explained(ArticleReader reader, RawArticle raw) throws UnreadableArticleException {
        Reading reading = reader.explain(raw);
        String language = reading.article().map(Article::language).orElse(Article.UNDETERMINED);
        return ReadingText.of(raw.source(), language, reading);
    }

    private void failed(Messages messages, String source, String reason, String place) {
        failures++;
        messages.warn("could not read " + source + (place.isEmpty() ? "" : ", " + place) + ": " + reason);
    }

    private String line(Article article) {
        var meta = article.metadata();
        var line = json.createObjectNode();
        line.put("source", article.source());
        line.put("url", text(meta.url()));
        line.put("outlet", text(meta.outlet()));
        line.put("title", article.title());
        line.put("author", text(meta.author()));
        line.put("published", meta.published() == null ? "" : meta.published().toString());
        line.put("language", article.language());
        line.put("text", article.text());
        var origins = meta.origins();
        line.put("published_basis", origins.published().basis().label());
        line.put("published_sureness", origins.published().sureness().label());
        line.put("title_basis", origins.title().basis().label());
        line.put("title_sureness", origins.title().sureness().label());
        line.put("author_basis", origins.author().basis().label());
        line.put("author_sureness", origins.author().sureness().label());
        line.put("outlet_basis", origins.outlet().basis().label());
        line.put("outlet_sureness", origins.outlet().sureness().label());
        line.put("url_basis", origins.url().basis().label());
        line.put("modified", meta.modified() == null ? "" : meta.modified().toString());
        line.put("modified_basis", origins.modified().basis().label());
        line.put("stated_language", text(meta.statedLanguage()));
        return json.writeValueAsString(line);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
