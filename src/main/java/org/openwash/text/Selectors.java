package org.openwash.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.openwash.domain.DataFile;

/// A table that begins with CSS selectors, asked of all elements of a page. Each selector begins with a tag, an id or
/// an attribute, and is tried only on elements that have it.
final class Selectors {

    /// A row and its place among the rows: the first is the surest.
    record Match(int rank, DataFile.Row row) {}

    private static final int MOST_KNOWN = 10_000;
    private static final Pattern TAG = Pattern.compile("^([a-z][a-z0-9-]*)(.*)$");
    private static final Pattern ATTRIBUTE = Pattern.compile("^\\[([a-z-]+)(?:[~^$*!]?=[^\\[\\]]*(?:\\[[^\\]]*][^\\[\\]]*)*)?](.*)$");

    /// @param known where nothing but the value of its attribute decides, what was decided: the same classes come again
    ///              and again
    private record Test(@Nullable Evaluator evaluator, Match match, @Nullable Map<String, Boolean> known) {}

    private final Map<String, List<Test>> byTag = new HashMap<>();
    private final Map<String, List<Test>> byAttribute = new HashMap<>();

    static Selectors load(String file, int columns) {
        var selectors = new Selectors();
        int rank = 0;
        for (DataFile.Row row : DataFile.rowsBelowHeader("text/" + file, columns)) {
            selectors.add(row, new Match(rank++, row));
        }
        return selectors;
    }

    private void add(DataFile.Row row, Match match) {
        String selector = row.cell(0);
        Matcher tag = TAG.matcher(selector);
        Matcher attribute = ATTRIBUTE.matcher(selector);
        if (tag.matches()) {
            Evaluator evaluator = tag.group(2).isEmpty() ? null : selector(row, 0);
            byTag.computeIfAbsent(tag.group(1), t -> new ArrayList<>()).add(new Test(evaluator, match, null));
        } else if (selector.startsWith("#")) {
            byAttribute.computeIfAbsent("id", a -> new ArrayList<>()).add(new Test(selector(row, 0), match, null));
        } else if (attribute.matches()) {
            byAttribute.computeIfAbsent(attribute.group(1), a -> new ArrayList<>())
                    .add(new Test(selector(row, 0), match, attribute.group(2).isEmpty() ? new ConcurrentHashMap<>() : null));
        } else {
            throw row.wrong("begins with neither a tag, an id nor an attribute: " + selector);
        }
    }

    private static Evaluator selector(DataFile.Row row, int column) {
        try {
            return QueryParser.parse(row.cell(column));
        } catch (SelectorParseException | IllegalArgumentException e) {
            throw row.wrong("not a selector: " + row.cell(column));
        }
    }

    /// By element, the first row that it fits.
    @Nullable Match[] firstEach(PageTree tree) {
        var found = new Match[tree.size()];
        Element root = tree.element(0);
        for (int i = 0; i < found.length; i++) {
            if (!tree.holdsText(i)) {
                continue; // whatever it is, nothing is to be had from it
            }
            Element element = tree.element(i);
            Match best = null;
            for (Test test : byTag.getOrDefault(element.normalName(), List.of())) {
                boolean fits = test.evaluator == null || test.evaluator.matches(root, element);
                best = fits ? better(best, test.match) : best;
            }
            if (element.attributesSize() > 0) {
                Attributes attributes = element.attributes();
                for (Map.Entry<String, List<Test>> tests : byAttribute.entrySet()) {
                    if (!attributes.hasKey(tests.getKey())) {
                        continue;
                    }
                    String value = attributes.get(tests.getKey());
                    for (Test test : tests.getValue()) {
                        best = fits(test, value, element, root) ? better(best, test.match) : best;
                    }
                }
            }
            found[i] = best;
        }
        return found;
    }

    private static boolean fits(Test test, String value, Element element, Element root) {
        Boolean known = test.known == null ? null : test.known.get(value);
        if (known != null) {
            return known;
        }
        boolean fits = test.evaluator.matches(root, element);
        if (test.known != null && test.known.size() < MOST_KNOWN) {
            test.known.put(value, fits);
        }
        return fits;
    }

    private static Match better(@Nullable Match one, Match other) {
        return one == null || other.rank < one.rank ? other : one;
    }
}
