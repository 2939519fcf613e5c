package org.openwash.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openwash.domain.Article;
import org.openwash.domain.Circulation;
import org.openwash.domain.Metadata;
import org.openwash.domain.Print;
import org.openwash.testing.Syndicate;
import org.openwash.testing.Syndicate.Labelled;
import org.openwash.training.LabelledArticle;

/// How well copies are told from other articles, pair by pair, on a set made from the project's own articles: copies with
/// edits, cuts, additions, credits, other spelling and order; against them articles on the same subjects, articles with
/// the same quotation or the same footer, and reports filled into forms.
class StoryPairsTest {

    private static final double FLOOR = 0.95;

    @Test
    void copiesAreToldFromArticlesThatOnlyLookLikeThem() throws IOException {
        List<Labelled> set = set(7);
        List<Circulation> found = Stories.in(set.stream().map(labelled -> Print.of(labelled.article())).toList());
        Pairs pairs = Pairs.of(set, found);
        System.out.println("stories, " + set.size() + " articles: " + pairs);
        assertThat(pairs.f1()).as(pairs.toString()).isGreaterThanOrEqualTo(FLOOR);
    }

    static List<Labelled> set(long seed) throws IOException {
        List<Article> reports = new ArrayList<>(texts("src/test/resources/gold/coverage/articles"));
        reports.addAll(texts("src/test/resources/gold/apart/articles"));
        List<Article> strangers = LabelledArticle.read(Path.of("models/claims")).stream().map(LabelledArticle::article).toList();
        int lenders = strangers.size() / 3;
        var syndicate = new Syndicate(seed, strangers.subList(0, lenders));
        var set = new ArrayList<Labelled>();
        for (int i = 0; i < reports.size(); i++) {
            if (i % 4 == 3) {
                set.addAll(syndicate.sharingAQuotation(reports.get(i), strangers.get(lenders + i), "quotation-" + i));
            } else {
                set.addAll(syndicate.copies(reports.get(i), "report-" + i, 1 + i % 5));
            }
        }
        for (int i = 0; i < 200; i++) {
            set.add(syndicate.earnings(i));
        }
        for (int i = lenders + reports.size(); i < strangers.size(); i++) {
            String name = "stranger-" + i;
            set.add(i % 10 == 0 ? syndicate.withFooter(strangers.get(i), "Tideway Review", name)
                    : new Labelled(strangers.get(i), name));
        }
        Collections.shuffle(set, new Random(seed));
        return set;
    }

    private static List<Article> texts(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.sorted().map(StoryPairsTest::article).toList();
        }
    }

    private static Article article(Path file) {
        try {
            String text = Files.readString(file).replaceFirst("(?s)\\A---.*?---\\s", "").replaceAll("\n\\s*\n", "\n").strip();
            return new Article(file.toString(), file.toString(), Metadata.UNKNOWN, "", "en", text, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Pairs(long right, long wrong, long missed) {

        static Pairs of(List<Labelled> set, List<Circulation> found) {
            Map<String, Long> truth = new HashMap<>();
            Map<String, Long> groups = new HashMap<>();
            Map<String, Long> both = new HashMap<>();
            for (int i = 0; i < set.size(); i++) {
                String story = set.get(i).story();
                truth.merge(story, 1L, Long::sum);
                groups.merge(found.get(i).story(), 1L, Long::sum);
                both.merge(story + " " + found.get(i).story(), 1L, Long::sum);
            }
            long right = pairs(both);
            return new Pairs(right, pairs(groups) - right, pairs(truth) - right);
        }

        private static long pairs(Map<String, Long> sizes) {
            return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
        }

        double precision() {
            return (double) right / (right + wrong);
        }

        double recall() {
            return (double) right / (right + missed);
        }

        double f1() {
            return 2.0 * right / (2 * right + wrong + missed);
        }

        @Override
        public String toString() {
            return "precision %.4f, recall %.4f, F1 %.4f (%d right, %d wrong, %d missed)".formatted(
                    precision(), recall(), f1(), right, wrong, missed);
        }
    }
}
