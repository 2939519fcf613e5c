package org.openwash.upstream;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openwash.domain.Alias;
import org.openwash.domain.DataFile;
import org.openwash.domain.Organisation;
import org.openwash.facts.FactBook;

/// Tells which organisations of ours an upstream names as makers: "Microsoft and Peking University" are two.
final class Makers {

    private final Map<String, Set<String>> ids = new HashMap<>();

    Makers(FactBook book) {
        for (Organisation organisation : book.catalogue().organisations()) {
            add(organisation.name(), organisation.id());
            for (Alias alias : organisation.aliases()) {
                add(alias.text(), organisation.id());
            }
        }
        DataFile.rows("upstream/makers.tsv", 2).forEach(row -> add(row.cell(0), row.cell(1)));
    }

    private void add(String name, String id) {
        ids.computeIfAbsent(Folded.of(name), n -> new TreeSet<>()).add(id);
    }

    /// Their ids, sorted; those that are none of ours left out.
    Set<String> named(String text) {
        Set<String> found = new TreeSet<>(ids.getOrDefault(Folded.of(text), Set.of()));
        for (String part : text.split(" and |[,&/()]")) {
            found.addAll(ids.getOrDefault(Folded.of(part), Set.of()));
        }
        return found;
    }
}
