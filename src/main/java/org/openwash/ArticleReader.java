package org.openwash;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.openwash.domain.Article;
import org.openwash.domain.RawArticle;
import org.openwash.domain.UnreadableArticleException;
import org.openwash.nlp.LanguageDetector;
import org.openwash.text.Reading;
import org.openwash.text.TextCleaner;

/// From bytes to a clean text in a known language: the first half of an article's journey, and all that `text` shows.
public record ArticleReader(TextCleaner cleaner, LanguageDetector languages) {

    /// The latest day that it is anywhere on Earth, so that no article of today lies in the future: what a run takes as
    /// its own day unless it is told another.
    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
    }

    /// @throws UnreadableArticleException if there is no text to be had from the bytes
    public Article read(RawArticle raw) throws UnreadableArticleException {
        return withLanguage(cleaner.clean(raw));
    }

    /// The same, with every line of the document and what became of it.
    public Reading explain(RawArticle raw) throws UnreadableArticleException {
        Reading reading = cleaner.explain(raw);
        return new Reading(reading.article().map(this::withLanguage), reading.metadata(), reading.lines(), reading.remarks());
    }

    private Article withLanguage(Article article) {
        return article.withLanguage(languages.detect(article.text(), article.metadata().statedLanguage()));
    }
}
