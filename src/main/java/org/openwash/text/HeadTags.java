package org.openwash.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
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

    private static final int LONGEST = 500;
    private static final int MOST_VALUES = 20;
    private static final int MOST_ELEMENTS = 2_000;

    private record Name(String name, Sureness sureness) {}

    private final Map<Field, List<Name>> names;

    private HeadTags(Map<Field, List<Name>> names) {
        this.names = names;
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
        elements.stream().filter(e -> e.normalName().equals("meta")).limit(MOST_ELEMENTS).forEach(meta -> {
            String content = Characters.line(meta.attr("content"));
            if (content.isEmpty() || content.length() > LONGEST) {
                return;
            }
            Stream.of("property", "name", "itemprop", "http-equiv")
                    .map(attribute -> meta.attr(attribute).strip().toLowerCase(Locale.ROOT))
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .forEach(name -> contents.computeIfAbsent(name, n -> new ArrayList<>()).add(content));
        });
        return new Stated(contents);
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
                contents.getOrDefault(name.name, List.of()).stream().distinct().limit(MOST_VALUES)
                        .forEach(words -> values.add(new Value(words,
                                new Provenance(DateBasis.META, name.sureness), "meta " + name.name)));
            }
            return values;
        }
    }
}
