package org.openwash.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// Writes the blocks of a page as lines: paragraphs and headings as they are, list items after `- `, tables as
/// `| a | b |`. Lines that are all link go: they lead elsewhere.
final class PageLines implements NodeVisitor {

    /// Whether what is left out is written too, with the reason.
    enum Detail { ARTICLE, WHOLE_PAGE }

    private static final double NEARLY_ALL = 0.8;
    private static final int LONG_LINE = 200;
    private static final int LONG_CELL = 200;
    private static final String OUTSIDE = "outside the article's block";
    private static final String LINK = "nothing but a link";
    private static final String TITLE = "heading before the text";

    private final PageTree tree;
    private final Drops drops;
    private final ArticleBlock.Choice choice;
    private final Detail detail;
    private final List<Line> lines = new ArrayList<>();

    private final StringBuilder line = new StringBuilder();
    private final StringBuilder lost = new StringBuilder();
    private String lostFor = OUTSIDE;
    private int linked;
    private int links;
    private boolean item;
    private boolean anyText;
    private boolean headline;

    private int number; // of the next element
    private int current; // the element that text belongs to now
    private int root = -1; // the block of the article that is walked through, the element left out, the table written
    private int left = -1;
    private int written = -1;

    private PageLines(PageTree tree, Drops drops, ArticleBlock.Choice choice, Detail detail) {
        this.tree = tree;
        this.drops = drops;
        this.choice = choice;
        this.detail = detail;
    }

    static List<Line> of(PageTree tree, Drops drops, ArticleBlock.Choice choice, Detail detail) {
        var writer = new PageLines(tree, drops, choice, detail);
        for (int start : detail == Detail.ARTICLE ? choice.roots() : List.of(0)) {
            writer.number = start;
            tree.element(start).traverse(writer);
            writer.flush();
        }
        return writer.lines;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            write(text.getWholeText());
        } else if (node instanceof Element element) {
            enter(element, number++);
        }
    }

    private void enter(Element element, int i) {
        current = i;
        String name = element.normalName();
        if (!PageTree.INLINE.contains(name)) {
            flush();
            item = name.equals("li") || (item && name.equals("p"));
            headline = name.equals("h1") && !anyText;
        }
        if (root < 0 && choice.roots().contains(i)) {
            root = i;
        }
        if (left < 0 && drops.why()[i] != null) {
            left = i;
        }
        links += PageTree.isLink(element) ? 1 : 0;
        if (name.equals("table") && left < 0 && written < 0 && root >= 0 && isDataTable(element)) {
            element.select("tr").forEach(row -> lines.add(Line.kept(row(row))));
            lines.add(Line.kept(""));
            written = i;
        }
    }

    private void write(String text) {
        if (written >= 0) {
            return;
        }
        if (root >= 0 && left < 0) {
            int before = line.length();
            Characters.appendSpaced(line, text);
            linked += links > 0 ? line.length() - before : 0;
        } else if (detail == Detail.WHOLE_PAGE) {
            lose(text, left >= 0 ? String.valueOf(drops.why()[left]) : OUTSIDE);
        }
    }

    private void lose(String text, String why) {
        if (!why.equals(lostFor)) {
            flushLost();
        }
        lostFor = why;
        Characters.appendSpaced(lost, text);
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        links -= PageTree.isLink(element) ? 1 : 0;
        if (!PageTree.INLINE.contains(element.normalName())) {
            flush();
            item = false;
            headline = false;
        }
        root = root == current ? -1 : root;
        left = left == current ? -1 : left;
        written = written == current ? -1 : written;
        current = tree.parent(current);
    }

    private void flush() {
        String words = line.toString().strip();
        if (!words.isEmpty()) {
            boolean elsewhere = linked >= NEARLY_ALL * words.length() && words.length() < LONG_LINE;
            String why = headline ? TITLE : elsewhere ? LINK : null;
            if (why == null) {
                lines.addAll(item ? List.of(Line.kept("- " + words)) : List.of(Line.kept(""), Line.kept(words), Line.kept("")));
                anyText |= words.length() >= PageTree.PARAGRAPH;
            } else if (detail == Detail.WHOLE_PAGE) {
                lines.add(new Line(words, why));
            }
        }
        line.setLength(0);
        linked = 0;
        flushLost();
    }

    private void flushLost() {
        String words = lost.toString().strip();
        if (!words.isEmpty()) {
            lines.add(new Line(words, lostFor));
        }
        lost.setLength(0);
    }

    private static boolean isDataTable(Element table) {
        return table.select("table").size() == 1
                && table.select("tr").stream().anyMatch(row -> row.select("td, th").size() > 1)
                && table.select("td, th").stream().allMatch(cell -> cell.text().length() <= LONG_CELL);
    }

    private static String row(Element row) {
        return row.select("td, th").stream()
                .map(cell -> cell.text().replace('|', '/').strip())
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
