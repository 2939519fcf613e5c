package org.openwash.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Article;

/// How often English is skipped by mistake and how often another language is read as English, by the length of the text:
/// pieces of the project's English articles, plain and mixed with what articles hold beside English, and of
/// `languages.tsv`.
class LanguageRatesTest {

    private static final LanguageDetector DETECTOR = LanguageDetector.load();
    private static final String ENGLISH = "en";

    private static final List<String> NO_SENTENCES = List.of(
            "git clone https://code.example/qwen.git && cd qwen && pip install -r requirements.txt",
            "model = AutoModel.from_pretrained(\"meta-llama/Llama-3-8B\")",
            "docker run -p 8080:8080 --rm registry.example/redis:7.4 redis-server --save 60 1",
            "| Qwen2.5-7B | 7.6 | Apache-2.0 | 128k |",
            "| Mixtral 8x22B | 141 | Apache-2.0 | 64k |",
            "Qwen2.5, Mistral Large 2, DeepSeek-R1, Llama 3.1, Falcon 180B, BLOOM, Gemma 2, Phi-4, OLMo 2, Pythia",
            "12.4 % 13.7 % 88.1 % 3.5 EUR 2024-05-03 17:45");

    private static final List<String[]> english = new ArrayList<>();
    private static final Map<String, String[]> others = new LinkedHashMap<>();

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/gold/coverage/articles"))) {
            for (Path file : files.sorted().toList()) {
                english.add(Files.readString(file).replaceFirst("(?s)\\A---.*?---\\s", "").strip().split("\\s+"));
            }
        }
        Files.readAllLines(Path.of("src/test/resources/nlp/languages.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split("\t"))
                // scripts that part no words: two signs for a word
                .forEach(row -> others.put(row[0], row[1].split(row[0].matches("zh|ja") ? "(?<=\\G..)" : " ")));
    }

    @ParameterizedTest(name = "{0} words of {1}: at most {2} % wrong, {3} % undetermined")
    @CsvSource(textBlock = """
            # words, of,           wrong, undetermined
            5,       plain,        0,     100
            10,      plain,        0,     100
            15,      plain,        0,      90
            20,      plain,        0,      30
            40,      plain,        0,       0.5
            100,     plain,        0,       0
            20,      code,         0,      95
            40,      code,         0,       5
            100,     code,         0,       0
            20,      quotation,    0.5,    90
            40,      quotation,    0.5,    10
            100,     quotation,    0.5,     0
            100,     half,         1.5,     0
            """)
    void englishIsNotSkippedByMistake(int words, String kind, double wrong, double undetermined) {
        var random = new Random(words);
        List<String> pieces = new ArrayList<>();
        for (String[] text : english) {
            for (int from = 0; from + words <= text.length; from += Math.max(60, words)) {
                int own = switch (kind) {
                    case "plain" -> words;
                    case "quotation" -> words - words / 4;
                    default -> words - words / 2;
                };
                String rest = kind.equals("code") ? code(words - own, random) : foreign(words - own, random);
                pieces.add(String.join(" ", Arrays.copyOfRange(text, from, from + own)) + " " + rest);
            }
        }
        check(pieces, true, wrong, undetermined);
    }

    @ParameterizedTest(name = "{0} words of other languages: at most {1} % read as English, {2} % undetermined")
    @CsvSource(textBlock = """
            # words, wrong, undetermined
            5,       0,     90
            10,      0.1,   75
            15,      0.5,   20
            20,      0,      0.5
            40,      0,      0
            """)
    void otherLanguagesAreNotReadAsEnglish(int words, double wrong, double undetermined) {
        List<String> pieces = new ArrayList<>();
        others.forEach((language, text) -> {
            for (int from = 0; from + words <= text.length; from += Math.max(1, words / 4)) {
                pieces.add(String.join(" ", Arrays.copyOfRange(text, from, from + words)));
            }
        });
        check(pieces, false, wrong, undetermined);
    }

    private static void check(List<String> pieces, boolean isEnglish, double wrong, double undetermined) {
        List<String> found = pieces.stream().map(DETECTOR::detect).toList();
        long untold = found.stream().filter(Article.UNDETERMINED::equals).count();
        long mistaken = found.stream()
                .filter(code -> !code.equals(Article.UNDETERMINED) && code.equals(ENGLISH) != isEnglish)
                .count();
        String figures = "%d texts, wrong %.2f %%, undetermined %.1f %%".formatted(
                pieces.size(), 100.0 * mistaken / pieces.size(), 100.0 * untold / pieces.size());
        System.out.println("language: " + figures);
        assertThat(pieces).hasSizeGreaterThan(50);
        assertThat(100.0 * mistaken / pieces.size()).as(figures).isLessThanOrEqualTo(wrong);
        assertThat(100.0 * untold / pieces.size()).as(figures).isLessThanOrEqualTo(undetermined);
    }

    private static String foreign(int words, Random random) {
        List<String[]> all = List.copyOf(others.values());
        String[] text = all.get(random.nextInt(all.size()));
        int from = random.nextInt(Math.max(1, text.length - words));
        return "\"" + String.join(" ", Arrays.copyOfRange(text, from, Math.min(text.length, from + words))) + "\"";
    }

    private static String code(int words, Random random) {
        List<String> all = new ArrayList<>();
        while (all.size() < words) {
            all.addAll(Arrays.asList(NO_SENTENCES.get(random.nextInt(NO_SENTENCES.size())).split(" ")));
        }
        return String.join(" ", all.subList(0, words));
    }
}
