package org.openwash.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.openwash.domain.DataFile;

/// A table that begins with CSS selectors, asked of one element after the other. Plain tag names are looked up; the
/// others are tried only on elements that have attributes.
final class Selectors {

    /// A row and its place among the rows: the first is the surest.
    record Match(int rank, DataFile.Row row) {}

    private static final Pattern TAG = Pattern.compile("[a-z0-9-]+");

    private record Test(Evaluator evaluator, Match match) {}

    private final Map<String, Match> tags = new HashMap<>();
    private final List<Test> tests = new ArrayList<>();

    static Selectors load(String file, int columns) {
        var selectors = new Selectors();
        int rank = 0;
        for (DataFile.Row row : DataFile.rowsBelowHeader("text/" + file, columns)) {
            var match = new Match(rank++, row);
            if (TAG.matcher(row.cell(0)).matches()) {
                selectors.tags.put(row.cell(0), match);
            } else {
                selectors.tests.add(new Test(selector(row, 0), match));
            }
        }
        return selectors;
    }

    static Evaluator selector(DataFile.Row row, int column) {
        try {
            return QueryParser.parse(row.cell(column));
        } catch (SelectorParseException | IllegalArgumentException e) {
            throw row.wrong("not a selector: " + row.cell(column));
        }
    }

    /// The first row that an element fits.
    @Nullable Match first(Element element, Element root) {
        Match byTag = tags.get(element.normalName());
        if (element.attributesSize() > 0) {
            for (Test test : tests) {
                if (byTag != null && byTag.rank < test.match.rank) {
                    break;
                }
                if (test.evaluator.matches(root, element)) {
                    return test.match;
                }
            }
        }
        return byTag;
    }
}
