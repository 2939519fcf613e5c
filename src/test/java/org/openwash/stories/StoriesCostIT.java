package org.openwash.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openwash.domain.Article;
import org.openwash.domain.Circulation;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Metadata;
import org.openwash.domain.Print;

/// Comparing articles with each other must not cost the square of their number: neither where all differ, nor where
/// many are alike.
class StoriesCostIT {

    private static final int FEW = 25_000;
    private static final int MANY = 100_000;

    /// Four times as many may take this many times as long; the square would be sixteen times.
    private static final double SLACK = 8;

    @Test
    void fourTimesTheTextsTakeAboutFourTimesAsLong() {
        List<Print> prints = prints(MANY);
        Stories.in(prints.subList(0, FEW)); // until the machine is warm
        double few = seconds(prints.subList(0, FEW));
        double many = seconds(prints);
        System.out.printf("stories: %,d texts %.1f s, %,d texts %.1f s%n", FEW, few, MANY, many);
        assertThat(many / few).as("%.1f s for %,d, %.1f s for %,d", few, FEW, many, MANY).isLessThan(SLACK);
    }

    @Test
    void theCopiesAmongManyAreFound() {
        List<Circulation> found = Stories.in(prints(MANY));
        int stories = new HashSet<>(found.stream().map(Circulation::story).toList()).size();
        // see prints(): of eight texts five are new, one is a copy of the first, two are copies of a popular one
        assertThat(stories).isBetween((int) (MANY * 5 / 8.0), (int) (MANY * 5 / 8.0 * 1.01) + 50);
    }

    private static double seconds(List<Print> prints) {
        long start = System.nanoTime();
        Stories.in(prints);
        return (System.nanoTime() - start) / 1e9;
    }

    /// Short texts of 60 to 120 words from a vocabulary with common and rare words, in blocks of eight: five new ones,
    /// a copy of the first with a word changed in each line, and two such copies of one of fifty popular texts. Each
    /// outlet has a footer.
    private static List<Print> prints(int count) {
        var random = new Random(3);
        List<String> popular = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            popular.add(text(random));
        }
        List<Print> prints = new ArrayList<>(count);
        String first = "";
        for (int i = 0; i < count; i++) {
            String text = switch (i % 8) {
                case 0 -> first = text(random);
                case 1, 2, 3, 4 -> text(random);
                case 5 -> edited(first, random);
                default -> edited(popular.get(random.nextInt(popular.size())), random);
            };
            String outlet = "Outlet " + random.nextInt(200);
            var metadata = new Metadata(null, outlet, null, null, LocalDate.of(2024, 1, 1).plusDays(random.nextInt(500)),
                    DateBasis.RECORD);
            prints.add(Print.of(new Article("a" + i, "a" + i, metadata, "", "en",
                    text + "\n" + outlet + " is a paper of the valley and is read by many who live in it.", "")));
        }
        return prints;
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        int words = 60 + random.nextInt(60);
        for (int i = 0; i < words; i++) {
            // the square makes some words far more common than others
            double rank = random.nextDouble();
            text.append('w').append((int) (rank * rank * 20_000)).append(i % 30 == 29 ? ".\n" : " ");
        }
        return text.toString().strip();
    }

    private static String edited(String text, Random random) {
        return text.lines()
                .map(line -> line.replaceFirst("w\\d+", "x" + random.nextInt(1000)))
                .reduce((a, b) -> a + "\n" + b)
                .orElseThrow();
    }
}
