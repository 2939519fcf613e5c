package org.openwash;

import org.openwash.domain.Article;
import org.openwash.domain.RawArticle;
import org.openwash.domain.UnreadableArticleException;
import org.openwash.nlp.LanguageDetector;
import org.openwash.text.TextCleaner;

/// From bytes to a clean text in a known language: the first half of an article's journey, and all that `text` shows.
public record ArticleReader(TextCleaner cleaner, LanguageDetector languages) {

    /// @throws UnreadableArticleException if there is no text to be had from the bytes
    public Article read(RawArticle raw) throws UnreadableArticleException {
        Article article = cleaner.clean(raw);
        return article.withLanguage(languages.detect(article.text()));
    }
}
