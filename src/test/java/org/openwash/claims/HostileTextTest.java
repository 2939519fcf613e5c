package org.openwash.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openwash.domain.Claim;

/// Texts that no outlet prints: the finder reads them without an exception, and in time that grows with their length.
class HostileTextTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int SIZE = 4_000;
    private static final int NAMES = 10_000;
    /// Four times the text may take so many times as long; quadratic growth would take 16 times.
    private static final double MOST_GROWTH = 10;

    private static final Map<String, IntFunction<String>> TEXTS = Map.ofEntries(
            Map.entry("quotation marks alone", n -> "\"".repeat(n)),
            Map.entry("quotation marks between words", n -> "\"open \" source ".repeat(n / 14)),
            Map.entry("nested quotations", n -> "“Llama 3 is ‘open ".repeat(n / 18) + "source".repeat(2)),
            Map.entry("quotations never closed", n -> "“Llama 3 is open source. ".repeat(n / 25)),
            Map.entry("capitals", n -> "LLAMA 3 IS OPEN SOURCE SAYS META ".repeat(n / 33)),
            Map.entry("no punctuation", n -> "open source of Llama 3 and GPT-4 is said to be open ".repeat(n / 52)),
            Map.entry("names alone", n -> "of Llama 3 of GPT-4 of OLMo of Redis ".repeat(n / 37)),
            Map.entry("verbs of saying alone", n -> "said says Meta said ".repeat(n / 20)),
            Map.entry("negations alone", n -> "not no longer never open source ".repeat(n / 32)),
            Map.entry("pronouns alone", n -> "it they this open source its ".repeat(n / 29)),
            Map.entry("mixed scripts", n -> "Llama 3 — 开源 открытый مفتوح İstanbul is open source. ".repeat(n / 50)),
            Map.entry("right to left", n -> "\u202EMeta \u05D0\u05D1 Llama 3 is open source\u202C. ".repeat(n / 34)),
            Map.entry("lone surrogates", n -> "Llama 3 \uD83D is \uDE00 open source. ".repeat(n / 31)),
            Map.entry("apostrophes", n -> "Llama 3's'n't isn't'd open-source- ' 's ".repeat(n / 41)),
            Map.entry("hyphens", n -> "open-source-Llama 3-open/source–open ".repeat(n / 37)));

    static Stream<Arguments> texts() {
        return TEXTS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(text -> Arguments.of(text.getKey(), text.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void spansStayWithinTheText(String what, IntFunction<String> of) {
        String text = of.apply(SIZE);
        List<Claim> claims = TextReader.claims(text);
        assertThat(claims).as(what).allSatisfy(claim -> {
            assertThat(claim.sentenceSpan().end()).isLessThanOrEqualTo(text.length());
            assertThat(claim.sentenceSpan().contains(claim.cueSpan())).isTrue();
            assertThat(claim.cueSpan().in(text)).isEqualTo(claim.cue());
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void titleCanBeAnything(String what, IntFunction<String> of) {
        assertThat(TextReader.claims(of.apply(SIZE), "Llama 3 is open source."))
                .as(what)
                .anySatisfy(claim -> assertThat(claim.sentence()).isPositive());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void timeGrowsWithTheLength(String what, IntFunction<String> of) {
        double once = Math.max(seconds(of.apply(SIZE)), 0.05);
        assertThat(seconds(of.apply(4 * SIZE)) / once).as(what).isLessThan(MOST_GROWTH);
    }

    /// Of the processor, the least of three times: other programs take no part in it.
    private static double seconds(String text) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            TextReader.claims(text);
            least = Math.min(least, THREADS.getCurrentThreadCpuTime() - start);
        }
        return least / 1e9;
    }

    /// The mark of a cue may stand anywhere: ten thousand names in one paragraph.
    @Test
    void tenThousandNamesAreRead() {
        assertThat(TextReader.claims("Llama 3, OLMo and GPT-4 are open source. ".repeat(NAMES / 3)))
                .hasSize(NAMES / 3 * 3);
    }
}
