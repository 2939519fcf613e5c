package org.openwash.nlp;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.lemmatizer.Lemmatizer;

/// Looks up the lemma of a word with its tag, each pair once.
///
/// The lemmatiser evaluates 860 outcomes a token (0.03 MB/s); its features barely look beyond the word and its tag,
/// so each pair is lemmatised by itself, which makes the answer independent of context and worth keeping.
final class Lemmas {

    /// Beyond this many pairs the eldest is forgotten; a day's news has about 40,000.
    private static final int KEPT = 50_000;

    private record Word(String form, String tag) {}

    private final Lemmatizer lemmatizer;
    private final Map<Word, String> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Word, String> eldest) {
            return size() > KEPT;
        }
    };

    Lemmas(Lemmatizer lemmatizer) {
        this.lemmatizer = lemmatizer;
    }

    String of(String form, String tag) {
        String lower = form.toLowerCase(Locale.ROOT).replace('’', '\'');
        return known.computeIfAbsent(new Word(lower, tag), this::lemmatise);
    }

    private String lemmatise(Word word) {
        boolean inflects = switch (word.tag()) {
            case "PUNCT", "SYM", "NUM", "PROPN", "X", "DET", "ADP", "CCONJ", "SCONJ", "INTJ" -> false;
            default -> word.form().length() < 40;
        };
        if (!inflects) {
            return word.form();
        }
        String lemma = lemmatizer.lemmatize(new String[] {word.form()}, new String[] {word.tag()})[0];
        return "O".equals(lemma) || lemma.isEmpty() ? word.form() : lemma;
    }
}
