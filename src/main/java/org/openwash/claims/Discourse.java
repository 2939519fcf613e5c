package org.openwash.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Mention;
import org.openwash.domain.Organisation;

/// What an article has spoken of so far: resolves "it", "the model", "the company's models" and "its weights".
///
/// One for each article, fed sentence by sentence.
final class Discourse {

    /// Beyond this many sentences a thing is out of sight, and the article's main subject is meant instead.
    private static final int SIGHT = 6;

    private final Catalogue catalogue;
    private final Optional<Referent> mainThing;
    private final Optional<Referent> mainOrganisation;
    private List<Referent> things = List.of();
    private int thingsSentence = -100;
    private @Nullable Referent organisation;
    private final Map<String, Referent> lastThingOf = new HashMap<>();
    private @Nullable Referent lastClaimed;
    private int lastClaimedSentence = -100;

    Discourse(Catalogue catalogue, List<Mention> mentions) {
        this.catalogue = catalogue;
        this.mainThing = mostNamed(mentions, false);
        this.mainOrganisation = mostNamed(mentions, true);
    }

    /// The thing or company named most; a name in the title counts for three, the earlier one wins a tie.
    private static Optional<Referent> mostNamed(List<Mention> mentions, boolean organisations) {
        var counts = new LinkedHashMap<Referent, Integer>();
        var first = new HashMap<String, Referent>();
        for (Mention m : mentions) {
            boolean isThing = switch (m.kind()) {
                case MODEL, SOFTWARE, DATASET -> true;
                case ORGANISATION, PERSON, LICENCE -> false;
            };
            boolean isOrganisation = m.kind() == Mention.Kind.ORGANISATION && m.id().startsWith(Organisation.PREFIX);
            if (organisations ? isOrganisation : isThing) {
                Referent key = first.computeIfAbsent(m.id(), id -> organisations ? Referent.organisation(id, m.text()) : Referent.thing(m));
                counts.merge(key, m.sentence() == 0 ? 3 : 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
                .map(Map.Entry::getKey);
    }

    /// Takes note of what a sentence names, after its claims were read.
    void heard(Scene scene) {
        var named = new ArrayList<Referent>();
        for (int i : scene.things(0, scene.size())) {
            Referent thing = Referent.thing(scene.unit(i).mention());
            if (named.stream().noneMatch(r -> r.id().equals(thing.id()))) {
                named.add(thing);
            }
            vendorsOf(thing.id()).forEach(v -> lastThingOf.put(v, thing));
        }
        if (!named.isEmpty()) {
            things = List.copyOf(named);
            thingsSentence = scene.sentence.number();
        }
        for (int i = 0; i < scene.size(); i++) {
            int at = i;
            if (scene.actsAsCompany(i) || scene.unit(i).isOrganisation()) {
                Scene.organisationOf(scene.unit(i))
                        .ifPresent(id -> organisation = Referent.organisation(id, scene.unit(at).mention().text()));
            }
        }
    }

    void claimed(Referent subject, int sentence) {
        if (!subject.isOrganisation()) {
            lastClaimed = subject;
            lastClaimedSentence = sentence;
        }
    }

    /// What "it", "they" or "the model" stands for: the things last named, one or all of them.
    ///
    /// @param kind what the noun says that it is, null for a pronoun
    List<Referent> things(boolean plural, Mention.@Nullable Kind kind, int sentence) {
        if (sentence - thingsSentence <= SIGHT) {
            List<Referent> fitting = things.stream().filter(t -> kind == null || kind == t.kind()).toList();
            if (plural && fitting.size() > 1) {
                return fitting;
            }
            if (lastClaimed != null && sentence - lastClaimedSentence <= 1 && !plural
                    && fitting.stream().anyMatch(t -> t.id().equals(lastClaimed.id()))) {
                return List.of(lastClaimed);
            }
            if (!fitting.isEmpty()) {
                return List.of(fitting.getFirst());
            }
        }
        return mainThing.filter(t -> kind == null || kind == t.kind()).map(List::of).orElse(List.of());
    }

    /// The same, but things named earlier in the same sentence come first.
    List<Referent> thingsBefore(Scene scene, int unit, boolean plural) {
        List<Integer> here = scene.things(0, unit);
        if (here.isEmpty()) {
            return things(plural, null, scene.sentence.number());
        }
        return plural && here.size() > 1
                ? here.stream().map(i -> Referent.thing(scene.unit(i).mention())).distinct().toList()
                : List.of(Referent.thing(scene.unit(here.getFirst()).mention()));
    }

    /// The company that a person speaks for.
    Optional<Referent> companyOf(String person) {
        return catalogue.organisations().stream()
                .filter(o -> o.people().contains(person))
                .findFirst()
                .map(o -> Referent.organisation(o.id(), person));
    }

    Optional<Referent> organisation() {
        return organisation != null ? Optional.of(organisation) : mainOrganisation;
    }

    /// What a company's "models" or "release" stands for: its thing last named, else its flagship.
    Optional<Referent> thingOf(String organisationId, String text) {
        Referent last = lastThingOf.get(organisationId);
        if (last != null) {
            return Optional.of(last);
        }
        if (mainThing.isPresent() && vendorsOf(mainThing.get().id()).contains(organisationId)) {
            return mainThing;
        }
        return catalogue.organisation(organisationId)
                .map(Organisation::flagship)
                .map(id -> new Referent(id, Mention.Kind.MODEL, text, null));
    }

    private List<String> vendorsOf(String subject) {
        return catalogue.subject(subject).map(s -> s.vendors()).orElse(List.of());
    }
}
