package org.openwash.claims;

import java.util.List;
import java.util.Optional;

/// Finds the company whose conduct is praised or blamed: "Meta is a champion of open source", "Zuckerberg's commitment
/// to openness".
final class Conduct {

    private final NameLists lists;
    private final Pronouns pronouns;

    Conduct(NameLists lists, Pronouns pronouns) {
        this.lists = lists;
        this.pronouns = pronouns;
    }

    /// The company that the sentence is about, or a thing that is its grammatical subject.
    Binding bind(Scene scene, Cue.Match match, Discourse discourse) {
        for (int i = match.start() - 1; i >= scene.clauseStart(match.start()); i--) {
            Optional<Referent> company = companyAt(scene, i, discourse);
            if (company.isPresent()) {
                return new Binding(List.of(company.get()), 0.8, "the company before it");
            }
            boolean aside = scene.at(i - 1).tag().equals("ADP");
            if (scene.unit(i).isThing() && !scene.actsAsCompany(i) && !aside) {
                return new Binding(lists.thingsTo(scene, i), 0.75, "the name before it");
            }
        }
        Binding maker = anyMaker(scene, discourse);
        if (maker.found() || !pronouns.refersBack(scene)) {
            return maker;
        }
        return discourse.organisation()
                .map(o -> new Binding(List.of(o), 0.45, "the company spoken of"))
                .orElse(Binding.NONE);
    }

    /// The first maker that the sentence names, itself or by one of its people.
    Binding anyMaker(Scene scene, Discourse discourse) {
        for (int i = 0; i < scene.size(); i++) {
            Optional<Referent> company = companyAt(scene, i, discourse);
            if (company.isPresent()) {
                return new Binding(List.of(company.get()), 0.6, "a company in the sentence");
            }
        }
        return Binding.NONE;
    }

    private static Optional<Referent> companyAt(Scene scene, int i, Discourse discourse) {
        Unit unit = scene.unit(i);
        if (unit.isOrganisation() || scene.actsAsCompany(i)) {
            return unit.organisation()
                    .filter(discourse::isMaker)
                    .map(id -> Referent.organisation(id, unit.name().text()));
        }
        return unit.isPerson() ? discourse.companyOf(unit.name().id()) : Optional.empty();
    }
}
