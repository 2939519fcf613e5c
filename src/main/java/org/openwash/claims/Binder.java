package org.openwash.claims;

import java.util.List;
import java.util.Set;
import org.openwash.domain.Aspect;
import org.openwash.domain.Sentence;

/// Finds what a wording is said of, by the construction it stands in.
///
/// Tried in this order, surest first:
///
/// 1. the noun phrase it opens: "the open-source Llama 3", "closed models such as GPT-4" ([NounPhrases], [Examples])
/// 2. whose it is: "Meta's open-source model", "Llama's weights", "the weights of Llama" ([Possessors])
/// 3. what a company is said to have released ([Releases])
/// 4. the subject it is said of: "Llama is open source", "GPT-4 and PaLM remain closed" ([Subjects])
/// 5. what the sentence names nearest to it
/// 6. what the article spoke of last ([Discourse])
final class Binder {

    /// The explanation of the least sure binding, to what an earlier sentence named.
    static final String SPOKEN_OF = "what was spoken of";

    /// how far behind a verb its object may be named
    private static final int OBJECT = 7;
    /// what another clause adds to the distance of a name, and the distance from which a name is far
    private static final int FAR = 8;

    private final Set<String> places;
    private final Set<String> adopt;
    private final NameLists lists;
    private final NounPhrases phrases;
    private final Pronouns pronouns;
    private final ThingNouns nouns;
    private final Predicates predicates;
    private final Subjects subjects;
    private final Possessors possessors;
    private final Examples examples;
    private final Conduct conduct;
    private final Releases releases;

    Binder(Words words) {
        places = words.of("place");
        adopt = words.of("adopt");
        lists = new NameLists(words);
        nouns = new ThingNouns(words);
        phrases = new NounPhrases(words, nouns);
        pronouns = new Pronouns(words, nouns);
        predicates = new Predicates(words, pronouns, nouns);
        subjects = new Subjects(words, lists, pronouns, nouns);
        possessors = new Possessors(words, lists, phrases, pronouns, nouns, subjects);
        examples = new Examples(words, lists);
        conduct = new Conduct(lists, pronouns);
        releases = new Releases(words, nouns);
    }

    Binding bind(Scene scene, Cue.Match match, Discourse discourse) {
        if (scene.sentence().kind() == Sentence.Kind.TABLE_ROW) {
            return new Binding(distinct(scene), 0.7, "the names in the table row");
        }
        return switch (match.cue().bind()) {
            case AUTO -> described(scene, match, discourse);
            case PART -> whole(scene, match, discourse);
            case OBJECT -> object(scene, match, discourse);
            case ORG -> conduct.bind(scene, match, discourse);
            case SENTENCE -> Binding.NONE;
        };
    }

    private static List<Referent> distinct(Scene scene) {
        return scene.things(0, scene.size()).stream()
                .map(i -> Referent.thing(scene.unit(i).name()))
                .distinct()
                .toList();
    }

    /// The thing that the words describe.
    private Binding described(Scene scene, Cue.Match match, Discourse discourse) {
        NounPhrases.Phrase phrase = phrases.openedBy(scene, match);
        if (phrase.hasThing()) {
            return Binding.presupposed(lists.thingsFrom(scene, phrase.thing()), 0.95, "stands before the name");
        }
        boolean label = match.cue().isLabel();
        if (label && scene.at(match.end()).isLicence()) {
            // "MongoDB's open-source SSPL": said of whatever is under the licence
            return whole(scene, match, discourse);
        }
        boolean noun = phrase.hasHead() || label && match.length() > 1 && nouns.isThing(scene.unit(match.end() - 1));
        if (noun) {
            Binding named = examples.behind(scene, phrase.end(), discourse);
            if (named.found()) {
                return named;
            }
        }
        if (label && predicates.isTopic(scene, match, phrase)) {
            return Binding.NONE; // "open source matters", "by open source", "an open-source summit"
        }
        Binding released = noun ? releases.of(scene, match, discourse) : Binding.NONE;
        if (released.found()) {
            return released;
        }
        Binding possessor = possessors.before(scene, match, phrase.hasHead(), discourse);
        if (possessor.found()) {
            return possessor;
        }
        Binding apposition = apposition(scene, match);
        if (apposition.found()) {
            return apposition;
        }
        boolean predicate = predicates.isPredicate(scene, match.start());
        if (label && noun && scene.sentence().kind() == Sentence.Kind.TITLE && !predicate
                && phrases.isOne(scene, match.start())) {
            return discourse.mainThing() // "A truly open model, made by volunteers"
                    .map(thing -> Binding.presupposed(List.of(thing), 0.65, "the title's thing"))
                    .orElse(Binding.NONE);
        }
        if (label && noun && !predicate && !phrase.definite()) {
            return Binding.NONE; // "open-source models are cheaper": none that is named
        }
        Binding said = subjects.saidOf(scene, match.start(), discourse);
        if (said.found()) {
            return said;
        }
        if (label && predicate && predicates.hasOtherSubject(scene, match.start())) {
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
        if (!comma || !scene.at(left - 1).isThing() || scene.actsAsCompany(left - 1)) {
            return Binding.NONE;
        }
        Referent thing = Referent.thing(scene.unit(left - 1).name());
        return Binding.presupposed(List.of(thing), 0.9, "apposition to the name before it");
    }

    /// The thing whose part (weights, licence, data) the words speak of.
    private Binding whole(Scene scene, Cue.Match match, Discourse discourse) {
        boolean licence = match.cue().aspect() == Aspect.LICENCE || match.cue().isLabel();
        NounPhrases.Phrase phrase = phrases.openedBy(scene, match);
        if (phrase.hasThing() && licence) {
            return new Binding(lists.thingsFrom(scene, phrase.thing()), 0.9, "stands before the name");
        }
        Binding of = possessors.of(scene, match);
        if (of.found()) {
            return of;
        }
        Binding possessor = possessors.before(scene, match, phrase.hasHead(), discourse);
        if (possessor.found()) {
            return possessor;
        }
        if (licence && !predicates.isInForce(scene, match)) {
            return Binding.NONE; // "the BSL leaves too many blanks": a licence as the topic
        }
        int last = licence ? lists.lastThing(scene, scene.clauseStart(match.start()), match.start()) : -1;
        if (last >= 0) {
            return new Binding(lists.thingsTo(scene, last), 0.85, "the name before it");
        }
        int namesake = licence ? namesake(scene, match.start()) : -1;
        if (namesake >= 0) {
            return new Binding(List.of(Referent.thing(scene.unit(namesake).name())), 0.8,
                    "what bears the company's name");
        }
        Binding released = licence ? releases.of(scene, match, discourse) : Binding.NONE;
        if (released.found()) {
            return released;
        }
        Binding said = subjects.saidOf(scene, match.start(), discourse);
        return said.found() && !said.referents().getFirst().isOrganisation() ? said : nearest(scene, match, discourse);
    }

    /// The company that has a product of its own name and takes a licence for it: "MongoDB adopted the SSPL"; -1 if
    /// none does.
    private int namesake(Scene scene, int licence) {
        for (int i = licence - 1; i >= scene.clauseStart(licence); i--) {
            if (scene.unit(i).isThing() && scene.actsAsCompany(i)) {
                return adopt.contains(scene.at(i + 1).lemma()) ? i : -1;
            }
        }
        return -1;
    }

    /// The object of the words, which are a verb: "open-sourced Llama 3", "Llama 3 was open-sourced".
    private Binding object(Scene scene, Cue.Match match, Discourse discourse) {
        boolean passive = scene.has(Set.of("be"), scene.clauseStart(match.start()), match.start());
        Unit next = scene.at(match.end());
        if (!passive && pronouns.isPronoun(next)) {
            return new Binding(discourse.things(pronouns.isPlural(next), scene.number()), 0.75, "pronoun as object");
        }
        int thing = passive ? -1
                : scene.firstThing(match.end(), Math.min(scene.clauseEnd(match.start()), match.end() + OBJECT));
        if (thing >= 0) {
            return new Binding(lists.thingsFrom(scene, thing), 0.95, "object of the verb");
        }
        Binding said = subjects.saidOf(scene, match.start(), discourse);
        if (said.found()) {
            Referent subject = said.referents().getFirst();
            return passive || !subject.isOrganisation() ? said
                    : discourse.namedThingOf(subject.id())
                            .map(t -> new Binding(List.of(t), 0.7, "what the company makes"))
                            .orElse(said);
        }
        Binding possessed = possessors.behind(scene, match, discourse);
        if (possessed.found()) {
            return possessed;
        }
        Binding near = nearest(scene, match, discourse);
        return near.found() ? near : conduct.anyMaker(scene, discourse);
    }

    /// The nearest thing that the sentence names; else a company in the clause, else what was spoken of.
    private Binding nearest(Scene scene, Cue.Match match, Discourse discourse) {
        int best = -1;
        int bestDistance = Integer.MAX_VALUE;
        for (int i : scene.things(0, scene.size())) {
            int distance = distance(scene, i, match);
            if (distance < bestDistance && !lists.isContrasted(scene, i)) {
                best = i;
                bestDistance = distance;
            }
        }
        if (best >= 0) {
            List<Referent> named = best < match.start() ? lists.thingsTo(scene, best) : lists.thingsFrom(scene, best);
            return new Binding(named, bestDistance < FAR ? 0.7 : 0.55, "the name nearest to it");
        }
        for (int i = 0; match.cue().isLabel() && i < scene.size(); i++) {
            boolean place = places.contains(scene.at(i - 1).form());
            boolean maker = scene.unit(i).organisation().filter(discourse::isMaker).isPresent();
            if (maker && !place && scene.sameClause(i, match.start())) {
                return new Binding(lists.companiesFrom(scene, i), 0.5, "a company in the clause");
            }
        }
        return pronouns.refersBack(scene)
                ? new Binding(discourse.things(false, scene.number()), 0.5, SPOKEN_OF)
                : Binding.NONE;
    }

    /// In units; a name behind the wording or in another clause is further away.
    private static int distance(Scene scene, int name, Cue.Match match) {
        int distance = name < match.start() ? match.start() - name : 2 * (name - match.end() + 1);
        return scene.sameClause(name, match.start()) ? distance : distance + FAR;
    }
}
