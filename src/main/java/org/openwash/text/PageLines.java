package org.openwash.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// Writes the blocks of a page as lines: paragraphs and headings as they are, list items after `- `, tables as
/// `| a | b |`. Lines that are all link go: they lead elsewhere.
final class PageLines {

    private static final Set<String> INLINE = Set.of("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code",
            "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "rb", "ruby", "s", "samp", "small",
            "span",
            "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr", "#text", "#comment", "#data");
    private static final double NEARLY_ALL = 0.8;
    private static final int LONG_LINE = 200;
    private static final int LONG_CELL = 200;

    private PageLines() {}

    static List<String> of(List<Element> blocks) {
        List<String> lines = new ArrayList<>();
        for (Element block : blocks) {
            var writer = new Writer(lines);
            block.traverse(writer);
            writer.flush();
        }
        return lines;
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

    /// Gathers the text between two block borders into one line.
    private static final class Writer implements NodeVisitor {

        private final List<String> lines;
        private final StringBuilder line = new StringBuilder();
        private int linked;
        private int links;
        private boolean item;
        private @Nullable Node written; // the table whose rows are written already, while walking through it

        Writer(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void head(Node node, int depth) {
            if (written != null) {
                return;
            }
            String name = node.normalName();
            if (node instanceof TextNode text) {
                String words = text.getWholeText().replaceAll("\\s+", " ");
                line.append(words);
                linked += links > 0 ? words.length() : 0;
            } else if (name.equals("a")) {
                links++;
            } else if (!INLINE.contains(name)) {
                flush();
                item = name.equals("li") || (item && name.equals("p"));
                if (name.equals("table") && node instanceof Element table && isDataTable(table)) {
                    table.select("tr").forEach(row -> lines.add(row(row)));
                    lines.add("");
                    written = table;
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (written != null) {
                written = written == node ? null : written;
                return;
            }
            if (node.normalName().equals("a")) {
                links--;
            } else if (!INLINE.contains(node.normalName())) {
                flush();
                item = false;
            }
        }

        void flush() {
            String words = line.toString().strip();
            boolean elsewhere = linked >= NEARLY_ALL * words.length() && words.length() < LONG_LINE;
            if (!words.isEmpty() && !elsewhere) {
                lines.addAll(item ? List.of("- " + words) : List.of("", words, ""));
            }
            line.setLength(0);
            linked = 0;
        }
    }
}
