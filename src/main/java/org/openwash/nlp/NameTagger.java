package org.openwash.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.openwash.domain.Span;

/// Finds the names of people and organisations that no alias list knows, with the model that `scripts/train` makes.
///
/// What it finds in a sentence depends on that sentence alone, and [#tagArticle] on that article alone, so neither the
/// order of articles nor the number of threads changes a result. One tagger may serve all threads: the model is
/// read-only, and each thread gets a finder of its own, since OpenNLP's finder keeps the last result in itself.
public final class NameTagger {

    /// What is named.
    public enum Type { PERSON, ORGANISATION }

    /// A name as a half-open range of tokens.
    ///
    /// @param suffix      characters at the end of the last token that are not part of the name (the `'s` of `Altman's`,
    ///                    a full stop)
    /// @param probability 0 to 1, the geometric mean over the words of the name; a perceptron's figures are low and lie
    ///                    close together, so compare them, and do not read them as chances
    public record Tagged(int start, int end, Type type, double probability, int suffix) {

        /// The characters of the name, given those of the sentence's tokens.
        public Span span(List<Span> tokens) {
            return new Span(tokens.get(start).start(), tokens.get(end - 1).end() - suffix);
        }

        Tagged as(Type other) {
            return new Tagged(start, end, other, probability, suffix);
        }

        /// The name as written, its words joined with one space.
        public String text(String[] tokens) {
            String joined = String.join(" ", List.of(tokens).subList(start, end));
            return joined.substring(0, joined.length() - suffix);
        }
    }

    private final ThreadLocal<Finder> finders;

    /// @param probabilities of the outcomes of the sentence that was read last
    private record Finder(TokenNameFinder names, Supplier<double[]> probabilities) {

        static Finder of(TokenNameFinderModel model, Decoding decoding) {
            return switch (decoding) {
                case WORDS -> {
                    var finder = new WordNameFinder(model);
                    yield new Finder(finder, finder::probs);
                }
                case STOCK -> {
                    var finder = new NameFinderME(model);
                    yield new Finder(finder, finder::probs);
                }
            };
        }
    }

    public NameTagger(TokenNameFinderModel model, Decoding decoding) {
        finders = ThreadLocal.withInitial(() -> Finder.of(model, decoding));
    }

    public NameTagger(TokenNameFinderModel model) {
        this(model, Decoding.WORDS);
    }

    /// A tagger with the model on the class path.
    ///
    /// @throws org.openwash.domain.SetupException if there is none
    public static NameTagger load() {
        return load(Models.NAMES);
    }

    static NameTagger load(String resource) {
        return new NameTagger(Models.readNames(resource, new TreeMap<>()));
    }

    /// The names in one sentence, in order, none overlapping.
    public List<Tagged> tag(String[] tokens) {
        if (tokens.length == 0) {
            return List.of();
        }
        NameTokens seen = NameTokens.of(tokens);
        Finder finder = finders.get();
        finder.names.clearAdaptiveData();
        opennlp.tools.util.Span[] found = finder.names.find(seen.words());
        double[] probabilities = finder.probabilities.get();
        List<Tagged> names = new ArrayList<>(found.length);
        for (opennlp.tools.util.Span name : found) {
            int start = seen.origin()[name.getStart()];
            int last = seen.origin()[name.getEnd() - 1];
            boolean endsBeforeTail =
                    name.getEnd() < seen.origin().length && seen.origin()[name.getEnd()] == last;
            names.add(new Tagged(
                    start,
                    last + 1,
                    name.getType().equals("person") ? Type.PERSON : Type.ORGANISATION,
                    mean(probabilities, name.getStart(), name.getEnd()),
                    endsBeforeTail ? NameTokens.tail(tokens, last) : 0));
        }
        return List.copyOf(names);
    }

    /// The names in all sentences of one article. What an article names several times is the same thing each time, a
    /// person or an organisation; and a surname that it has given in full ("Ada Lindqvist") is also found where it
    /// stands alone ("Lindqvist") and the sentence by itself did not tell. A lone word that opens a sentence has its
    /// capital from there; it counts only if the article writes it so elsewhere, or a comma or possessive follows.
    public List<List<Tagged>> tagArticle(List<String[]> sentences) {
        Set<String> capitalised = capitalisedInside(sentences);
        List<List<Tagged>> first = sentences.stream()
                .map(tokens -> tag(tokens).stream().filter(n -> isMoreThanAnOpening(n, tokens, capitalised)).toList())
                .toList();
        List<List<Tagged>> tagged = withOneTypeEach(sentences, first);
        Map<String, Double> surnames = new TreeMap<>();
        for (int i = 0; i < tagged.size(); i++) {
            for (Tagged name : tagged.get(i)) {
                if (name.type() == Type.PERSON && name.end() - name.start() > 1) {
                    String last = sentences.get(i)[name.end() - 1];
                    surnames.merge(last.substring(0, last.length() - name.suffix()), name.probability(), Math::max);
                }
            }
        }
        List<List<Tagged>> all = new ArrayList<>(tagged.size());
        for (int i = 0; i < tagged.size(); i++) {
            all.add(withSurnames(sentences.get(i), tagged.get(i), surnames));
        }
        return List.copyOf(all);
    }

    /// The words that an article writes with a capital after the first word of a sentence.
    private static Set<String> capitalisedInside(List<String[]> sentences) {
        Set<String> words = new TreeSet<>();
        for (String[] tokens : sentences) {
            for (int i = 1; i < tokens.length; i++) {
                if (Character.isUpperCase(tokens[i].charAt(0)) && Character.isLetterOrDigit(tokens[i - 1].charAt(0))) {
                    words.add(tokens[i].substring(0, tokens[i].length() - NameTokens.tail(tokens, i)));
                }
            }
        }
        return words;
    }

    private static boolean isMoreThanAnOpening(Tagged name, String[] tokens, Set<String> capitalised) {
        boolean opens = name.end() == 1 || name.end() - name.start() == 1
                && name.start() == 1 && !Character.isLetterOrDigit(tokens[0].charAt(0));
        boolean followed = name.suffix() == 2 || name.end() < tokens.length && tokens[name.end()].equals(",");
        return !opens || followed || capitalised.contains(name.text(tokens));
    }

    /// Gives each name the type that its mentions, weighed by their probability, speak for.
    static List<List<Tagged>> withOneTypeEach(List<String[]> sentences, List<List<Tagged>> tagged) {
        Map<String, Double> weights = new TreeMap<>(); // above 0 for a person
        for (int i = 0; i < tagged.size(); i++) {
            for (Tagged name : tagged.get(i)) {
                double weight = name.type() == Type.PERSON ? name.probability() : -name.probability();
                weights.merge(name.text(sentences.get(i)), weight, Double::sum);
            }
        }
        List<List<Tagged>> all = new ArrayList<>(tagged.size());
        for (int i = 0; i < tagged.size(); i++) {
            String[] tokens = sentences.get(i);
            all.add(tagged.get(i).stream()
                    .map(name -> name.as(weights.get(name.text(tokens)) > 0 ? Type.PERSON : Type.ORGANISATION))
                    .toList());
        }
        return all;
    }

    private static List<Tagged> withSurnames(String[] tokens, List<Tagged> names, Map<String, Double> surnames) {
        List<Tagged> merged = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < tokens.length; i++) {
            if (next < names.size() && names.get(next).start() == i) {
                Tagged name = names.get(next++);
                int suffix = name.suffix();
                String text = tokens[name.end() - 1].substring(0, tokens[name.end() - 1].length() - suffix);
                boolean surnameAlone = name.end() - name.start() == 1 && surnames.containsKey(text);
                merged.add(surnameAlone
                        ? new Tagged(i, i + 1, Type.PERSON, Math.max(name.probability(), surnames.get(text)), suffix)
                        : name);
                i = name.end() - 1;
                continue;
            }
            int suffix = NameTokens.tail(tokens, i);
            Double probability = surnames.get(tokens[i].substring(0, tokens[i].length() - suffix));
            if (probability != null && isFreeOfCapitals(tokens, i)) {
                merged.add(new Tagged(i, i + 1, Type.PERSON, probability, suffix));
            }
        }
        return List.copyOf(merged);
    }

    /// Whether no capitalised word stands right beside token i, so that it is not part of a longer name.
    private static boolean isFreeOfCapitals(String[] tokens, int i) {
        return Character.isUpperCase(tokens[i].charAt(0))
                && (i + 1 == tokens.length || !Character.isUpperCase(tokens[i + 1].charAt(0)))
                && (i < 2 || !Character.isUpperCase(tokens[i - 1].charAt(0)));
    }

    private static double mean(double[] probabilities, int start, int end) {
        double logarithms = 0;
        for (int i = start; i < end; i++) {
            logarithms += Math.log(probabilities[i]);
        }
        return Math.exp(logarithms / (end - start));
    }
}
