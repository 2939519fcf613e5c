package org.openwash.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.openwash.text.Selectors.Match;

/// Finds the part of a page that holds the article: the surest container with enough text; failing that, the densest
/// block. Beside it, what is laid out alike belongs to it too.
final class ArticleBlock {

    /// Less than this is a teaser, not an article.
    static final int ENOUGH = 250;
    /// With less than this there is no article at all.
    static final int SHORT = 140;
    /// A container is taken if it holds this share of the text that could be had.
    private static final double GOOD_SHARE = 0.4;
    private static final int LONG_TEXT_NODE = 30;
    /// Another article of a page belongs to it if it has this share of the largest one's text.
    private static final double LIKE_THE_LARGEST = 0.2;
    private static final double NEARLY_AS_MUCH = 0.5;
    /// With so much more text a block is more than its parts.
    private static final double LITTLE_MORE = 1.15;
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4");
    private static final Set<String> TEXT_HOLDERS = Set.of("p", "pre", "td", "blockquote", "li", "div", "dd", "section",
            "article", "span", "center", "font", "main");

    private final Selectors containers = Selectors.load("html-containers.tsv", 1);

    /// @param roots the blocks of the article in page order, none within another
    /// @param why   how they were found
    /// @param text  how much running text they hold
    record Choice(List<Integer> roots, String why, int text) {

        Choice {
            roots = List.copyOf(roots);
        }
    }

    /// The containers of a page; for all steps from strict to loose.
    Selectors.OnPage on(PageTree tree) {
        return containers.on(tree);
    }

    /// A block that is known to be the article's.
    Choice known(int block, Drops drops, String why) {
        return new Choice(List.of(block), why, drops.paragraphs()[block]);
    }

    Choice in(PageTree tree, Selectors.OnPage containers, Drops drops, Headline title) {
        return new Search(tree, containers, drops, title).best();
    }

    private record Search(PageTree tree, Selectors.OnPage containers, Drops drops, Headline title) {

        Choice best() {
            int whole = drops.prose()[0];
            List<Match> ranks = new ArrayList<>();
            for (int i = 0; i < tree.size(); i = next(i)) {
                if (drops.why()[i] == null && containers.first(i) != null && !ranks.contains(containers.first(i))) {
                    ranks.add(containers.first(i));
                }
            }
            ranks.sort(Comparator.comparingInt(Match::rank));
            for (Match rank : ranks) {
                List<Integer> found = outermost(rank);
                List<Integer> parts = parts(found);
                int text = sum(parts, drops.prose());
                if (text >= ENOUGH && text >= GOOD_SHARE * Math.min(whole, 4 * ENOUGH)) {
                    return choice(parts, "html-containers: " + rank.row().cell(0));
                }
            }
            return choice(spread(densest()), "densest block");
        }

        private Choice choice(List<Integer> parts, String why) {
            return new Choice(parts, why, sum(parts, drops.paragraphs()));
        }

        private int next(int i) {
            return drops.why()[i] == null ? i + 1 : tree.end(i);
        }

        private List<Integer> outermost(Match rank) {
            List<Integer> found = new ArrayList<>();
            for (int i = 0; i < tree.size(); ) {
                boolean here = drops.why()[i] == null && rank.equals(containers.first(i));
                if (here) {
                    found.add(i);
                }
                i = here || drops.why()[i] != null ? tree.end(i) : i + 1;
            }
            return found;
        }

        /// An article may be laid out in several blocks of the same kind; or a page may hold several articles, of which
        /// the one with the title counts.
        private List<Integer> parts(List<Integer> found) {
            if (found.size() < 2) {
                return found;
            }
            int largest = found.stream().max(Comparator.comparingInt((Integer i) -> drops.prose()[i])
                    .thenComparing(Comparator.reverseOrder())).orElseThrow();
            if (!tree.element(largest).normalName().equals("article")) {
                List<Integer> alike = found.stream().filter(i -> alike(i, largest)).toList();
                return headed(alike) ? List.of(titled(alike, largest)) : alike;
            }
            List<Integer> titled = found.stream().filter(this::holdsTitle).toList();
            if (titled.size() == 1 && drops.prose()[titled.getFirst()] >= ENOUGH) {
                return titled;
            }
            List<Integer> beside = found.stream()
                    .filter(i -> tree.parent(i) == tree.parent(largest) && sameClass(i, largest))
                    .toList();
            boolean own = beside.stream().anyMatch(this::holdsHeading); // each is an article by itself
            return own ? List.of(largest) : beside.stream()
                    .filter(i -> drops.prose()[i] >= LIKE_THE_LARGEST * drops.prose()[largest] || i < largest)
                    .toList();
        }

        /// Of the same kind, in surroundings of the same kind: posts of a thread, parts of an article.
        private boolean alike(int one, int other) {
            for (int level = 0; level < 3; level++) {
                if (one == other) {
                    return true;
                }
                if (one < 0 || other < 0 || !sameClass(one, other)
                        || !tree.element(one).normalName().equals(tree.element(other).normalName())) {
                    return false;
                }
                one = tree.parent(one);
                other = tree.parent(other);
            }
            return true;
        }

        /// Whether a main heading stands between two of these blocks: then each is an article by itself.
        private boolean headed(List<Integer> blocks) {
            for (int k = 1; k < blocks.size(); k++) {
                for (int i = tree.end(blocks.get(k - 1)); i < blocks.get(k); i++) {
                    String name = tree.element(i).normalName();
                    if (drops.why()[i] == null && (name.equals("h1") || name.equals("h2"))) {
                        return true;
                    }
                }
            }
            return false;
        }

        /// The first block below the page's title, if it is no mere teaser.
        private int titled(List<Integer> blocks, int largest) {
            for (int i = 0; i < tree.size(); i++) {
                String name = tree.element(i).normalName();
                if ((name.equals("h1") || name.equals("h2")) && title.isRepeatedBy(tree.element(i).text())) {
                    int heading = i;
                    return blocks.stream().filter(b -> b > heading && drops.prose()[b] >= ENOUGH).findFirst().orElse(largest);
                }
            }
            return largest;
        }

        private boolean sameClass(int one, int other) {
            return tree.element(one).className().equals(tree.element(other).className());
        }

        private boolean holdsTitle(int i) {
            for (int k = i; k < tree.end(i); k++) {
                Element element = tree.element(k);
                boolean heading = element.normalName().equals("h1") || element.normalName().equals("h2");
                if (heading && title.isRepeatedBy(element.text())) {
                    return true;
                }
            }
            return false;
        }

        private boolean holdsHeading(int i) {
            for (int k = i; k < tree.end(i); k++) {
                if (HEADINGS.contains(tree.element(k).normalName())) {
                    return true;
                }
            }
            return false;
        }

        /// The element whose own paragraphs hold the most text.
        private int densest() {
            int[] scores = new int[tree.size()];
            for (int i = 0; i < tree.size(); i = next(i)) {
                int own = drops.why()[i] == null && TEXT_HOLDERS.contains(tree.element(i).normalName()) ? tree.own(i) : 0;
                if (own < LONG_TEXT_NODE) {
                    continue;
                }
                int holder = tree.element(i).normalName().equals("p") ? tree.parent(i) : i;
                for (int share = 1; share <= 2 && holder >= 0; share++) {
                    scores[holder] += own / share;
                    holder = tree.parent(holder);
                }
            }
            int best = 0;
            for (int i = 1; i < scores.length; i++) {
                best = scores[i] > scores[best] ? i : best;
            }
            while (tree.parent(best) >= 0 && beside(best) >= LIKE_THE_LARGEST * drops.paragraphs()[best]) {
                best = tree.parent(best);
            }
            return best;
        }

        /// The densest block with what belongs to it: others of its kind, or else its neighbours with running text.
        private List<Integer> spread(int densest) {
            int text = drops.paragraphs()[densest];
            boolean named = !tree.element(densest).className().isEmpty()
                    || tree.parent(densest) > 0 && !tree.element(tree.parent(densest)).className().isEmpty();
            List<Integer> kind = new ArrayList<>();
            for (int i = 0; named && i < tree.size(); ) {
                boolean here = drops.why()[i] == null && drops.paragraphs()[i] > 0 && alike(i, densest);
                if (here) {
                    kind.add(i);
                }
                i = here || drops.why()[i] != null ? tree.end(i) : i + 1;
            }
            int others = sum(kind, drops.paragraphs()) - text;
            if (others >= (kind.size() > 2 ? LIKE_THE_LARGEST : NEARLY_AS_MUCH) * text && kind.size() > 1) {
                int common = kind.stream().reduce(tree::common).orElseThrow();
                boolean alone = drops.prose()[common] <= LITTLE_MORE * sum(kind, drops.prose());
                return alone ? List.of(common) : headed(kind) && !title.title().isEmpty() ? List.of(titled(kind, densest)) : kind;
            }
            return neighbours(densest, text);
        }

        private List<Integer> neighbours(int densest, int text) {
            int parent = tree.parent(densest);
            List<Integer> all = new ArrayList<>();
            for (int k = parent + 1; parent >= 0 && k < tree.end(parent); k = tree.end(k)) {
                boolean near = drops.why()[k] == null && drops.paragraphs()[k] >= NEARLY_AS_MUCH * text
                        && tree.linkedWithin(k) < drops.prose()[k] / 2;
                if (k == densest || near) {
                    all.add(k);
                }
            }
            return all.isEmpty() ? List.of(densest) : all;
        }

        /// Running text in paragraphs and blocks of the same kind next to one.
        private int beside(int one) {
            int parent = tree.parent(one);
            int text = 0;
            for (int k = parent + 1; k < tree.end(parent); k = tree.end(k)) {
                boolean alike = tree.isParagraph(k) || tree.element(k).normalName().equals(tree.element(one).normalName())
                        && sameClass(k, one);
                text += k != one && alike ? drops.paragraphs()[k] : 0;
            }
            return text;
        }

        private static int sum(List<Integer> parts, int[] what) {
            return parts.stream().mapToInt(i -> what[i]).sum();
        }
    }
}
