package org.openwash;

import org.openwash.domain.Article;

/// Counts words as a reader would: runs of letters and digits, with their apostrophes and hyphens.
final class WordCount {

    private WordCount() {}

    static int of(Article article) {
        return of(article.title()) + of(article.text());
    }

    private static int of(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            if (letter && !inside) {
                words++;
            }
            inside = letter || inside && (c == '\'' || c == '’' || c == '-');
        }
        return words;
    }
}
