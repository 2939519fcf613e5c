package org.openwash.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openwash.domain.Aspect;
import org.openwash.domain.Polarity;

/// Finds whose a thing or a part is: "Meta's open-source model", "Llama's weights", "its licence", "the weights of
/// Llama".
final class Possessors {

    /// how far behind the wording "of" and the name it governs may stand
    private static final int OF = 4;
    private static final int NAME = 5;
    /// how far behind the wording a thing may be named that the company owns
    private static final int OWNED = 6;

    private final Set<String> partOf;
    private final NameLists lists;
    private final NounPhrases phrases;
    private final Pronouns pronouns;
    private final ThingNouns nouns;
    private final Subjects subjects;

    Possessors(
            Words words, NameLists lists, NounPhrases phrases, Pronouns pronouns, ThingNouns nouns, Subjects subjects) {
        partOf = words.of("part-of");
        this.lists = lists;
        this.phrases = phrases;
        this.pronouns = pronouns;
        this.nouns = nouns;
        this.subjects = subjects;
    }

    /// "the weights of Llama", "the licence for Gemma", "the code behind OLMo"
    Binding of(Scene scene, Cue.Match match) {
        for (int i = match.start(); i < Math.min(match.end() + OF, scene.size()); i++) {
            Unit unit = scene.unit(i);
            boolean of = partOf.contains(unit.lemma()) || partOf.contains(unit.form());
            if (of && scene.sameClause(match.start(), i)) {
                int thing = scene.firstThing(i + 1, Math.min(i + NAME, scene.clauseEnd(i)));
                if (thing >= 0) {
                    return new Binding(lists.thingsFrom(scene, thing), 0.9, "of the name");
                }
            }
        }
        return Binding.NONE;
    }

    /// "Llama's", "Meta's", "its", before the wording or within it: "release its weights".
    Binding before(Scene scene, Cue.Match match, boolean describesNoun, Discourse discourse) {
        int left = phrases.leftEdge(scene, match.start());
        for (int i = match.end() - 1; i >= left; i--) {
            Unit unit = scene.at(i);
            if (pronouns.isOwner(unit)) {
                var things = discourse.thingsBefore(scene, i, unit.is("their"));
                return new Binding(things, 0.75, "whose: " + unit.form());
            }
            if (!unit.isPossessive() || i == 0) {
                continue;
            }
            Unit owner = scene.unit(i - 1);
            if (owner.isThing() && !(scene.actsAsCompany(i - 1) && !describesNoun)) {
                return Binding.presupposed(lists.thingsTo(scene, i - 1), 0.9, "whose: the name's");
            }
            Optional<String> company = owner.organisation();
            if (company.isPresent()) {
                return ownedBy(scene, match, i - 1, company.get(), discourse);
            }
        }
        return Binding.NONE;
    }

    /// "Llama, Meta's open-source model" and "Llama is Meta's open model" speak of Llama; "Meta's open models" of the
    /// family they stand for; "OpenAI's closed models" of the company.
    private Binding ownedBy(Scene scene, Cue.Match match, int owner, String company, Discourse discourse) {
        Unit before = scene.at(owner - 1);
        if (before.form().equals(",") && scene.at(owner - 2).isThing()) {
            return new Binding(lists.thingsTo(scene, owner - 2), 0.9, "apposition to the name before it");
        }
        if (before.is("be") || before.is("as") || before.is("remain")) {
            Binding said = subjects.saidOf(scene, owner, discourse);
            if (said.found()) {
                return said;
            }
        }
        int next = scene.firstThing(match.end(), Math.min(scene.clauseEnd(match.end() - 1), match.end() + OWNED));
        if (next >= 0) {
            return new Binding(lists.thingsFrom(scene, next), 0.85, "the company's, named behind it");
        }
        String text = scene.unit(owner).name().text();
        boolean companysOwn = match.cue().polarity() == Polarity.DENIES && match.cue().aspect() == Aspect.OPEN_SOURCE;
        Optional<Referent> thing = companysOwn ? Optional.empty() : discourse.thingOf(company, text);
        return new Binding(List.of(thing.orElse(Referent.organisation(company, text))), 0.7, "the company's");
    }

    /// "open-washing the company's AI models": the things last spoken of.
    Binding behind(Scene scene, Cue.Match match, Discourse discourse) {
        for (int i = match.end(); i < Math.min(match.end() + OWNED, scene.clauseEnd(match.end() - 1)); i++) {
            if (nouns.isThing(scene.unit(i))) {
                return new Binding(discourse.things(false, scene.number()), 0.7, "the " + scene.unit(i).form());
            }
        }
        return Binding.NONE;
    }
}
