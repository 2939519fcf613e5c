package org.openwash.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Attribute;
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

    private record Test(@Nullable Evaluator evaluator, Match match) {}

    /// The tests of one attribute.
    private static final class Tests {

        /// Those that nothing but the attribute's value decides, and what was decided: the same classes come again and
        /// again, on one page and on the pages of one site.
        private final List<Test> alone = new ArrayList<>();
        private final Map<String, Optional<Match>> known = new ConcurrentHashMap<>();
        private final List<Test> others = new ArrayList<>();

        private @Nullable Match first(String value, Element element, Element root) {
            Optional<Match> decided = known.get(value);
            if (decided == null) {
                decided = Optional.ofNullable(Selectors.first(alone, null, element, root));
                if (known.size() < MOST_KNOWN) {
                    known.put(value, decided);
                }
            }
            return Selectors.first(others, decided.orElse(null), element, root);
        }
    }

    private final Map<String, List<Test>> byTag = new HashMap<>();
    private final Map<String, Tests> byAttribute = new HashMap<>();

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
            Evaluator evaluator = tag.group(2).isEmpty() ? null : selector(row);
            byTag.computeIfAbsent(tag.group(1), t -> new ArrayList<>()).add(new Test(evaluator, match));
        } else if (selector.startsWith("#")) {
            byAttribute.computeIfAbsent("id", a -> new Tests()).others.add(new Test(selector(row), match));
        } else if (attribute.matches()) {
            Tests tests = byAttribute.computeIfAbsent(attribute.group(1), a -> new Tests());
            (attribute.group(2).isEmpty() ? tests.alone : tests.others).add(new Test(selector(row), match));
        } else {
            throw row.wrong("begins with neither a tag, an id nor an attribute: " + selector);
        }
    }

    private static Evaluator selector(DataFile.Row row) {
        try {
            return QueryParser.parse(row.cell(0));
        } catch (SelectorParseException | IllegalArgumentException e) {
            throw row.wrong("not a selector: " + row.cell(0));
        }
    }

    OnPage on(PageTree tree) {
        return new OnPage(tree);
    }

    /// The selectors asked of one page's elements, when they are needed: nobody asks what is within a menu.
    final class OnPage {

        private final PageTree tree;
        private final List<@Nullable Optional<Match>> known;

        private OnPage(PageTree tree) {
            this.tree = tree;
            known = new ArrayList<>(Collections.nCopies(tree.size(), null));
        }

        /// The first row that an element fits.
        @Nullable Match first(int i) {
            Optional<Match> match = known.get(i);
            if (match == null) {
                match = tree.holdsText(i) ? find(tree.element(i)) : Optional.empty(); // nothing is to be had from it
                known.set(i, match);
            }
            return match.orElse(null);
        }

        private Optional<Match> find(Element element) {
            Element root = tree.element(0);
            List<Test> tests = byTag.get(element.normalName());
            Match best = tests == null ? null : Selectors.first(tests, null, element, root);
            if (element.attributesSize() > 0) {
                for (Attribute attribute : element.attributes()) {
                    Tests more = byAttribute.get(attribute.getKey());
                    Match match = more == null ? null : more.first(attribute.getValue(), element, root);
                    best = match == null ? best : better(best, match);
                }
            }
            return Optional.ofNullable(best);
        }
    }

    private static @Nullable Match first(List<Test> tests, @Nullable Match best, Element element, Element root) {
        for (Test test : tests) {
            if (test.evaluator == null || test.evaluator.matches(root, element)) {
                best = better(best, test.match);
            }
        }
        return best;
    }

    private static Match better(@Nullable Match one, Match other) {
        return one == null || other.rank < one.rank ? other : one;
    }
}
