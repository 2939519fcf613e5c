package org.openwash.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openwash.domain.Article;

/// Text that no newspaper prints costs neither an exception nor more than its length.
class LongInputIT {

    private static final int SIZE = 12_500;
    private static final int FACTOR = 4;
    /// Twice what linear growth would give, and some room for a busy machine; quadratic growth gives 16.
    private static final double MOST_GROWTH = 10;
    /// Below this a measurement says more about the machine than about the text.
    private static final long TOO_SHORT_NANOS = 100_000_000;

    enum Text {
        ONE_SENTENCE("the model and its licence and "),
        QUOTATION_MARKS("\""),
        CURLY_MARKS("“”"),
        QUOTED_STOPS(".\" "),
        CAPITALS("LLAMA IS OPEN SOURCE SAYS THE COUNCIL "),
        NO_SPACES("abcdefghij"),
        NO_SPACES_BUT_STOPS("a."),
        STOPS("."),
        SPACED_STOPS(". "),
        SHORT_SENTENCES("a. "),
        LONG_SENTENCES_IN_LOWER_CASE("the model is out. "),
        QUESTION_MARKS("?! "),
        BRACKETS("[("),
        CLOSING_BRACKETS("Llama] "),
        SCRIPTS("Llama 模型 открыт نموذج εδώ "),
        LONE_SURROGATES("\uD83E Llama \uDD99 "),
        COMBINING_MARKS("e\u0301\u0323"),
        NUMBERS("1.2."),
        APOSTROPHES("'s "),
        NAMES("Scout Maverick Behemoth Pi Falcon Command "),
        ABBREVIATIONS("Dr. "),
        BULLETS("- "),
        TABLE("| a | b "),
        HYPHENS("open-source-"),
        LINES("Llama 3\n");

        private final String unit;

        Text(String unit) {
            this.unit = unit;
        }

        String of(int length) {
            return unit.repeat(length / unit.length() + 1).substring(0, length);
        }
    }

    @ParameterizedTest
    @EnumSource
    void timeGrowsWithTheLengthAndNothingIsThrown(Text text) {
        Article small = English.article("A title", text.of(SIZE));
        Article large = English.article("A title", text.of(FACTOR * SIZE));
        assertGrowth(text.name(), small, large);
    }

    @ParameterizedTest
    @EnumSource(names = {"ONE_SENTENCE", "NO_SPACES", "NO_SPACES_BUT_STOPS", "SHORT_SENTENCES", "LONE_SURROGATES"})
    void aTitleMayBeAsLong(Text text) {
        assertGrowth("title of " + text, English.article(text.of(SIZE), ""), English.article(text.of(FACTOR * SIZE), ""));
    }

    @ParameterizedTest
    @EnumSource
    void theLanguageIsLookedForInTheBeginningOnly(Text text) {
        var detector = LanguageDetector.load();
        assertThat(detector.detect(text.of(SIZE))).isNotEmpty();
        assertThat(detector.detect(text.of(2_999) + "\uD83E\uDD99" + text.of(10))).isNotEmpty();
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(longs = {1, 2, 3})
    void randomCharactersAreSurvived(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder();
        String common = " \n\t.,;:!?\"'“”’()[]{}|-–—#*+/\\0123456789abcLlamaOpen";
        for (int i = 0; i < SIZE; i++) {
            text.append(random.nextInt(4) == 0 ? (char) random.nextInt(0x10000) : common.charAt(random.nextInt(common.length())));
        }
        Article article = English.article(text.substring(0, 300).replace('\n', ' '), text.toString());
        assertThat(English.sentences(article)).isNotEmpty();
        English.mentions(article).forEach(m -> assertThat(m.span().in(article.passage(m.sentence()))).isEqualTo(m.text()));
    }

    private static void assertGrowth(String what, Article small, Article large) {
        long shorter = Long.MAX_VALUE;
        long longer = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) { // a busy machine spoils one measurement, not the best of three
            shorter = Math.min(shorter, nanos(small));
            longer = Math.min(longer, nanos(large));
            if (longer < TOO_SHORT_NANOS || longer < MOST_GROWTH * shorter) {
                return;
            }
        }
        assertThat((double) longer / shorter)
                .as("%s: %d ms for %d times the text of %d ms", what, longer / 1_000_000, FACTOR, shorter / 1_000_000)
                .isLessThan(MOST_GROWTH);
    }

    private static long nanos(Article article) {
        long start = System.nanoTime();
        English.mentions(article);
        English.NAMES.sight(article);
        return System.nanoTime() - start;
    }
}
