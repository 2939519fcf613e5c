package org.openwash.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.DataFile;
import org.openwash.text.BlockNames.Role;
import org.openwash.text.Selectors.Match;

/// Decides what of a page surrounds its article, in three steps from strict to loose.
///
/// No rule may take much: what would leave out a large part of the page's text, in one piece or in many alike, is the
/// page, whatever it is called. Readers' comments alone may go whatever their size, if enough is left without them.
final class Surroundings {

    /// How much is left out.
    enum Level {
        /// what is known by tag, role or name, and cards that lead to other articles
        STRICT,
        /// what is known by tag or role, and readers' comments
        LOOSE,
        /// only what nobody ever reads
        NOTHING
    }

    /// Blocks with more than this share of the page's text are the page.
    private static final double TOO_MUCH = 0.35;
    /// An article shorter than this is taken together with what readers say of it.
    private static final int ENOUGH_WITHOUT_TALK = ArticleBlock.SHORT;
    /// Running text around an inline element that makes it a part of a sentence.
    private static final int SENTENCE = 80;
    private static final int LONGEST_CARD = 250;
    private static final int FEWEST_CARDS = 2;
    private static final int FEWEST_PARAGRAPHS = 3;
    private static final Set<String> NEVER_READ = Set.of("script", "style", "template", "noscript", "head", "iframe", "textarea");
    private static final Set<String> ROOTS = Set.of("article", "main", "html", "body");
    private static final Set<String> CARDS = Set.of("div", "li", "article", "section", "td", "a");
    private static final Set<String> HEADINGS = Set.of("h2", "h3", "h4", "h5", "h6");

    private final Selectors dropped = Selectors.load("html-drop.tsv", 2);

    private record Reason(String words, boolean talk) {}

    /// The tags and roles that say of an element that it is none of the article; for all steps from strict to loose.
    Selectors.OnPage on(PageTree tree) {
        return dropped.on(tree);
    }

    Drops drops(PageView view, Selectors.OnPage matches, Level level) {
        return new Work(view, matches, level).drops();
    }

    private final class Work {

        private final PageTree tree;
        private final BlockNames.OnPage roles;
        private final Selectors.OnPage matches;
        private final Level level;
        private final @Nullable Reason[] reasons;
        private final @Nullable String[] why;
        private final int[] prose;
        private final int[] linked;
        private final int[] paragraphs;
        private final Map<Integer, Integer> cardsBelow = new HashMap<>();

        Work(PageView view, Selectors.OnPage matches, Level level) {
            tree = view.tree();
            roles = view.roles();
            this.matches = matches;
            this.level = level;
            reasons = new Reason[tree.size()];
            why = neverRead();
            Drops nothing = Drops.of(tree, why);
            prose = nothing.prose();
            paragraphs = nothing.paragraphs();
            linked = tree.sums(tree.linked());
        }

        private @Nullable String[] neverRead() {
            var why = new String[tree.size()];
            for (int i = 1; i < tree.size(); i++) {
                String tag = tree.element(i).normalName();
                why[i] = NEVER_READ.contains(tag) ? "element " + tag : null;
            }
            return why;
        }

        Drops drops() {
            if (level != Level.NOTHING) {
                findReasons();
                Map<String, Integer> taken = new HashMap<>();
                int talk = 0;
                for (int i = 0; i < tree.size(); i = reasons[i] == null && why[i] == null ? i + 1 : tree.end(i)) {
                    Reason reason = reasons[i];
                    if (reason != null) {
                        taken.merge(reason.words, paragraphs[i], Integer::sum);
                        talk += reason.talk ? paragraphs[i] : 0;
                    }
                }
                boolean enoughWithoutTalk = paragraphs[0] - talk >= ENOUGH_WITHOUT_TALK;
                for (int i = 0; i < tree.size(); i = why[i] == null ? i + 1 : tree.end(i)) {
                    Reason reason = reasons[i];
                    if (why[i] == null && reason != null) {
                        boolean small = reason.talk ? enoughWithoutTalk
                                : taken.get(reason.words) <= TOO_MUCH * paragraphs[0] || paragraphs[i] == 0;
                        why[i] = small ? reason.words : null;
                    }
                }
            }
            return Drops.of(tree, why);
        }

        private void findReasons() {
            for (int i = 1; i < tree.size(); i = why[i] == null && reasons[i] == null ? i + 1 : tree.end(i)) {
                Reason reason = why[i] == null ? reason(i) : null;
                boolean page = reason != null && !reason.talk && prose[i] > TOO_MUCH * prose[0];
                reasons[i] = page || reason != null && holdsTitle(i) ? null : reason;
            }
        }

        private @Nullable Reason reason(int i) {
            Element element = tree.element(i);
            Match match = matches.first(i);
            if (match != null && !(staysInSentence(match.row()) && isInSentence(i))) {
                return new Reason("html-drop: " + match.row().cell(0), false);
            }
            if (ROOTS.contains(element.normalName())) {
                return null;
            }
            Map<Role, String> named = roles.of(i);
            String talk = named.get(Role.TALK);
            if (talk != null) {
                return new Reason("html-names: talk " + talk, true);
            }
            if (level != Level.STRICT) {
                return null;
            }
            String around = named.get(Role.AROUND);
            if (around != null && !named.containsKey(Role.KEEP)) {
                return new Reason("html-names: around " + around, false);
            }
            boolean card = isCard(i) && cardsBelow.computeIfAbsent(tree.parent(i), this::cardsBelow) >= FEWEST_CARDS;
            return card ? new Reason("cards that lead elsewhere", false) : null;
        }

        private static boolean staysInSentence(DataFile.Row row) {
            return row.cell(1).equals("sentence");
        }

        private boolean isInSentence(int i) {
            return !tree.isBlock(i) && tree.own(tree.block(i)) >= SENTENCE;
        }

        /// A block with the page's first heading and much text is no mere surrounding.
        private boolean holdsTitle(int i) {
            if (paragraphs[i] < ArticleBlock.ENOUGH) {
                return false;
            }
            boolean title = false;
            int below = 0;
            for (int k = i; k < tree.end(i); k++) {
                title |= tree.element(k).normalName().equals("h1");
                below += title && tree.isParagraph(k) ? 1 : 0;
            }
            return below >= FEWEST_PARAGRAPHS;
        }

        /// A heading that is all link, and a few words.
        private boolean isCard(int i) {
            if (!CARDS.contains(tree.element(i).normalName()) || prose[i] > LONGEST_CARD || linked[i] == 0) {
                return false;
            }
            for (int k = i + 1; k < tree.end(i); k++) {
                if (HEADINGS.contains(tree.element(k).normalName())) {
                    return prose[k] == 0 && linked[k] > 0;
                }
            }
            return false;
        }

        private int cardsBelow(int parent) {
            int cards = 0;
            for (int k = parent + 1; k < tree.end(parent) && cards < FEWEST_CARDS; k = tree.end(k)) {
                cards += isCard(k) ? 1 : 0;
            }
            return cards;
        }
    }
}
