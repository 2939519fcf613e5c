package org.openwash.claims;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openwash.domain.Mention;

/// Knows the common nouns for what can be open: "model", "database", "weights", "data set".
final class ThingNouns {

    private final Set<String> models;
    private final Set<String> software;
    private final Set<String> datasets;
    private final Set<String> parts;
    private final Set<String> companies;

    ThingNouns(Words words) {
        models = words.of("model");
        software = words.of("software");
        datasets = words.of("dataset");
        companies = words.of("company");
        parts = Stream.of("weight", "data", "recipe", "licence", "things", "document")
                .flatMap(name -> words.of(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a noun names the kind of thing that can be open, or a part of one.
    boolean isThing(Unit unit) {
        return unit.isWord() && (isModel(unit) || software.contains(unit.lemma()) || isPart(unit)
                || datasets.contains(unit.lemma()));
    }

    boolean isModel(Unit unit) {
        return models.contains(unit.lemma());
    }

    /// "weights", "licence", "release": what a thing has, or what it is offered as
    boolean isPart(Unit unit) {
        return parts.contains(unit.lemma());
    }

    /// The kind of thing that a noun names, if it names a whole one.
    Optional<Mention.Kind> kind(Unit unit) {
        if (isModel(unit)) {
            return Optional.of(Mention.Kind.MODEL);
        }
        return software.contains(unit.lemma()) && !isPart(unit) ? Optional.of(Mention.Kind.SOFTWARE) : Optional.empty();
    }

    /// Whether "the" before the noun points back to a thing or company: "the database", "the startup".
    boolean refers(Unit unit) {
        return unit.isWord() && (isModel(unit) || software.contains(unit.lemma()) || isPart(unit)
                || companies.contains(unit.lemma()));
    }
}
