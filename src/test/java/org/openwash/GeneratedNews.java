package org.openwash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// As many articles as a measurement needs, the same each time: general text, and one article in a hundred topical.
final class GeneratedNews {

    /// Articles of the gold sets, invented, each about open models or software.
    static final List<Path> TOPICAL = List.of(Path.of("src/test/resources/gold/coverage/articles"),
            Path.of("src/test/resources/gold/apart/articles"));
    private static final Pattern OF_CLAIMS = Pattern.compile(
            ".*(open|licen|source|free|weight|proprietary|closed|apache|mit|public|gpl).*");
    /// One article in so many is topical.
    static final int ABOUT_MODELS = 100;

    private final List<String> topical = read();
    private final List<String> general;

    /// With whatever sentences chance makes.
    GeneratedNews() throws IOException {
        this(sentence -> true);
    }

    /// @param wanted chance makes a name of a few words now and then; tells whether a sentence is well without one
    GeneratedNews(Predicate<String> wanted) throws IOException {
        general = sentences(topical, wanted);
    }

    /// The articles of the gold sets.
    List<String> topical() {
        return topical;
    }

    /// Sentences of which no article is topical.
    List<String> general() {
        return general;
    }

    /// About 2.5 KB of sentences from the sample articles in random order, but one in a hundred a topical article.
    String article(int i) {
        if (i % ABOUT_MODELS == 0) {
            return topical.get(i / ABOUT_MODELS % topical.size());
        }
        var random = new Random(i);
        var text = new StringBuilder();
        while (text.length() < 2_500) {
            for (int k = 0; k < 4; k++) {
                text.append(general.get(random.nextInt(general.size()))).append(' ');
            }
            text.append("\n\n");
        }
        return text.toString();
    }

    private static List<String> read() throws IOException {
        var texts = new ArrayList<String>();
        for (Path folder : TOPICAL) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return texts;
    }

    /// Sentences without a word of claims or a name: words of the topical articles, a few of which begin with capitals.
    private static List<String> sentences(List<String> topical, Predicate<String> wanted) {
        List<String> words = topical.stream().flatMap(t -> Arrays.stream(t.split("[^A-Za-z]+")))
                .filter(w -> !w.isEmpty() && w.equals(w.toLowerCase(Locale.ROOT)) && !OF_CLAIMS.matcher(w).matches())
                .toList();
        var random = new Random(1);
        return Stream.generate(() -> {
            var sentence = new StringBuilder("The");
            for (int k = 8 + random.nextInt(20); k > 0; k--) {
                sentence.append(' ').append(words.get(random.nextInt(words.size())));
            }
            return sentence.append(random.nextInt(4) == 0 ? ", Mrs Aldwinter said." : ".").toString();
        }).filter(wanted).limit(4_000).toList();
    }
}
