package org.openwash.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.openwash.domain.Metadata;
import org.openwash.text.Surroundings.Level;
import org.openwash.domain.UnreadableArticleException;

/// Takes a web page apart into what it says of itself and the text of its article.
///
/// The text is sought in steps from strict to loose, until enough is found; the article's text in JSON-LD, where a
/// page has it, tells whether it is the right one.
final class HtmlReader {

    /// Deeper nesting than any page needs; keeps every walk over the tree short of the stack's end.
    private static final int DEEPEST = 256;
    /// With less than this share of what a looser step finds, a step has left out the article.
    private static final double ENOUGH_OF_LOOSER = 0.25;
    /// The longest pages of the web have some tens of thousands. A tag with a word in it takes 250 bytes of memory while
    /// the article is looked for.
    private static final int MOST_TAGS = 250_000;

    /// The text found should hold so much of the text stated, and the other way round.
    private static final double MOST = 0.6;
    private static final double MUCH_MORE = 0.4;

    private final PageMetadata metadata;
    private final BlockNames names = BlockNames.load();
    private final Surroundings surroundings = new Surroundings();
    private final ArticleBlock articleBlock = new ArticleBlock();

    HtmlReader(PageMetadata metadata) {
        this.metadata = metadata;
    }

    private record Step(Drops drops, ArticleBlock.Choice choice, Level level) {

        boolean isEnough() {
            return text() >= ArticleBlock.SHORT;
        }

        int text() {
            return choice.roots().stream().mapToInt(i -> drops.prose()[i]).sum();
        }
    }

    Draft read(String html, PageLines.Detail detail) throws UnreadableArticleException {
        if (tags(html) > MOST_TAGS) {
            throw new UnreadableArticleException("a page with more than " + MOST_TAGS + " tags", "");
        }
        Document page = Jsoup.parse(html, Parser.htmlParser().setMaxDepth(DEEPEST));
        PageView view = metadata.view(page, names);
        PageMetadata.Found said = metadata.of(view);
        Step step = step(view, Headline.of(said.metadata().title() == null ? "" : said.metadata().title()));
        List<Line> lines = PageLines.of(view.tree(), step.drops(), step.choice(), detail);
        List<String> remarks = new ArrayList<>(said.places());

        Anchor anchor = Anchor.of(view.json());
        if (anchor.isKnown()) {
            boolean misses = anchor.coveredBy(lines) < MOST;
            if (misses || anchor.holds(lines) < MUCH_MORE && !anchor.isCutShort()) {
                int block = anchor.block(view.tree());
                if (block >= 0) {
                    step = at(view, block);
                    lines = PageLines.of(view.tree(), step.drops(), step.choice(), detail);
                } else if (misses && anchor.length() > length(lines)) { // the page is drawn by a script
                    remarks.add("article: JSON-LD articleBody");
                    return new Draft(said.metadata(), Optional.empty(), anchor.lines(), said.note(), remarks);
                }
            }
        }
        remarks.add("article: " + step.choice().why() + ", step " + step.level().name().toLowerCase(Locale.ROOT));
        return new Draft(said.metadata(), Optional.empty(), lines, said.note(), remarks);
    }

    /// All of it is the article, however short: nothing is looked for, and only what is never text is left out.
    Draft fragment(String html, PageLines.Detail detail) {
        PageView view = metadata.view(Jsoup.parse(html, Parser.htmlParser().setMaxDepth(DEEPEST)), names);
        Drops drops = surroundings.drops(view, surroundings.on(view.tree()), Level.NOTHING);
        List<Line> lines = PageLines.of(view.tree(), drops, articleBlock.known(0, drops, "all of it"), detail);
        return new Draft(Metadata.UNKNOWN, Optional.empty(), lines, "", List.of());
    }

    private static int length(List<Line> lines) {
        return lines.stream().filter(Line::isKept).mapToInt(line -> line.text().length()).sum();
    }

    /// The block that the stated text points to, with what surrounds the article left out if that is safe.
    private Step at(PageView view, int block) {
        Selectors.OnPage dropped = surroundings.on(view.tree());
        Drops strict = surroundings.drops(view, dropped, Level.STRICT);
        Drops loose = surroundings.drops(view, dropped, Level.LOOSE);
        boolean safe = strict.paragraphs()[block] >= MOST * loose.paragraphs()[block];
        Drops drops = safe ? strict : loose;
        return new Step(drops, articleBlock.known(block, drops, "JSON-LD articleBody"), safe ? Level.STRICT : Level.LOOSE);
    }

    private Step step(PageView view, Headline title) {
        var search = new Search(view, title, surroundings.on(view.tree()), articleBlock.on(view.tree()));
        Step strict = search.at(Level.STRICT);
        boolean most = strict.choice().text() >= ENOUGH_OF_LOOSER * view.tree().paragraphs();
        if (strict.isEnough() && most) {
            return strict;
        }
        Step loose = search.at(Level.LOOSE);
        if (strict.isEnough() && strict.choice().text() >= ENOUGH_OF_LOOSER * loose.choice().text()) {
            return strict;
        }
        if (loose.isEnough()) {
            return loose;
        }
        Step all = search.at(Level.NOTHING);
        return all.text() >= ArticleBlock.SHORT ? all : strict.text() > 0 ? strict : all;
    }

    /// What is known of one page before any step.
    private final class Search {

        private final PageView view;
        private final Headline title;
        private final Selectors.OnPage dropped;
        private final Selectors.OnPage containers;

        Search(PageView view, Headline title, Selectors.OnPage dropped, Selectors.OnPage containers) {
            this.view = view;
            this.title = title;
            this.dropped = dropped;
            this.containers = containers;
        }

        Step at(Level level) {
            Drops drops = surroundings.drops(view, dropped, level);
            return new Step(drops, articleBlock.in(view.tree(), containers, drops, title), level);
        }
    }

    private static int tags(String html) {
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0 && at + 1 < html.length(); at = html.indexOf('<', at + 1)) {
            tags += Character.isLetter(html.charAt(at + 1)) ? 1 : 0;
        }
        return tags;
    }
}
