package org.openwash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
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
    private final List<String> general = sentences(topical);

    GeneratedNews() throws IOException {}

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

    /// The same as a web page, with a menu of sixty links.
    String page(int i) {
        var page = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Town news</title></head><body><nav><ul>");
        for (int k = 0; k < 60; k++) {
            page.append("<li class=\"menu-item\"><a class=\"link\" href=\"/section/").append(k).append("\">Section ").append(k)
                    .append("</a></li>\n");
        }
        page.append("</ul></nav><main><article><h1>Town news</h1>");
        article(i).lines().filter(l -> !l.isBlank()).forEach(l -> page.append("<p>").append(l.replace("<", "&lt;")).append("</p>\n"));
        return page.append("</article></main><footer><p>Contact the editors</p></footer></body></html>").toString();
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
    private static List<String> sentences(List<String> topical) {
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
        }).limit(4_000).toList();
    }
}
