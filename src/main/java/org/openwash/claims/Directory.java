package org.openwash.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Mention;
import org.openwash.domain.Organisation;
import org.openwash.domain.Subject;

/// Finds what the catalogue knows by the words under which articles speak of it: companies by their people and by the
/// outlets that bear their names, things by their licences. Made once, since each article asks often.
final class Directory {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Set<String> makers = new HashSet<>();
    private final Map<String, List<String>> companiesByPerson = new HashMap<>();
    private final Map<String, String> companiesByName = new LinkedHashMap<>();
    private final Map<String, Subject> thingsByName = new HashMap<>();

    Directory(Catalogue catalogue) {
        for (Subject subject : catalogue.subjects()) {
            makers.addAll(subject.vendors());
            thingsByName.putIfAbsent(subject.name().toLowerCase(Locale.ROOT), subject);
        }
        for (Organisation organisation : catalogue.organisations()) {
            companiesByName.put(organisation.id(), plain(organisation.name()));
            for (String person : Set.copyOf(organisation.people())) {
                companiesByPerson.computeIfAbsent(person, p -> new ArrayList<>()).add(organisation.id());
            }
        }
    }

    /// Letters and digits in lower case, with spaces around and between the words.
    private static String plain(String name) {
        return " " + NO_LETTERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ") + " ";
    }

    /// Whether a company makes something of the catalogue: only of makers is openness claimed or denied.
    boolean isMaker(String organisationId) {
        return makers.contains(organisationId);
    }

    /// The companies that a person speaks for, in the order of the catalogue.
    List<String> companiesOf(String person) {
        return companiesByPerson.getOrDefault(person, List.of());
    }

    /// The companies whose name an outlet bears: "MongoDB Blog".
    Set<String> companiesNamedIn(@Nullable String outlet) {
        if (outlet == null) {
            return Set.of();
        }
        String named = plain(outlet);
        var found = new HashSet<String>();
        companiesByName.forEach((id, name) -> {
            if (named.contains(name)) {
                found.add(id);
            }
        });
        return found;
    }

    /// The thing that the name of a licence begins with: "Llama 3.1 Community License".
    Optional<Referent> thingNamedIn(String licence) {
        String lower = licence.toLowerCase(Locale.ROOT);
        for (int end = lower.length(); end > 0; end = lower.lastIndexOf(' ', end - 1)) {
            Subject thing = thingsByName.get(lower.substring(0, end));
            if (thing != null) {
                return Optional.of(new Referent(thing.id(), Mention.Kind.MODEL, thing.name(), null, false));
            }
        }
        return Optional.empty();
    }
}
