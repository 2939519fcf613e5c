package org.openwash.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.openwash.annotation.MarkedArticle;
import org.openwash.domain.Article;
import org.openwash.domain.Decisions;
import org.openwash.domain.Outcome;
import org.openwash.domain.Sentence;
import org.openwash.evaluation.GoldArticle;
import org.openwash.index.ArticleIndex;
import org.openwash.index.ClaimSearch;

/// The analysed articles of an index by source, one in memory at a time, ready for annotators. An article goes by its
/// file's name, or by its whole source where several files have the name.
final class ExportedArticles implements Iterable<MarkedArticle>, Closeable {

    private final Map<String, String> idsBySource = new TreeMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final ClaimSearch index;
    private final Function<Article, List<Sentence>> cut;

    private ExportedArticles(ClaimSearch index, Function<Article, List<Sentence>> cut) {
        this.index = index;
        this.cut = cut;
    }

    static ExportedArticles of(ArticleIndex index, Function<Article, List<Sentence>> cut) throws IOException {
        var articles = new ExportedArticles(index.search(0, Decisions.none()), cut);
        try (Stream<Outcome> stored = index.articles()) {
            stored.forEach(outcome -> {
                if (outcome instanceof Outcome.Analysed analysed) {
                    articles.idsBySource.put(analysed.source(), analysed.article().id());
                    articles.names.merge(nameOf(analysed.source()), 1, Integer::sum);
                }
            });
        }
        return articles;
    }

    /// Some file systems do not tell case.
    private static String nameOf(String source) {
        return GoldArticle.nameOf(source).toLowerCase(Locale.ROOT);
    }

    @Override
    public Iterator<MarkedArticle> iterator() {
        return idsBySource.entrySet().stream().map(entry -> marked(entry.getKey(), entry.getValue())).iterator();
    }

    @Override
    public void close() throws IOException {
        index.close();
    }

    private MarkedArticle marked(String source, String id) {
        try {
            var analysed = (Outcome.Analysed) index.article(id).orElseThrow();
            String name = names.get(nameOf(source)) == 1 ? GoldArticle.nameOf(source) : source;
            return MarkedArticle.of(name, analysed, cut.apply(analysed.article()));
        } catch (IOException e) {
            throw new UncheckedIOException("an article cannot be read from the index", e);
        }
    }
}
