package org.openwash.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openwash.domain.Catalogue;
import org.openwash.domain.CharacterCount;
import org.openwash.domain.LicenceName;
import org.openwash.domain.Mention;
import org.openwash.domain.Outcome;

/// Counts how often an article names each thing and person.
final class EntityCount {

    private final Catalogue catalogue;
    private final Map<String, String> licenceNames;

    EntityCount(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.licenceNames = catalogue.licences().stream()
                .collect(Collectors.toMap(LicenceName::id, LicenceName::name, (first, second) -> first));
    }

    private record Key(Mention.Kind kind, String id) {}

    List<Summary.Entity> of(Outcome.Analysed analysed) {
        Map<Key, List<Mention>> groups = analysed.mentions().stream()
                .sorted()
                .collect(Collectors.groupingBy(m -> new Key(m.kind(), m.id()), LinkedHashMap::new, Collectors.toList()));
        Function<Integer, Integer> characters = new CharacterCount(analysed.article().text())::upTo;
        List<Summary.Entity> entities = new ArrayList<>();
        groups.forEach((key, mentions) -> entities.add(new Summary.Entity(
                analysed.article().id(),
                analysed.source(),
                name(key),
                key.kind.name().toLowerCase(Locale.ROOT),
                key.kind == Mention.Kind.PERSON ? null : key.id,
                mentions.size(),
                mentions.stream()
                        .filter(m -> m.sentence() > 0)
                        .findFirst()
                        .map(m -> characters.apply(m.span().start()))
                        .orElse(null))));
        return entities;
    }

    private String name(Key key) {
        return switch (key.kind) {
            case PERSON -> key.id;
            case LICENCE -> licenceNames.getOrDefault(key.id, key.id);
            case MODEL, SOFTWARE, DATASET, ORGANISATION -> catalogue.nameOf(key.id);
        };
    }
}
