package org.openwash.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the annotated sentence that a sentence of ours stands for: the text may have been cut into sentences
/// elsewhere.
public final class GoldArticle {

    // possessive, since a repeated group would else recurse once for each part of a word like "a.b.c.d"
    private static final Pattern WORD = Pattern.compile("[a-z0-9]++(?:[.'’-][a-z0-9]++)*+");

    private final String id;
    private final Map<Integer, String> sentences;
    private final Map<Integer, Bag<String>> words = new LinkedHashMap<>();

    /// @param sentences texts by number, in the order of the article
    public GoldArticle(String id, Map<Integer, String> sentences) {
        this.id = id;
        this.sentences = Collections.unmodifiableMap(new LinkedHashMap<>(sentences));
        sentences.forEach((number, text) -> words.put(number, words(text)));
    }

    /// What a gold set calls the article of a source: its file name without folder and last extension. A name that only begins
    /// with a dot has no extension.
    public static String nameOf(String source) {
        String name = source.substring(source.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        boolean named = name.chars().limit(Math.max(0, dot)).anyMatch(c -> c != '.');
        return named ? name.substring(0, dot) : name;
    }

    public String id() {
        return id;
    }

    /// Texts by number, in the order of the article.
    Map<Integer, String> sentences() {
        return sentences;
    }

    public int size() {
        return sentences.size();
    }

    boolean has(int number) {
        return sentences.containsKey(number);
    }

    /// The number of the sentence that shares the most words with this text; of equals the first. None where no
    /// sentence shares a word.
    OptionalInt sentenceLike(String text) {
        Bag<String> sought = words(text);
        double best = 0;
        OptionalInt bestNumber = OptionalInt.empty();
        for (Map.Entry<Integer, Bag<String>> sentence : words.entrySet()) {
            double likeness = likeness(sentence.getValue(), sought);
            if (likeness > best) {
                best = likeness;
                bestNumber = OptionalInt.of(sentence.getKey());
            }
        }
        return bestNumber;
    }

    /// The share of the shorter sentence that the other has too, weighted so that long matches win over short ones.
    private static double likeness(Bag<String> one, Bag<String> other) {
        int shared = one.shared(other);
        int shorter = Math.max(1, Math.min(one.size(), other.size()));
        return (double) shared / shorter * Math.sqrt(shared);
    }

    private static Bag<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (word.find()) {
            words.add(word.group());
        }
        return Bag.of(words);
    }
}
