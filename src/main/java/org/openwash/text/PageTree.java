package org.openwash.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// The elements below a page's body in page order, with how much text each holds: counted in one walk, so that every
/// later question is an addition. An element is known by its number; those within it are the numbers up to its end.
///
/// Text in links is counted apart, since it mostly leads elsewhere. A link to a place on the same page is none.
final class PageTree {

    static final Set<String> INLINE = Set.of("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code",
            "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "rb", "ruby", "s", "samp", "small",
            "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "#text", "#comment", "#data");
    /// A block with less text of its own is no paragraph.
    static final int PARAGRAPH = 60;

    private final List<Element> elements = new ArrayList<>();
    private int[] parents = new int[512];
    private int[] ends = new int[512];
    /// The block that an element's text belongs to: itself, or for an inline element the block around it.
    private int[] blocks = new int[512];
    private int[] own = new int[512];
    private int[] linked = new int[512];
    private int[] before = new int[512];
    private int read; // characters of the whole page

    private PageTree() {}

    static PageTree of(Element body) {
        var tree = new PageTree();
        body.traverse(tree.new Counter());
        return tree;
    }

    /// Whether an element leads elsewhere.
    static boolean isLink(Node node) {
        if (!node.normalName().equals("a") || !node.hasAttr("href")) {
            return false;
        }
        return !node.attr("href").startsWith("#");
    }

    private final class Counter implements NodeVisitor {

        private int current = -1;
        private int links;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                add(element);
            } else if (node instanceof TextNode text && current >= 0) {
                int length = length(text.getWholeText());
                int block = blocks[current];
                read += length;
                if (links > 0) {
                    linked[block] += length;
                } else {
                    own[block] += length;
                }
            }
        }

        private void add(Element element) {
            int number = elements.size();
            if (number == parents.length) {
                parents = Arrays.copyOf(parents, 2 * number);
                ends = Arrays.copyOf(ends, 2 * number);
                blocks = Arrays.copyOf(blocks, 2 * number);
                own = Arrays.copyOf(own, 2 * number);
                linked = Arrays.copyOf(linked, 2 * number);
                before = Arrays.copyOf(before, 2 * number);
            }
            elements.add(element);
            parents[number] = current;
            blocks[number] = current >= 0 && INLINE.contains(element.normalName()) ? blocks[current] : number;
            before[number] = read;
            current = number;
            links += isLink(element) ? 1 : 0;
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                ends[current] = elements.size();
                links -= isLink(element) ? 1 : 0;
                current = parents[current];
            }
        }
    }

    /// Characters without the spaces around and between words.
    private static int length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            length += text.charAt(i) > ' ' && text.charAt(i) != '\u00A0' ? 1 : 0;
        }
        return length + length / 5; // as if words had single spaces
    }

    int size() {
        return elements.size();
    }

    Element element(int number) {
        return elements.get(number);
    }

    /// -1 for the body.
    int parent(int number) {
        return parents[number];
    }

    /// After the last element within.
    int end(int number) {
        return ends[number];
    }

    int block(int number) {
        return blocks[number];
    }

    boolean isBlock(int number) {
        return blocks[number] == number;
    }

    boolean within(int inner, int outer) {
        return inner >= outer && inner < ends[outer];
    }

    /// Characters outside links that belong to this block itself.
    int own(int number) {
        return own[number];
    }

    int linked(int number) {
        return linked[number];
    }

    /// Whether there is any text in this element.
    boolean holdsText(int number) {
        return text(number) > 0;
    }

    /// Characters of all text in this element.
    int text(int number) {
        return (ends[number] < elements.size() ? before[ends[number]] : read) - before[number];
    }

    /// Characters of the page before this element.
    int before(int number) {
        return before[number];
    }

    /// Whether this block holds running text.
    boolean isParagraph(int number) {
        return own[number] >= PARAGRAPH && own[number] >= 2 * linked[number];
    }

    /// The smallest element that holds both.
    int common(int one, int other) {
        int common = one;
        while (!within(other, common)) {
            common = parents[common];
        }
        return common;
    }

    /// Characters of all running text.
    int paragraphs() {
        int sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += isParagraph(i) ? own[i] : 0;
        }
        return sum;
    }

    /// Characters of links within an element.
    int linkedWithin(int number) {
        int sum = 0;
        for (int i = number; i < ends[number]; i++) {
            sum += linked[i];
        }
        return sum;
    }

    /// What each element holds altogether, as far as it counts.
    int[] sums(int[] each) {
        int[] sums = Arrays.copyOf(each, size());
        for (int i = size() - 1; i > 0; i--) {
            sums[parents[i]] += sums[i];
        }
        return sums;
    }

    int[] own() {
        return own;
    }

    int[] linked() {
        return linked;
    }
}
