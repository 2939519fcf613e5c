package org.openwash.nlp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openwash.domain.Article;
import org.openwash.domain.DataFile;
import org.openwash.domain.Mention;
import org.openwash.domain.Sentence;
import org.openwash.domain.Span;
import org.openwash.domain.Token;

/// Finds names of things that the catalogue lacks, by the company they keep: "Firefly 2 is open source", "the
/// open-source Firefly 2", "Firefly 2, an open-weight model", "open-sourced Firefly 2". What is called open and is not
/// known is the fact-checker's to-do list, so it must not go missing.
///
/// A name found once is found wherever the article writes it. Immutable, and so shared by all workers.
final class UnknownThings {

    private static final int LONGEST_NAME = 4;
    /// More unknown things than an article can speak of; bounds the work on a text made to be slow.
    private static final int MOST_NAMES = 200;
    private final Set<String> labels = words("labels.txt");
    private final Set<String> copulas = words("copulas.txt");
    private final Set<String> between = words("between.txt");
    private final Set<String> noThings = words("no-things.txt");

    private static Set<String> words(String file) {
        return DataFile.rows("nlp/" + file, 1).stream().map(row -> row.cell(0)).collect(Collectors.toUnmodifiableSet());
    }

    /// The words with which labels begin.
    Set<String> firstWords() {
        return labels.stream().map(label -> label.split(" ")[0]).collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a label stands there; where none does [#find] finds nothing.
    boolean possibleAt(String text, int start) {
        for (String label : labels) {
            int at = 0;
            while (at < label.length() && start + at < text.length() && folded(text.charAt(start + at)) == label.charAt(at)) {
                at++;
            }
            if (at == label.length()) {
                return true;
            }
        }
        return false;
    }

    /// Labels are of plain letters, so no others need be made lower case.
    private static char folded(char c) {
        return c == '-' || c == '‑' ? ' ' : c >= 'A' && c <= 'Z' ? (char) (c | 32) : c;
    }

    /// The mentions of unknown things, in order of the text.
    ///
    /// @param known what is named already; nothing that overlaps it is found again
    List<Mention> find(Article article, List<Sentence> sentences, List<Mention> known) {
        var names = new TreeSet<String>();
        for (Sentence sentence : sentences) {
            boolean titleCase = sentence.kind() == Sentence.Kind.TITLE || sentence.kind() == Sentence.Kind.HEADING;
            for (int i = 0; !titleCase && i < sentence.tokens().size(); i++) {
                int end = labelEnd(sentence.tokens(), i);
                if (end > 0) {
                    addBefore(article, sentence, i, names);
                    addBehind(article, sentence, end, names);
                }
            }
        }
        var found = new ArrayList<Mention>();
        if (names.isEmpty()) {
            return found;
        }
        Map<Integer, List<Mention>> bySentence = known.stream().collect(Collectors.groupingBy(Mention::sentence));
        // longer names first, so that "Firefly 2" is not read as "Firefly"
        List<String> longestFirst = names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST_NAMES)
                .toList();
        for (Sentence sentence : sentences) {
            addMentions(article, sentence, longestFirst, bySentence.getOrDefault(sentence.number(), List.of()), found);
        }
        return found;
    }

    /// The token behind a label that begins at `start`, -1 if none does.
    private int labelEnd(List<Token> tokens, int start) {
        var words = new StringBuilder();
        for (int i = start; i < Math.min(tokens.size(), start + 4); i++) {
            String word = tokens.get(i).text().toLowerCase(Locale.ROOT).replace('-', ' ').strip();
            words.append(words.isEmpty() || word.isEmpty() ? "" : " ").append(word);
            if (labels.contains(words.toString())) {
                return i + 1;
            }
        }
        return -1;
    }

    /// "Firefly 2 is now open source", "Firefly 2, an open-source model"
    private void addBefore(Article article, Sentence sentence, int label, Set<String> names) {
        List<Token> tokens = sentence.tokens();
        int i = label - 1;
        while (i > 0 && between.contains(lower(tokens.get(i)))) {
            i--;
        }
        boolean joined = i > 0 && (copulas.contains(lower(tokens.get(i))) || tokens.get(i).text().equals(","));
        if (!joined) {
            return;
        }
        int end = i;
        int start = end;
        while (start > 0 && end - start < LONGEST_NAME && isNamePart(tokens.get(start - 1), start - 1 < end - 1)) {
            start--;
        }
        add(article, sentence, start, end, names);
    }

    /// "the open-source Firefly 2", "open-sourced Firefly 2"
    private void addBehind(Article article, Sentence sentence, int from, Set<String> names) {
        List<Token> tokens = sentence.tokens();
        int end = from;
        while (end < tokens.size() && end - from < LONGEST_NAME && isNamePart(tokens.get(end), end == from)) {
            end++;
        }
        if (end < tokens.size() && tokens.get(end).is("NOUN")) {
            return; // "open-source GenAI models": a modifier, not the name of one thing
        }
        add(article, sentence, from, end, names);
    }

    /// A capital begins a name; a number or a further capital goes on with it.
    private boolean isNamePart(Token token, boolean first) {
        char c = token.text().charAt(0);
        boolean function = switch (token.tag()) {
            case "AUX", "DET", "PRON", "ADP", "CCONJ", "SCONJ", "PART" -> true; // "Open Source Is the Future"
            default -> false;
        };
        return !function && (Character.isUpperCase(c) && !noThings.contains(lower(token)) || !first && Character.isDigit(c));
    }

    private void add(Article article, Sentence sentence, int start, int end, Set<String> names) {
        if (start >= end) {
            return;
        }
        List<Token> tokens = sentence.tokens();
        Span span = new Span(tokens.get(start).span().start(), tokens.get(end - 1).span().end());
        String name = Possessive.strip(span.in(article.passage(sentence.number())));
        boolean opensSentence = start == 0 && end == 1;
        if (opensSentence && !tokens.get(0).is("PROPN") && !tokens.get(0).is("NOUN")) {
            return; // "Neither is open source"
        }
        boolean shaped = name.chars().skip(1).anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c));
        if (Character.isUpperCase(name.charAt(0)) && name.length() > 1
                && (!opensSentence || shaped || article.text().contains(" " + name))) {
            names.add(name);
        }
    }

    private static void addMentions(
            Article article, Sentence sentence, List<String> names, List<Mention> known, List<Mention> found) {
        String words = sentence.in(article);
        var taken = new ArrayList<>(known.stream().map(Mention::span).toList());
        for (String name : names) {
            for (int at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
                int end = at + name.length();
                Span span = new Span(at, end).shift(sentence.span().start());
                boolean whole = (at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1)))
                        && (end == words.length() || !Character.isLetterOrDigit(words.charAt(end)));
                if (whole && taken.stream().noneMatch(span::overlaps)) {
                    taken.add(span);
                    found.add(new Mention(Mention.Kind.SOFTWARE, sentence.number(), span, name, List.of(slug(name)), null));
                }
            }
        }
    }

    /// "Firefly 2" → `firefly-2`
    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.]+", "-").replaceAll("^-|-$", "");
    }

    private static String lower(Token token) {
        return token.text().toLowerCase(Locale.ROOT);
    }
}
