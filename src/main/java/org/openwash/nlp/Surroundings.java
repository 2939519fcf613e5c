package org.openwash.nlp;

import java.util.HashMap;
import java.util.Map;
import org.openwash.domain.Article;

/// Tells whether an article names a word that makes an ambiguous name clear ("Scout" beside "Llama").
///
/// Whole words count, with or without a plural s, in any case; but a word that the catalogue writes with a capital is
/// a name, and must stand with a capital ("Meta" is not in "metadata", "Llama" not in "a herd of llamas"). Each word is
/// looked for once an article, so that an article of nothing but ambiguous names takes no longer than others.
final class Surroundings {

    private final Article article;
    private String written = "";
    private String folded = "";
    private final Map<String, Boolean> known = new HashMap<>();

    Surroundings(Article article) {
        this.article = article;
    }

    boolean name(String word) {
        return known.computeIfAbsent(word, this::find);
    }

    private boolean find(String word) {
        if (folded.isEmpty()) { // few articles hold an ambiguous name
            written = article.title() + "\n" + article.text();
            folded = fold(written);
        }
        String wanted = fold(word);
        boolean capital = Character.isUpperCase(word.charAt(0));
        for (int i = folded.indexOf(wanted); i >= 0; i = folded.indexOf(wanted, i + 1)) {
            int end = i + wanted.length();
            boolean plural = end < folded.length() && folded.charAt(end) == 's';
            boolean whole = !isLetter(i - 1) && (!isLetter(end) || plural && !isLetter(end + 1));
            if (whole && (!capital || Character.isUpperCase(written.charAt(i)))) {
                return true;
            }
        }
        return false;
    }

    private boolean isLetter(int i) {
        return i >= 0 && i < folded.length() && Character.isLetter(folded.charAt(i));
    }

    /// Lower case, letter for letter: `String.toLowerCase` makes two of some, and offsets would no longer fit.
    private static String fold(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(letters[i]);
        }
        return new String(letters);
    }
}
