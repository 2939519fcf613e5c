package org.openwash.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.openwash.domain.DataFile;

/// Knows by tag, role and class which blocks of a page hold the article and which surround it. The names are data:
/// `html-containers.txt`, `html-drop.txt`, `html-drop-names.txt`.
final class BlockNames {

    private static final Pattern PARTS = Pattern.compile("[^\\p{Alnum}]+|(?<=[\\p{Lower}\\p{Digit}])(?=\\p{Upper})");
    private static final int LONGEST_NAME = 300;
    private static final int MOST_WORDS = 3;

    private final List<Evaluator> containers;
    private final List<Evaluator> dropped;
    private final Set<String> names;

    private BlockNames(List<Evaluator> containers, List<Evaluator> dropped, Set<String> names) {
        this.containers = List.copyOf(containers);
        this.dropped = List.copyOf(dropped);
        this.names = Set.copyOf(names);
    }

    static BlockNames load() {
        Set<String> names = new HashSet<>();
        DataFile.rowsBelowHeader("text/html-drop-names.txt", 1).forEach(row -> names.add(row.cell(0).toLowerCase(Locale.ROOT)));
        return new BlockNames(selectors("html-containers.txt"), selectors("html-drop.txt"), names);
    }

    /// Where article text is kept, surest first.
    List<Evaluator> containers() {
        return containers;
    }

    /// What never holds article text.
    List<Evaluator> dropped() {
        return dropped;
    }

    /// Whether a class, id or the like says that this surrounds the article.
    boolean surrounds(Element element) {
        return surrounds(element.className()) || surrounds(element.id()) || surrounds(element.attr("data-testid"));
    }

    private boolean surrounds(String attribute) {
        if (attribute.isEmpty() || attribute.length() > LONGEST_NAME) {
            return false;
        }
        for (String name : attribute.split("\\s+")) {
            String[] words = PARTS.split(name);
            for (int start = 0; start < words.length; start++) {
                var run = new StringBuilder();
                for (int end = start; end < words.length && end < start + MOST_WORDS; end++) {
                    run.append(end > start ? " " : "").append(words[end].toLowerCase(Locale.ROOT));
                    if (names.contains(run.toString())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    static Evaluator selector(DataFile.Row row, int column) {
        try {
            return QueryParser.parse(row.cell(column));
        } catch (SelectorParseException | IllegalArgumentException e) {
            throw row.wrong("not a selector: " + row.cell(column));
        }
    }

    private static List<Evaluator> selectors(String file) {
        List<Evaluator> selectors = new ArrayList<>();
        DataFile.rowsBelowHeader("text/" + file, 1).forEach(row -> selectors.add(selector(row, 0)));
        return selectors;
    }
}
