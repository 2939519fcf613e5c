package org.openwash.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openwash.domain.DataFile;
import org.openwash.domain.SetupException;

/// The word classes of words.tsv by name, so that what the rules know of English is data.
record Words(Map<String, WordSet> classes) {

    private static final String FILE = "claims/words.tsv";

    static Words load() {
        var classes = new HashMap<String, List<String>>();
        for (DataFile.Row row : DataFile.rows(FILE, 2)) {
            classes.computeIfAbsent(row.cell(0), n -> new ArrayList<>())
                    .addAll(List.of(row.cell(1).strip().split(" +")));
        }
        Concepts.load().words().forEach((concept, words) -> classes.put("%" + concept, List.copyOf(words)));
        var sets = new HashMap<String, WordSet>();
        classes.forEach((name, words) -> sets.put(name, new WordSet(words)));
        return new Words(Map.copyOf(sets));
    }

    /// @throws SetupException if there is no such class
    WordSet of(String name) {
        WordSet words = classes.get(name);
        if (words == null) {
            throw new SetupException(
                    "No word class @" + name + " in " + FILE + "; add it, or mend the rule that names it.");
        }
        return words;
    }

    /// A class of forms and what they are forms of, written `said=say`.
    ///
    /// @throws SetupException if there is no such class, or a word in it is no pair
    Map<String, String> pairs(String name) {
        var pairs = new HashMap<String, String>();
        for (String pair : of(name)) {
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw new SetupException("\"" + pair + "\" in the word class " + name + " of " + FILE
                        + " is no pair; write form=lemma.");
            }
            pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return Map.copyOf(pairs);
    }
}
