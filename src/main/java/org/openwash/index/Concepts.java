package org.openwash.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openwash.domain.DataFile;

/// Knows which words have a meaning in common, from the table that the reading of claims rests on: "forbids" and
/// "off-limits".
final class Concepts {

    /// @param words as the index has them: stems
    record Concept(String name, Set<String> words) {}

    private static final Map<String, List<Concept>> BY_WORD = load();

    private Concepts() {}

    /// The meanings of the words, each once.
    static Collection<Concept> of(Collection<String> words) {
        Set<Concept> concepts = new LinkedHashSet<>();
        words.forEach(word -> concepts.addAll(BY_WORD.getOrDefault(word, List.of())));
        return concepts;
    }

    private static Map<String, List<Concept>> load() {
        var byWord = new HashMap<String, List<Concept>>();
        for (DataFile.Row row : DataFile.rows("claims/concepts.tsv", 4)) {
            Set<String> words = new LinkedHashSet<>();
            for (String word : row.cell(2).split(" ")) {
                List<String> terms = ClaimAnalyzer.terms(Fields.SENTENCE, word);
                words.add(terms.getLast()); // the stem, or of two words the head
            }
            var concept = new Concept(row.cell(0), Set.copyOf(words));
            words.forEach(word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(concept));
        }
        return byWord;
    }
}
