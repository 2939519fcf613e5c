package org.openwash.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openwash.domain.Aspect;
import org.openwash.domain.Polarity;
import org.openwash.domain.Sense;
import org.openwash.domain.Sentence;

/// Finds what a wording is said of, by the construction it stands in.
///
/// Tried in this order, surest first:
///
/// 1. the noun phrase it opens: "the open-source Llama 3", "closed models such as GPT-4"
/// 2. whose it is: "Meta's open-source model", "Llama's weights", "the weights of Llama"
/// 3. the subject it is said of: "Llama is open source", "called Llama open", "GPT-4 and PaLM remain closed"
/// 4. what the sentence names nearest to it
/// 5. what the article spoke of last
final class Binder {

    private static final Set<String> EXAMPLES = Set.of("like", "including", "called", "named", "dubbed", "namely");
    static final String SPOKEN_OF = "what was spoken of";
    private static final Set<String> SIZES_UP = Set.of("unlike", "than", "versus", "vs");

    private final NounPhrases phrases;
    private final Words words;

    Binder(Words words) {
        this.words = words;
        this.phrases = new NounPhrases(words);
    }

    Binding bind(Scene scene, Cue.Match match, Discourse discourse) {
        if (scene.sentence.kind() == Sentence.Kind.TABLE_ROW) {
            List<Referent> row = scene.things(0, scene.size()).stream().map(i -> Referent.thing(scene.unit(i).mention())).distinct().toList();
            return row.isEmpty() ? Binding.NONE : new Binding(row, 0.7, "the names in the table row");
        }
        return switch (match.cue().bind()) {
            case AUTO -> describe(scene, match, discourse);
            case PART -> owner(scene, match, discourse);
            case OBJECT -> object(scene, match, discourse);
            case ORG -> conduct(scene, match, discourse);
            case SENTENCE -> Binding.NONE;
        };
    }

    /// The words describe a thing.
    private Binding describe(Scene scene, Cue.Match match, Discourse discourse) {
        NounPhrases.Phrase phrase = phrases.openedBy(scene, match.start(), match.end());
        if (phrase.thing() >= 0) {
            return Binding.presupposed(listFrom(scene, phrase.thing()), 0.95, "stands before the name");
        }
        boolean label = isLabel(match);
        boolean head = phrase.hasHead() || label && match.length() > 1 && phrases.isThingNoun(scene.unit(match.end() - 1));
        if (head) {
            Binding examples = examples(scene, phrase.end(), discourse);
            if (examples.found()) {
                return examples;
            }
        }
        if (label && phrases.isTopic(scene, match, phrase)) {
            return Binding.NONE; // "open source matters", "by open source", "an open-source summit"
        }
        Binding possessor = possessor(scene, match, phrase, discourse);
        if (possessor.found()) {
            return possessor;
        }
        Binding apposition = apposition(scene, match);
        if (apposition.found()) {
            return apposition;
        }
        boolean predicate = phrases.isPredicate(scene, match.start());
        if (label && head && !predicate && !phrase.definite()) {
            return Binding.NONE; // "open-source models are cheaper", "released an open-source model": none that is named
        }
        Binding said = saidOf(scene, match.start(), discourse);
        if (said.found()) {
            return said;
        }
        if (label && predicate && phrases.hasOtherSubject(scene, match.start())) {
            return Binding.NONE; // "companies that are exclusively open source"
        }
        return nearest(scene, match, discourse);
    }

    /// "R1, an open-source model": the name before the comma.
    private Binding apposition(Scene scene, Cue.Match match) {
        int left = phrases.leftEdge(scene, match.start());
        if (left > 0 && scene.at(left).tag().equals("DET")) {
            left--;
        }
        boolean comma = left > 0 && (scene.at(left).form().equals(",") || scene.at(left).form().equals("("));
        return comma && scene.at(left - 1).isThing() && !scene.actsAsCompany(left - 1)
                ? Binding.presupposed(List.of(Referent.thing(scene.unit(left - 1).mention())), 0.9, "apposition to the name before it")
                : Binding.NONE;
    }

    private static boolean isLabel(Cue.Match match) {
        return match.cue().aspect() == Aspect.OPEN_SOURCE && match.cue().sense() != Sense.LICENCE_ONLY
                || match.cue().aspect() == Aspect.WEIGHTS && match.cue().wording().startsWith("open");
    }

    /// The words speak of a part: weights, licence, data.
    private Binding owner(Scene scene, Cue.Match match, Discourse discourse) {
        NounPhrases.Phrase phrase = phrases.openedBy(scene, match.start(), match.end());
        if (phrase.thing() >= 0 && match.cue().aspect() == Aspect.LICENCE) {
            return new Binding(listFrom(scene, phrase.thing()), 0.9, "stands before the name");
        }
        for (int i = match.start(); i < Math.min(match.end() + 4, scene.size()); i++) {
            boolean of = scene.unit(i).is("of") || scene.unit(i).is("for") || scene.unit(i).is("behind");
            if (of && scene.sameClause(match.start(), i)) {
                int thing = firstThing(scene, i + 1, Math.min(i + 5, scene.clauseEnd(i)));
                if (thing >= 0) {
                    return new Binding(listFrom(scene, thing), 0.9, "of the name");
                }
            }
        }
        Binding possessor = possessor(scene, match, phrase, discourse);
        if (possessor.found()) {
            return possessor;
        }
        if (match.cue().aspect() == Aspect.LICENCE && !phrases.isInForce(scene, match)) {
            return Binding.NONE; // "the BSL leaves too many blanks": a licence as the topic
        }
        int last = match.cue().aspect() == Aspect.LICENCE ? lastThing(scene, scene.clauseStart(match.start()), match.start()) : -1;
        if (last >= 0) {
            return new Binding(listTo(scene, last), 0.85, "the name before it");
        }
        Binding said = saidOf(scene, match.start(), discourse);
        return said.found() && !said.referents().getFirst().isOrganisation() ? said : nearest(scene, match, discourse);
    }

    private static int lastThing(Scene scene, int from, int to) {
        List<Integer> things = scene.things(from, to).stream()
                .filter(i -> !SIZES_UP.contains(scene.before(i).form()))
                .toList();
        return things.isEmpty() ? -1 : things.getLast();
    }

    /// The words are a verb with an object: "open-sourced Llama 3", "Llama 3 was open-sourced".
    private Binding object(Scene scene, Cue.Match match, Discourse discourse) {
        int passive = scene.clauseStart(match.start());
        boolean isPassive = scene.has(Set.of("be"), passive, match.start());
        if (!isPassive) {
            if (match.end() < scene.size() && phrases.isPronoun(scene.unit(match.end()))) {
                return new Binding(discourse.things(phrases.isPlural(scene.unit(match.end())), null, scene.sentence.number()), 0.75,
                        "pronoun as object");
            }
            int thing = firstThing(scene, match.end(), Math.min(scene.clauseEnd(match.start()), match.end() + 7));
            if (thing >= 0) {
                return new Binding(listFrom(scene, thing), 0.95, "object of the verb");
            }
        }
        Binding said = saidOf(scene, match.start(), discourse);
        if (said.found() && !isPassive && said.referents().getFirst().isOrganisation()) {
            Referent company = said.referents().getFirst();
            return discourse.namedThingOf(company.id())
                    .map(t -> new Binding(List.of(t), 0.7, "what the company makes"))
                    .orElse(said);
        }
        if (said.found()) {
            return said;
        }
        Binding possessed = possessed(scene, match, discourse);
        if (possessed.found()) {
            return possessed;
        }
        Binding near = nearest(scene, match, discourse);
        return near.found() ? near : anyMaker(scene, discourse);
    }

    /// "open-washing the company's AI models"
    private Binding possessed(Scene scene, Cue.Match match, Discourse discourse) {
        for (int i = match.end(); i < Math.min(match.end() + 6, scene.clauseEnd(match.end() - 1)); i++) {
            if (phrases.isThingNoun(scene.unit(i))) {
                return new Binding(discourse.things(false, null, scene.sentence.number()), 0.7, "the " + scene.unit(i).form());
            }
        }
        return Binding.NONE;
    }

    private static Binding anyMaker(Scene scene, Discourse discourse) {
        for (int i = 0; i < scene.size(); i++) {
            Optional<Referent> company = companyAt(scene, i, discourse);
            if (company.isPresent()) {
                return new Binding(List.of(company.get()), 0.6, "a company in the sentence");
            }
        }
        return Binding.NONE;
    }

    /// Praise or blame for conduct: the company that the sentence is about, or a thing that is its grammatical subject.
    private Binding conduct(Scene scene, Cue.Match match, Discourse discourse) {
        int start = scene.clauseStart(match.start());
        for (int i = match.start() - 1; i >= start; i--) {
            Optional<Referent> company = companyAt(scene, i, discourse);
            if (company.isPresent()) {
                return new Binding(List.of(company.get()), 0.8, "the company before it");
            }
            boolean aside = scene.at(i - 1).tag().equals("ADP");
            if (scene.unit(i).isThing() && !scene.actsAsCompany(i) && !aside) {
                return new Binding(listTo(scene, i), 0.75, "the name before it");
            }
        }
        Binding maker = anyMaker(scene, discourse);
        if (maker.found()) {
            return maker;
        }
        return phrases.refersBack(scene)
                ? discourse.organisation().map(o -> new Binding(List.of(o), 0.45, "the company spoken of")).orElse(Binding.NONE)
                : Binding.NONE;
    }

    private static Optional<Referent> companyAt(Scene scene, int i, Discourse discourse) {
        Unit unit = scene.unit(i);
        if (unit.isOrganisation() || scene.actsAsCompany(i)) {
            return Scene.organisationOf(unit).filter(discourse::isMaker).map(id -> Referent.organisation(id, unit.mention().text()));
        }
        if (unit.isPerson()) {
            return discourse.companyOf(unit.mention().id());
        }
        return Optional.empty();
    }

    /// "models such as GPT-4 and PaLM", "an open model, Gemma,", "called Llama", "from OpenAI".
    private Binding examples(Scene scene, int from, Discourse discourse) {
        for (int i = from; i < Math.min(from + 9, scene.size()); i++) {
            if (introduces(scene, i) && (i < from + 2 || lists(scene, i))) {
                Binding named = namedBehind(scene, i, discourse);
                if (named.found()) {
                    return named;
                }
            }
        }
        return Binding.NONE;
    }

    private static Binding namedBehind(Scene scene, int i, Discourse discourse) {
        boolean of = scene.unit(i).is("from");
        int to = Math.min(scene.size(), i + (of ? 3 : 8));
        for (int k = i + 1; k < to && !scene.unit(k).isVerbal(); k++) {
            if (scene.unit(k).isThing() && !scene.actsAsCompany(k)) {
                return Binding.presupposed(listFrom(scene, k), 0.9, "named behind it");
            }
            if (Scene.organisationOf(scene.unit(k)).filter(discourse::isMaker).isPresent() && !scene.at(k + 1).isPossessive()) {
                return Binding.presupposed(organisationsFrom(scene, k), 0.8, "the companies named behind it");
            }
        }
        return Binding.NONE;
    }

    private static boolean lists(Scene scene, int i) {
        return EXAMPLES.contains(scene.unit(i).form()) || scene.unit(i).form().equals("such");
    }

    private static boolean introduces(Scene scene, int i) {
        Unit u = scene.unit(i);
        return u.form().equals(",") || u.form().equals(":") || u.form().equals("(") || u.form().equals("from")
                || u.form().equals("by") && scene.at(i - 1).isVerbal()
                || u.form().equals("such") && scene.at(i + 1).is("as")
                || EXAMPLES.contains(u.form());
    }

    /// Whose it is: "Llama's", "Meta's", "its".
    private Binding possessor(Scene scene, Cue.Match match, NounPhrases.Phrase phrase, Discourse discourse) {
        int left = phrases.leftEdge(scene, match.start());
        // inside the wording too: "release its weights"
        for (int i = match.end() - 1; i >= left; i--) {
            Unit u = scene.at(i);
            boolean its = phrases.isPossessivePronoun(u);
            if (its) {
                boolean plural = u.is("their");
                var things = discourse.thingsBefore(scene, i, plural);
                return new Binding(things, 0.75, "whose: " + u.form());
            }
            if (!u.isPossessive() || i == 0) {
                continue;
            }
            Unit owner = scene.unit(i - 1);
            if (owner.isThing() && !(scene.actsAsCompany(i - 1) && !phrase.hasHead())) {
                return Binding.presupposed(listTo(scene, i - 1), 0.9, "whose: the name's");
            }
            Optional<String> company = Scene.organisationOf(owner);
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
            return new Binding(listTo(scene, owner - 2), 0.9, "apposition to the name before it");
        }
        if (before.is("be") || before.is("as") || before.is("remain")) {
            Binding said = saidOf(scene, owner, discourse);
            if (said.found()) {
                return said;
            }
        }
        int next = firstThing(scene, match.end(), Math.min(scene.clauseEnd(match.end() - 1), match.end() + 6));
        if (next >= 0) {
            return new Binding(listFrom(scene, next), 0.85, "the company's, named behind it");
        }
        String text = scene.unit(owner).mention().text();
        boolean companysOwn = match.cue().polarity() == Polarity.DENIES && match.cue().aspect() == Aspect.OPEN_SOURCE;
        Optional<Referent> thing = companysOwn ? Optional.empty() : discourse.thingOf(company, text);
        return new Binding(List.of(thing.orElse(Referent.organisation(company, text))), 0.7, "the company's");
    }

    /// The subject of the clause that the wording ends: a name, a list of names, "it", "the model"; the clause before
    /// lends its subject where this one has none.
    private Binding saidOf(Scene scene, int cue, Discourse discourse) {
        int at = Math.min(cue, scene.size() - 1);
        for (int hops = 0; hops < 3 && at >= 0; hops++) {
            int start = scene.clauseStart(at);
            Binding subject = phrases.subject(scene, start, hops == 0 ? cue : at + 1, discourse);
            if (subject.found()) {
                return hops == 0 ? subject : new Binding(subject.referents(), subject.confidence() * 0.9, subject.how());
            }
            if (!phrases.sharesSubject(scene, start, cue)) {
                return Binding.NONE;
            }
            at = start - 1;
        }
        return Binding.NONE;
    }

    private Binding nearest(Scene scene, Cue.Match match, Discourse discourse) {
        int best = -1;
        int bestDistance = Integer.MAX_VALUE;
        for (int i : scene.things(0, scene.size())) {
            if (SIZES_UP.contains(scene.before(i).form())) {
                continue; // "unlike GPT-4": what it is not said of
            }
            int distance = i < match.start() ? match.start() - i : 2 * (i - match.end() + 1);
            if (!scene.sameClause(i, match.start())) {
                distance += 8;
            }
            if (distance < bestDistance) {
                best = i;
                bestDistance = distance;
            }
        }
        if (best >= 0) {
            return new Binding(best < match.start() ? listTo(scene, best) : listFrom(scene, best),
                    bestDistance < 8 ? 0.7 : 0.55, "the name nearest to it");
        }
        boolean openLabel = isLabel(match);
        if (openLabel) {
            for (int i = 0; i < scene.size(); i++) {
                boolean place = Discourse.PLACES.contains(scene.at(i - 1).form());
                if (!place && Scene.organisationOf(scene.unit(i)).filter(discourse::isMaker).isPresent()
                        && scene.sameClause(i, match.start())) {
                    return new Binding(organisationsFrom(scene, i), 0.5, "a company in the clause");
                }
            }
        }
        List<Referent> spokenOf = phrases.refersBack(scene) ? discourse.things(false, null, scene.sentence.number()) : List.of();
        return spokenOf.isEmpty() ? Binding.NONE : new Binding(spokenOf, 0.5, SPOKEN_OF);
    }

    private static int firstThing(Scene scene, int from, int to) {
        List<Integer> things = scene.things(from, to);
        return things.isEmpty() ? -1 : things.getFirst();
    }

    /// The things of a list that begins here: "React, PyTorch and now Llama".
    private static List<Referent> listFrom(Scene scene, int first) {
        var found = new ArrayList<Referent>();
        found.add(Referent.thing(scene.unit(first).mention()));
        for (int i = first + 1; i < scene.size(); i++) {
            if (scene.unit(i).isThing() && NounPhrases.listed(scene, i - 1)) {
                found.add(Referent.thing(scene.unit(i).mention()));
            } else if (!NounPhrases.joins(scene.unit(i)) && !scene.unit(i).isOrganisation()) {
                break;
            }
        }
        return found;
    }

    /// The things of a list that ends here.
    static List<Referent> listTo(Scene scene, int last) {
        var found = new ArrayList<Referent>();
        found.add(Referent.thing(scene.unit(last).mention()));
        for (int i = last - 1; i >= 0; i--) {
            if (SIZES_UP.contains(scene.before(i).form())) {
                break;
            }
            if (scene.unit(i).isThing() && NounPhrases.joins(scene.unit(i + 1))) {
                found.addFirst(Referent.thing(scene.unit(i).mention()));
            } else if (!NounPhrases.joins(scene.unit(i)) && !scene.unit(i).isOrganisation()) {
                break;
            }
        }
        return found;
    }

    /// The companies of a list that ends here.
    static List<Referent> organisationsTo(Scene scene, int last) {
        var found = new ArrayList<Referent>();
        for (int i = last; i >= 0; i--) {
            Optional<String> company = Scene.organisationOf(scene.unit(i));
            if (company.isPresent()) {
                found.addFirst(Referent.organisation(company.get(), scene.unit(i).mention().text()));
            } else if (!NounPhrases.joins(scene.unit(i))) {
                break;
            }
        }
        return found;
    }

    private static List<Referent> organisationsFrom(Scene scene, int first) {
        var found = new ArrayList<Referent>();
        for (int i = first; i < scene.size(); i++) {
            Optional<String> company = Scene.organisationOf(scene.unit(i));
            if (company.isPresent()) {
                found.add(Referent.organisation(company.get(), scene.unit(i).mention().text()));
            } else if (!NounPhrases.joins(scene.unit(i))) {
                break;
            }
        }
        return found;
    }
}
