package org.openwash.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.openwash.domain.Mention;

/// Finds the grammatical subject that a wording is said of: "Llama is open source", "GPT-4 and PaLM remain closed",
/// "it is", "the company's model is", "called Llama open".
final class Subjects {

    /// A clause without a subject borrows it from the one before, at most so often.
    private static final int MOST_CLAUSES = 3;
    /// how far the owner of a noun may stand before it
    private static final int PHRASE = 5;
    /// how far behind "version" its number may stand: "versions up to 0.6.5"
    private static final int VERSION = 4;
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)*");

    private final Set<String> call;
    private final Set<String> joints;
    private final NameLists lists;
    private final Pronouns pronouns;
    private final ThingNouns nouns;

    Subjects(Words words, NameLists lists, Pronouns pronouns, ThingNouns nouns) {
        this.lists = lists;
        this.pronouns = pronouns;
        this.nouns = nouns;
        call = words.of("call");
        joints = words.of("clause-joint");
    }

    /// The subject of the clause that the wording ends; the clause before lends its subject where this one has none.
    Binding saidOf(Scene scene, int cue, Discourse discourse) {
        int at = Math.min(cue, scene.size() - 1);
        for (int hops = 0; hops < MOST_CLAUSES && at >= 0; hops++) {
            int start = scene.clauseStart(at);
            Binding subject = ofClause(scene, start, hops == 0 ? cue : at + 1, discourse);
            if (subject.found()) {
                return hops == 0 ? subject : subject.lessSure(0.9);
            }
            boolean borrows = start > 0 && joints.contains(scene.unit(start).form());
            if (!borrows) {
                return Binding.NONE;
            }
            at = start - 1;
        }
        return Binding.NONE;
    }

    /// What the clause from `start` to `cue` is about; behind a calling verb its object: "describes Gemma as open".
    private Binding ofClause(Scene scene, int start, int cue, Discourse discourse) {
        int called = -1;
        for (int i = start; i < cue; i++) {
            if (scene.unit(i).isVerbal() && call.contains(scene.unit(i).lemma())) {
                called = i;
            }
        }
        boolean passive = called > 0 && (scene.at(called - 1).is("be") || scene.at(called - 2).is("be"));
        int from = called >= 0 && !passive ? called + 1 : start;
        Binding found = firstReferring(scene, new Range(from, cue), discourse);
        return found.found() || from == start ? found : firstReferring(scene, new Range(start, cue), discourse);
    }

    /// The first words of the range that refer to a thing; if none do, the first company.
    private Binding firstReferring(Scene scene, Range range, Discourse discourse) {
        int lastFree = lastFreeThing(scene, range);
        Binding company = Binding.NONE;
        for (int i = range.from(); i < Math.min(range.to(), scene.size()); i++) {
            Unit unit = scene.unit(i);
            boolean aside = isAside(scene, i, range.from());
            if (unit.isThing() && !scene.actsAsCompany(i)) {
                if (aside && lastFree > i) {
                    continue; // "For users of Redis, Valkey is open source"
                }
                int last = lists.lastFrom(scene, i, range.to());
                return new Binding(lists.thingsTo(scene, last), aside ? 0.75 : 0.9, "subject: the name");
            }
            if (aside) {
                continue;
            }
            if (unit.isWord() && pronouns.isRelative(unit) && i == range.from() && i > 0) {
                Binding antecedent = antecedent(scene, i);
                boolean owns = unit.form().equals("whose") && scene.firstThing(i + 1, range.to()) >= 0;
                boolean conjunction = unit.form().equals("that") && scene.firstThing(i + 1, range.to()) >= 0;
                if (owns || !antecedent.found() && (conjunction || unit.form().equals("who"))) {
                    continue; // "Mistral, whose Mixtral is under Apache 2.0"; "Meta says that Llama is open"
                }
                return antecedent;
            }
            Binding spokenOf = spokenOf(scene, i, discourse);
            if (spokenOf.found()) {
                return spokenOf;
            }
            if (!company.found() && unit.isOrganisation() && !scene.at(i + 1).isPossessive()) {
                company = unit.organisation()
                        .map(id -> Referent.organisation(id, unit.name().text()))
                        .map(o -> new Binding(List.of(o), 0.6, "subject: the company"))
                        .orElse(Binding.NONE);
            }
        }
        return company;
    }

    private static int lastFreeThing(Scene scene, Range range) {
        return scene.things(range.from(), range.to()).stream()
                .filter(i -> !scene.at(i - 1).tag().equals("ADP"))
                .reduce(-1, (a, b) -> b);
    }

    /// Whether a preposition, "unlike" or "than" before the name keeps it from being the subject.
    private static boolean isAside(Scene scene, int i, int from) {
        Unit before = scene.before(i);
        boolean contrasted = before.is("unlike") || before.is("than");
        return i > from
                ? before.tag().equals("ADP") && !before.form().equals("as") || contrasted || before.is("like")
                : i > 0 && contrasted;
    }

    /// What a pronoun or a noun stands for: "it", "Mistral's newest models", "the model".
    private Binding spokenOf(Scene scene, int i, Discourse discourse) {
        Unit unit = scene.unit(i);
        if (pronouns.standsAlone(scene, i)) {
            var things = discourse.thingsBefore(scene, i, pronouns.isPlural(unit));
            return new Binding(things, 0.75, "subject: " + unit.form());
        }
        if (!unit.isWord() || !unit.tag().equals("NOUN")) {
            return Binding.NONE;
        }
        int owner = nouns.isThing(unit) ? owner(scene, i) : -1;
        if (owner >= 0) {
            Optional<Referent> owned = ownedBy(scene.unit(owner), discourse);
            if (owned.isPresent()) {
                String how = "subject: the " + unit.form() + " of " + scene.unit(owner).form();
                return new Binding(List.of(owned.get()), 0.8, how);
            }
        }
        Optional<String> version = version(scene, i);
        if (version.isPresent()) {
            var things = discourse.thingsBefore(scene, i, false).stream().map(t -> t.in(version.get())).toList();
            return new Binding(things, 0.75, "subject: the " + unit.form() + " " + version.get());
        }
        Optional<Mention.Kind> kind = nouns.kind(unit);
        if (pronouns.isDefinite(scene, i) && (kind.isPresent() || nouns.isPart(unit))) {
            boolean plural = unit.form().endsWith("s") && kind.isPresent();
            return new Binding(discourse.thingsBefore(scene, i, plural), 0.75, "subject: the " + unit.form());
        }
        return Binding.NONE;
    }

    /// "versions up to 0.6.5", "release 4.0.3": the number, if the noun has one.
    private static Optional<String> version(Scene scene, int noun) {
        if (!scene.unit(noun).is("version") && !scene.unit(noun).is("release")) {
            return Optional.empty();
        }
        for (int i = noun + 1; i < Math.min(scene.size(), noun + VERSION); i++) {
            if (NUMBER.matcher(scene.unit(i).form()).matches()) {
                return Optional.of(scene.unit(i).form());
            }
            if (!scene.unit(i).tag().equals("ADP")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Referent> ownedBy(Unit owner, Discourse discourse) {
        return owner.isThing() && owner.organisation().isEmpty()
                ? Optional.of(Referent.thing(owner.name()))
                : owner.organisation().flatMap(id -> discourse.thingOf(id, owner.name().text()));
    }

    /// The name that owns the noun: "Mistral's newest models"; -1 if none does.
    private static int owner(Scene scene, int noun) {
        for (int i = noun - 1; i > Math.max(0, noun - PHRASE); i--) {
            if (scene.unit(i).isPossessive()) {
                return scene.unit(i - 1).isWord() ? -1 : i - 1;
            }
            switch (scene.unit(i).tag()) {
                case "ADJ", "NOUN", "NUM" -> { }
                default -> {
                    return -1;
                }
            }
        }
        return -1;
    }

    /// The name, or list of names, right before a relative pronoun: "OLMo, which is open".
    private Binding antecedent(Scene scene, int pronoun) {
        int i = scene.at(pronoun - 1).form().equals(",") ? pronoun - 2 : pronoun - 1;
        Unit before = scene.at(i);
        String which = "before \"" + scene.unit(pronoun).form() + "\"";
        if (before.isThing() && !scene.actsAsCompany(i)) {
            return new Binding(lists.thingsTo(scene, i), 0.85, "subject: the name " + which);
        }
        if (before.isOrganisation()) {
            return new Binding(lists.companiesTo(scene, i), 0.75, "subject: the company " + which);
        }
        return Binding.NONE;
    }
}
