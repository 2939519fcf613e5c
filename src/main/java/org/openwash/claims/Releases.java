package org.openwash.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds what a company is said to have put out without its name: "OpenAI published two open-weight models", "Google
/// released its first open models under the Apache licence".
final class Releases {

    private final Set<String> release;
    private final ThingNouns nouns;

    Releases(Words words, ThingNouns nouns) {
        release = words.of("launch");
        this.nouns = nouns;
    }

    /// The company's open things, if the clause says that it released some and the wording describes or follows them.
    Binding of(Scene scene, Cue.Match match, Discourse discourse) {
        int verb = -1;
        int start = scene.clauseStart(match.start());
        for (int i = match.start() - 1; i > start && verb < 0; i--) {
            if (scene.unit(i).isVerbal() && release.contains(scene.unit(i).lemma())) {
                verb = i;
            }
        }
        if (verb < 0 || !namesThings(scene, verb + 1, match.end() + 1)) {
            return Binding.NONE;
        }
        for (int i = start; i < verb; i++) {
            Unit unit = scene.unit(i);
            Optional<Referent> thing = unit.isOrganisation() && !scene.at(i - 1).tag().equals("ADP")
                    ? unit.organisation().flatMap(id -> discourse.openThingOf(id, unit.name().text()))
                    : Optional.empty();
            if (thing.isPresent()) {
                return new Binding(List.of(thing.get()), 0.75, "what the company released");
            }
        }
        return Binding.NONE;
    }

    private boolean namesThings(Scene scene, int from, int to) {
        for (int i = from; i < Math.min(to, scene.size()); i++) {
            if (scene.unit(i).isThing()) {
                return false; // it has a name
            }
            if (nouns.isThing(scene.unit(i))) {
                return true;
            }
        }
        return false;
    }
}
