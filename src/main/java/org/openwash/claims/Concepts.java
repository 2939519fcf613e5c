package org.openwash.claims;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openwash.domain.DataFile;

/// What words mean, roughly: concepts.tsv. A word has none, one or several concepts.
///
/// @param byWord sorted, so that features come in a fixed order
record Concepts(Map<String, List<String>> byWord) {

    static final String FILE = "claims/concepts.tsv";

    static Concepts load() {
        Map<String, Set<String>> found = new HashMap<>();
        for (DataFile.Row row : DataFile.rows(FILE, 4)) {
            Map<String, String> forms = new HashMap<>();
            for (String word : row.cell(2).split(" +")) {
                switch (row.cell(1)) {
                    case "verb" -> Verbs.inflect(word, forms);
                    case "word" -> forms.put(word, word);
                    default -> throw row.wrong("\"" + row.cell(1) + "\" is neither \"verb\" nor \"word\".");
                }
            }
            forms.keySet().forEach(form -> found.computeIfAbsent(form, f -> new TreeSet<>()).add(row.cell(0)));
        }
        Map<String, List<String>> byWord = new HashMap<>();
        found.forEach((word, concepts) -> byWord.put(word, List.copyOf(concepts)));
        return new Concepts(Map.copyOf(byWord));
    }

    /// The words of each concept, in all their forms.
    Map<String, Set<String>> words() {
        Map<String, Set<String>> words = new TreeMap<>();
        byWord.forEach((word, concepts) -> concepts.forEach(
                concept -> words.computeIfAbsent(concept, c -> new TreeSet<>()).add(word)));
        return words;
    }

    List<String> of(Unit unit) {
        if (!unit.isWord()) {
            return List.of();
        }
        List<String> byLemma = byWord.get(unit.lemma());
        return byLemma != null ? byLemma : byWord.getOrDefault(unit.form(), List.of());
    }
}
