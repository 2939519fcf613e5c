package org.openwash.text;

import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeVisitor;

/// Finds the part of a page that holds the article, in steps from strict to loose: blocks that surround the article
/// are taken out first; then the surest container with enough text is taken; failing that, the densest block; failing
/// that, the same again with nothing taken out.
final class ArticleBlock {

    /// Less than this is a teaser, not an article.
    private static final int ENOUGH = 250;
    /// A block with more than this share of the page's text is the page, whatever its class is called.
    private static final double TOO_MUCH_TO_DROP = 0.35;
    /// A container is taken if it holds this share of the text that could be had.
    private static final double GOOD_SHARE = 0.4;
    private static final int LONG_TEXT_NODE = 30;

    private final BlockNames names;

    ArticleBlock(BlockNames names) {
        this.names = names;
    }

    /// The blocks of the article in page order; takes the page to pieces.
    List<Element> in(Document page) {
        Element body = page.body();
        int whole = prose(body);
        for (Evaluator never : names.dropped()) {
            for (Element e : body.select(never)) {
                if (e != body && (isScript(e) || prose(e) <= TOO_MUCH_TO_DROP * whole)) {
                    e.remove();
                }
            }
        }
        Element loose = body.clone();
        dropSurroundings(body);
        List<Element> found = best(body);
        if (found.stream().mapToInt(ArticleBlock::prose).sum() < ENOUGH && prose(loose) >= ENOUGH) {
            return best(loose);
        }
        return found;
    }

    private static boolean isScript(Element e) {
        return List.of("script", "style", "template", "noscript").contains(e.normalName());
    }

    private void dropSurroundings(Element body) {
        int whole = prose(body);
        for (Element e : body.select("*")) {
            boolean root = e == body || List.of("article", "main", "html").contains(e.normalName());
            boolean form = e.normalName().equals("form");
            boolean header = e.normalName().equals("header");
            boolean around = !root && e.parent() != null && (form || header || names.surrounds(e));
            if (around && prose(e) <= TOO_MUCH_TO_DROP * whole) {
                e.remove();
            }
        }
    }

    private List<Element> best(Element body) {
        int whole = prose(body);
        for (Evaluator container : names.containers()) {
            List<Element> found = outermost(body.select(container));
            Optional<Element> largest = found.stream().max(Comparator.comparingInt(ArticleBlock::prose));
            if (largest.isEmpty()) {
                continue;
            }
            List<Element> parts = parts(found, largest.get());
            int text = parts.stream().mapToInt(ArticleBlock::prose).sum();
            if (text >= ENOUGH && text >= GOOD_SHARE * Math.min(whole, 4 * ENOUGH)) {
                return parts;
            }
        }
        return List.of(densest(body));
    }

    /// An article may be laid out in several blocks of the same class beside each other.
    private static List<Element> parts(List<Element> found, Element largest) {
        if (largest.normalName().equals("article")) {
            return List.of(largest); // the others are other articles
        }
        return found.stream()
                .filter(e -> e.parent() == largest.parent() && e.className().equals(largest.className()))
                .toList();
    }

    private static List<Element> outermost(List<Element> elements) {
        Set<Element> known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.addAll(elements);
        return elements.stream().filter(e -> e.parents().stream().noneMatch(known::contains)).toList();
    }

    /// The element whose own paragraphs hold the most text.
    private static Element densest(Element body) {
        Map<Element, Integer> scores = new LinkedHashMap<>(); // elements are equal only to themselves
        for (Element p : body.select("p, pre, td, blockquote, li, div")) {
            int own = ownText(p);
            if (own < LONG_TEXT_NODE) {
                continue;
            }
            boolean paragraph = p.normalName().equals("p");
            Element holder = paragraph ? p.parent() : p;
            for (int share = 1; share <= 2 && holder != null && holder != body.parent(); share++) {
                scores.merge(holder, own / share, Integer::sum);
                holder = holder.parent();
            }
        }
        return scores.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(body);
    }

    private static int ownText(Element e) {
        return e.normalName().equals("p") ? prose(e) : e.ownText().length();
    }

    /// How many characters of text outside links.
    static int prose(Element root) {
        int[] count = {0};
        root.traverse(new NodeVisitor() {
            private int links;

            @Override
            public void head(Node node, int depth) {
                if (node.normalName().equals("a")) {
                    links++;
                } else if (node instanceof TextNode text && links == 0) {
                    count[0] += text.text().strip().length();
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node.normalName().equals("a")) {
                    links--;
                }
            }
        });
        return count[0];
    }
}
