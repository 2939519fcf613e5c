package org.openwash.upstream;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openwash.domain.Alias;
import org.openwash.facts.FactBook;
import org.openwash.facts.Licence;
import org.openwash.facts.LicenceExpression;

/// Tells which licence of ours an upstream's free text names, by our ids, names and aliases and by [LicenceWords]. A
/// name that fits two is none.
final class LicenceNames {

    private final FactBook book;
    private final LicenceWords words = LicenceWords.load();
    private final Map<String, Set<String>> ids = new HashMap<>();

    LicenceNames(FactBook book) {
        this.book = book;
        for (Licence licence : book.licences().values()) {
            add(licence.id(), licence.id());
            add(licence.name(), licence.id());
            for (Alias alias : licence.aliases()) {
                add(alias.text(), licence.id());
            }
        }
    }

    private void add(String name, String id) {
        ids.computeIfAbsent(Folded.ofLicence(name), n -> new TreeSet<>()).add(id);
    }

    boolean isTaken(String name) {
        return ids.containsKey(Folded.ofLicence(name));
    }

    boolean saysSomething(String text) {
        return words.saysSomething(text);
    }

    Optional<Licence> named(String text) {
        Set<String> found = ids.getOrDefault(Folded.ofLicence(text), Set.of());
        Optional<String> id = found.size() == 1 ? Optional.of(found.iterator().next()) : words.id(text);
        return id.flatMap(book::licence);
    }

    /// Whether an expression of ours is, or lets the recipient choose, the licence; for a group, any licence of it.
    boolean agrees(LicenceExpression ours, Licence theirs) {
        return switch (ours) {
            case LicenceExpression.Named named -> named.id().equals(theirs.id())
                    || theirs.generic() && book.licence(named.id()).filter(l -> l.group().equals(theirs.id()))
                            .isPresent();
            case LicenceExpression.With with -> agrees(with.licence(), theirs);
            case LicenceExpression.AnyOf any -> any.choices().stream().anyMatch(c -> agrees(c, theirs));
            case LicenceExpression.AllOf all -> false;
        };
    }

    /// Whether the licence is one of several of ours that bind together: an upstream that names one has seen a part.
    boolean isPart(LicenceExpression ours, Licence theirs) {
        return ours instanceof LicenceExpression.AllOf all && all.parts().stream().anyMatch(p -> agrees(p, theirs));
    }
}
