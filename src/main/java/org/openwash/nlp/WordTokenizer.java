package org.openwash.nlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.tokenize.Tokenizer;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import opennlp.tools.util.Span;

/// Tokenises as OpenNLP's `TokenizerME` does, but looks at each word between spaces once: how it is cut depends on the word
/// alone. Not thread-safe.
final class WordTokenizer implements Tokenizer {

    /// When so many words are known all are forgotten.
    private static final int KEPT = 50_000;
    /// Longer ones are addresses and the like, and hardly come again.
    private static final int LONGEST = 30;
    private static final Span[] WHOLE = {};

    private final Tokenizer stock;
    private final Map<String, Span[]> known = new HashMap<>();

    WordTokenizer(Tokenizer stock) {
        this.stock = stock;
    }

    @Override
    public Span[] tokenizePos(String text) {
        var tokens = new ArrayList<Span>();
        for (Span word : WhitespaceTokenizer.INSTANCE.tokenizePos(text)) {
            Span[] parts = parts(text.substring(word.getStart(), word.getEnd()));
            if (parts == WHOLE) {
                tokens.add(word);
            }
            for (Span part : parts) {
                tokens.add(new Span(word.getStart() + part.getStart(), word.getStart() + part.getEnd()));
            }
        }
        return tokens.toArray(Span[]::new);
    }

    private Span[] parts(String word) {
        if (word.length() == 1) {
            return WHOLE;
        }
        if (word.length() > LONGEST) {
            return stock.tokenizePos(word);
        }
        if (known.size() > KEPT) {
            known.clear();
        }
        return known.computeIfAbsent(word, w -> {
            Span[] parts = stock.tokenizePos(w);
            return parts.length == 1 ? WHOLE : parts;
        });
    }

    @Override
    public String[] tokenize(String text) {
        List<String> words = new ArrayList<>();
        for (Span span : tokenizePos(text)) {
            words.add(text.substring(span.getStart(), span.getEnd()));
        }
        return words.toArray(String[]::new);
    }
}
