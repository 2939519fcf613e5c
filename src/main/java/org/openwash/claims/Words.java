package org.openwash.claims;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openwash.domain.SetupException;

/// The word classes of words.tsv by name.
record Words(Map<String, Set<String>> classes) {

    static Words load() {
        var classes = new HashMap<String, Set<String>>();
        for (DataFile.Row row : DataFile.read("words.tsv", 2)) {
            classes.computeIfAbsent(row.field(0), n -> new LinkedHashSet<>()).addAll(List.of(row.field(1).strip().split(" +")));
        }
        classes.replaceAll((name, words) -> Collections.unmodifiableSet(words));
        return new Words(Map.copyOf(classes));
    }

    /// @throws SetupException if there is no such class
    Set<String> of(String name) {
        Set<String> words = classes.get(name);
        if (words == null) {
            throw new SetupException("No word class @" + name + " in claims/words.tsv; add it, or mend the rule that names it.");
        }
        return words;
    }
}
