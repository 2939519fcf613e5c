package org.openwash.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.openwash.domain.DataFile;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Provenance;
import org.openwash.domain.Sureness;

/// Reads what the `meta` elements of a page state. Their names are data: `html-meta.tsv`.
final class HeadTags {

    enum Field { TITLE, OUTLET, AUTHOR, URL, DATE, MODIFIED, LANGUAGE }

    /// A value, where it was found, and the words to tell people so.
    record Value(String words, Provenance origin, String place) {}

    private static final List<String> NAMED_BY = List.of("property", "name", "itemprop", "http-equiv");
    private static final int LONGEST = 500;
    private static final int MOST_VALUES = 20;
    private static final int MOST_ELEMENTS = 2_000;

    private record Name(String name, Sureness sureness) {}

    private final Map<Field, List<Name>> names;
    private final Set<String> asked = new HashSet<>();

    private HeadTags(Map<Field, List<Name>> names) {
        this.names = names;
        names.values().forEach(all -> all.forEach(name -> asked.add(name.name)));
    }

    static HeadTags load() {
        Map<Field, List<Name>> names = new EnumMap<>(Field.class);
        for (DataFile.Row row : DataFile.rowsBelowHeader("text/html-meta.tsv", 3)) {
            try {
                names.computeIfAbsent(Field.valueOf(row.cell(0).toUpperCase(Locale.ROOT)), f -> new ArrayList<>())
                        .add(new Name(row.cell(1), Sureness.valueOf(row.cell(2).toUpperCase(Locale.ROOT))));
            } catch (IllegalArgumentException e) {
                throw row.wrong("no such field or sureness: " + row.cell(0) + ", " + row.cell(2));
            }
        }
        return new HeadTags(names);
    }

    /// @param elements the `meta` elements of a page, among others
    Stated of(List<Element> elements) {
        Map<String, List<String>> contents = new HashMap<>();
        int looked = 0;
        for (Element meta : elements) {
            if (!meta.normalName().equals("meta") || looked++ >= MOST_ELEMENTS) {
                continue;
            }
            Set<String> called = known(meta);
            String content = called.isEmpty() ? "" : Characters.line(meta.attr("content"));
            if (!content.isEmpty() && content.length() <= LONGEST) {
                called.forEach(name -> contents.computeIfAbsent(name, n -> new ArrayList<>()).add(content));
            }
        }
        return new Stated(contents);
    }

    /// The names of an element, as far as anybody asks for them.
    private Set<String> known(Element meta) {
        Set<String> called = Set.of();
        for (String attribute : NAMED_BY) {
            String name = meta.attr(attribute);
            name = name.isEmpty() ? "" : name.strip().toLowerCase(Locale.ROOT);
            if (asked.contains(name)) {
                called = called.isEmpty() ? new HashSet<>() : called;
                called.add(name);
            }
        }
        return called;
    }

    /// The statements of one page.
    final class Stated {

        private final Map<String, List<String>> contents;

        private Stated(Map<String, List<String>> contents) {
            this.contents = contents;
        }

        /// Surest first; several elements of one name are several values.
        List<Value> all(Field field) {
            List<Value> values = new ArrayList<>();
            for (Name name : names.getOrDefault(field, List.of())) {
                List<String> all = contents.get(name.name);
                if (all != null) {
                    all.stream().distinct().limit(MOST_VALUES).forEach(words -> values.add(new Value(words,
                            new Provenance(DateBasis.META, name.sureness), "meta " + name.name)));
                }
            }
            return values;
        }
    }
}
