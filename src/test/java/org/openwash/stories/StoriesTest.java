package org.openwash.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.domain.Article;
import org.openwash.domain.Circulation;
import org.openwash.domain.Fingerprint;
import org.openwash.domain.Print;
import org.openwash.testing.Samples;

class StoriesTest {

    /// Four hundred words that stand nowhere else, forty a line; `w17` is the seventeenth of text `w`.
    private static List<String> lines(String text) {
        return IntStream.range(0, 10)
                .mapToObj(line -> IntStream.range(40 * line, 40 * line + 40).mapToObj(n -> text + n).collect(Collectors.joining(" ")))
                .toList();
    }

    private static Print print(String source, int day, List<String> lines) {
        return Print.of(Samples.article(source, "Paper " + source, LocalDate.of(2024, 5, day), String.join("\n", lines)));
    }

    private static List<String> join(List<String> one, List<String> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /// Story by source.
    private static Map<String, String> stories(Print... prints) {
        List<Circulation> found = Stories.in(List.of(prints));
        var bySource = new TreeMap<String, String>();
        for (int i = 0; i < prints.length; i++) {
            bySource.put(prints[i].articleId(), found.get(i).story());
        }
        return bySource;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                              | lines of the original | lines added | a copy?
            the whole                           | 0-10                  | 0           | true
            the first three paragraphs          | 0-3                   | 0           | true
            the end                             | 7-10                  | 0           | true
            all and as much again               | 0-10                  | 10          | true
            half, and a little added            | 0-5                   | 3           | true
            a paragraph in another report       | 4-5                   | 6           | false
            two paragraphs in another report    | 0-2                   | 7           | false
            nothing                             | 0-0                   | 8           | false
            """)
    void aCopyIsAnArticleThatHoldsHalfOfTheShorterOne(String what, String kept, int added, boolean copy) {
        int from = Integer.parseInt(kept.split("-")[0]);
        int to = Integer.parseInt(kept.split("-")[1]);
        Map<String, String> found = stories(print("a", 1, lines("w")),
                print("b", 2, join(lines("w").subList(from, to), lines("x").subList(0, added))));
        assertThat(found.get("a").equals(found.get("b"))).isEqualTo(copy);
    }

    @Test
    void aStoryGoesByItsMemberThatWasPublishedFirst() {
        Print early = print("z", 1, lines("w").subList(0, 4));
        Print late = print("a", 2, lines("w"));
        Print undated = Print.of(Samples.article("b", "Paper b", null, String.join("\n", lines("w").subList(0, 8))));
        assertThat(stories(late, undated, early).values()).containsOnly(early.fingerprint().ownStory());
        assertThat(stories(late, undated).values()).containsOnly(late.fingerprint().ownStory());
        assertThat(stories(undated)).containsValue(undated.fingerprint().ownStory());
    }

    @Test
    void anArticleAloneKeepsTheIdOfItsText() {
        Article article = Samples.article("a", String.join("\n", lines("w")));
        assertThat(Stories.in(List.of(Print.of(article)))).containsExactly(article.circulation());
    }

    @Test
    void chainsDoNotGrow() {
        // each shares half with the next, the first and the last nothing
        Map<String, String> found = stories(print("a", 1, lines("w").subList(0, 4)), print("b", 2, lines("w").subList(2, 6)),
                print("c", 3, lines("w").subList(4, 8)), print("d", 4, lines("w").subList(6, 10)));
        assertThat(found.get("a")).isNotEqualTo(found.get("c"));
        assertThat(found.get("b")).isNotEqualTo(found.get("d"));
        assertThat(found.get("a")).isNotEqualTo(found.get("d"));
    }

    @Test
    void aPageOfBriefsDoesNotUniteWhatItTellsOf() {
        List<String> briefs = join(join(lines("w").subList(0, 2), lines("x").subList(0, 2)), lines("y").subList(0, 2));
        Map<String, String> found = stories(print("page", 3, briefs), print("w1", 1, lines("w").subList(0, 2)),
                print("w2", 2, lines("w")), print("x1", 1, lines("x").subList(0, 2)), print("x2", 2, lines("x")));
        assertThat(found.get("w1")).isEqualTo(found.get("w2"));
        assertThat(found.get("x1")).isEqualTo(found.get("x2"));
        assertThat(found.get("w1")).isNotEqualTo(found.get("x1"));
    }

    @Test
    void shortTextsAreCopiesOnlyIfTheirWordsAreTheSame() {
        String text = "The harbour office has put the code of its booking system online.";
        Map<String, String> found = stories(print("a", 1, List.of(text)), print("b", 2, List.of(text.toUpperCase())),
                print("c", 3, List.of(text + " Really.")));
        assertThat(found.get("a")).isEqualTo(found.get("b")).isNotEqualTo(found.get("c"));
    }

    @Test
    void titlesAreNoText() {
        Article one = Samples.article("a", String.join("\n", lines("w")));
        var other = new Article("b", "b", one.metadata(), "Another headline", "en", one.text(), "");
        assertThat(Print.of(other).fingerprint()).isEqualTo(Print.of(one).fingerprint());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfArticlesChangesNothing(long seed) {
        var prints = new ArrayList<Print>();
        for (int i = 0; i < 60; i++) {
            String text = "t" + i / 6 + "-";
            List<String> lines = lines(text).subList(i % 3, 5 + i % 6);
            prints.add(print("s" + i, 1 + i % 7, join(lines, lines("own" + i).subList(0, i % 4))));
        }
        Map<String, String> expected = stories(prints.toArray(Print[]::new));
        Collections.shuffle(prints, new Random(seed));
        assertThat(stories(prints.toArray(Print[]::new))).isEqualTo(expected);
    }

    @Test
    void hashesAreTheSameEverywhere() {
        Fingerprint text = Fingerprint.of(Samples.article("The code is open source.\nSold for 1,250 pounds in 2024."));
        assertThat(text.lineCount()).isEqualTo(2);
        assertThat(new long[] {text.line(0), text.line(1)}).containsExactly(3074112723325535338L, -162024121148190574L);
        assertThat(text.shingleCount()).isEqualTo(2 + 3);
        assertThat(text.figures()).hasSize(2);
    }

    @Test
    void signaturesAgreeInAboutTheShareThatTheSetsHaveInCommon() {
        int[] all = new Random(5).ints(900).sorted().toArray();
        double[][] shares = {{300, 600, 1.0 / 3}, {0, 300, 1}, {150, 450, 0.6}};
        for (double[] share : shares) {
            // two sets of which the middle part is common
            int common = (int) Math.round(600 * share[2]);
            int[] one = Arrays.copyOfRange(all, 0, common + (600 - common) / 2);
            int[] other = Arrays.copyOfRange(all, (600 - common) / 2, 600);
            int agreement = Sketch.agreement(Sketch.of(new Shingles(one, new int[0])), Sketch.of(new Shingles(other, new int[0])));
            assertThat(agreement / (double) Sketch.SIZE).isBetween(share[2] - 0.1, share[2] + 0.1);
        }
    }
}
