package org.openwash.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /// Sentence number of what was never named: out of sight.
    private static final int NEVER = -SIGHT - 2;

    private final Set<String> places;
    private final Set<String> aside;
    private final Set<String> sideClauses;
    private final NameLists lists;
    private final Catalogue catalogue;
    private final Directory directory;
    private final Optional<Referent> mainThing;
    private final Optional<Referent> mainOrganisation;
    private List<Referent> things = List.of();
    private int thingsSentence = NEVER;
    private @Nullable Referent organisation;
    private final Map<String, Referent> lastThingOf = new HashMap<>();
    private @Nullable Referent lastClaimed;
    private int lastClaimedSentence = NEVER;

    Discourse(Catalogue catalogue, Directory directory, List<Mention> mentions, Words words) {
        places = words.of("place");
        aside = words.of("aside");
        sideClauses = words.of("side-clause");
        lists = new NameLists(words);
        this.catalogue = catalogue;
        this.directory = directory;
        this.mainThing = mostNamed(mentions, false);
        this.mainOrganisation = mostNamed(mentions, true);
    }

    /// The thing or company named most; a name in the title counts for three, a name shared with a company for half;
    /// the earlier one wins a tie.
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
                Referent referent = isThing ? Referent.thing(m) : Referent.organisation(m.id(), m.text());
                boolean shared = isThing && m.ids().size() > 1;
                counts.merge(first.computeIfAbsent(m.id(), id -> referent), shared ? 1 : m.sentence() == 0 ? 6 : 2,
                        Integer::sum);
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
            Referent thing = Referent.thing(scene.unit(i).name());
            if (named.stream().noneMatch(r -> r.id().equals(thing.id()))) {
                named.add(thing);
            }
            vendorsOf(thing.id()).forEach(v -> lastThingOf.put(v, thing));
        }
        List<Referent> salient = salient(scene, named).stream().filter(r -> !isFamilyOfFocus(r, scene.number()))
                .toList();
        boolean outOfSight = scene.number() - thingsSentence > SIGHT || things.isEmpty();
        if (!salient.isEmpty() || outOfSight && !named.isEmpty()) {
            things = salient.isEmpty() ? List.copyOf(named) : salient;
            thingsSentence = scene.number();
        } else if (!named.isEmpty()) {
            var both = new ArrayList<>(things);
            named.stream().filter(n -> both.stream().noneMatch(b -> b.id().equals(n.id()))).forEach(both::add);
            things = List.copyOf(both);
        }
        for (int i = 0; i < scene.size(); i++) {
            int at = i;
            boolean place = places.contains(scene.at(i - 1).form());
            if (!place && (scene.actsAsCompany(i) || scene.unit(i).isOrganisation())) {
                scene.unit(i).organisation()
                        .filter(this::isMaker)
                        .ifPresent(id -> organisation = Referent.organisation(id, scene.unit(at).name().text()));
            }
        }
    }

    /// "Grok" after "Grok-1" was spoken of stands for that one still.
    private boolean isFamilyOfFocus(Referent thing, int sentence) {
        return sentence - thingsSentence <= SIGHT
                && things.stream().anyMatch(t -> catalogue.ancestorsOf(t.id()).contains(thing.id()));
    }

    /// The things that the sentence is about: its grammatical subject, or what a first mention introduces as an object.
    /// What only stands in a comparison, behind a preposition or in a side clause takes nobody's place.
    private List<Referent> salient(Scene scene, List<Referent> named) {
        var found = new ArrayList<Referent>();
        for (int i : scene.things(0, scene.size())) {
            Unit before = scene.before(i);
            boolean compared = before.tag().equals("ADP") || aside.contains(before.form());
            int start = scene.clauseStart(i);
            boolean mainClause = start == 0 || !scene.has(sideClauses, start, start + 1);
            boolean listed = !found.isEmpty() && i > 0 && lists.isListedBehind(scene, i - 1);
            if (listed || !compared && mainClause) {
                named.stream().filter(n -> n.id().equals(scene.unit(i).name().id())).findFirst()
                        .filter(n -> !found.contains(n)).ifPresent(found::add);
            }
        }
        boolean specific = found.stream().anyMatch(r -> !r.shared());
        return found.stream().filter(r -> !specific || !r.shared()).toList();
    }

    void claimed(Referent subject, int sentence) {
        if (!subject.isOrganisation()) {
            lastClaimed = subject;
            lastClaimedSentence = sentence;
        }
    }

    /// What "it", "they" or "the model" stands for: the things last named, one or all of them.
    List<Referent> things(boolean plural, int sentence) {
        if (sentence - thingsSentence <= SIGHT) {
            if (plural && things.size() > 1) {
                return things;
            }
            if (lastClaimed != null && sentence - lastClaimedSentence <= 1 && !plural
                    && things.stream().anyMatch(t -> t.id().equals(lastClaimed.id()))) {
                return List.of(lastClaimed);
            }
            if (!things.isEmpty()) {
                return List.of(things.getFirst());
            }
        }
        return mainThing.map(List::of).orElse(List.of());
    }

    /// The same, but things named earlier in the same sentence come first.
    List<Referent> thingsBefore(Scene scene, int unit, boolean plural) {
        List<Referent> here = scene.things(0, unit).stream()
                .filter(i -> !lists.isContrasted(scene, i))
                .map(i -> Referent.thing(scene.unit(i).name()))
                .distinct()
                .toList();
        if (here.isEmpty()) {
            return things(plural, scene.number());
        }
        if (plural && here.size() > 1) {
            return here;
        }
        return List.of(here.stream().filter(r -> !r.shared()).findFirst().orElse(here.getFirst()));
    }

    /// What the article is mainly about.
    Optional<Referent> mainThing() {
        return mainThing;
    }

    /// The makers of the thing that the article is mainly about.
    Set<String> mainMakers() {
        return mainThing.map(t -> Set.copyOf(vendorsOf(t.id()))).orElse(Set.of());
    }

    /// The company that a person speaks for.
    Optional<Referent> companyOf(String person) {
        List<String> companies = directory.companiesOf(person);
        return companies.stream().findFirst().map(id -> Referent.organisation(id, person));
    }

    Directory directory() {
        return directory;
    }

    /// Whether a company makes something of the catalogue: only of makers is openness claimed or denied.
    boolean isMaker(String organisationId) {
        return directory.isMaker(organisationId);
    }

    Optional<Referent> organisation() {
        return organisation != null ? Optional.of(organisation) : mainOrganisation;
    }

    /// What a company's "models" or "release" stands for: its thing last named, else its flagship.
    Optional<Referent> thingOf(String organisationId, String text) {
        return namedThingOf(organisationId).or(() -> catalogue.organisation(organisationId)
                .map(Organisation::flagship)
                .map(id -> new Referent(id, Mention.Kind.MODEL, text, null, false)));
    }

    /// What a company's "release" stands for where the article has named something that it makes.
    Optional<Referent> namedThingOf(String organisationId) {
        Referent last = lastThingOf.get(organisationId);
        return last != null ? Optional.of(last)
                : mainThing.filter(t -> vendorsOf(t.id()).contains(organisationId));
    }

    /// What a company's "open models" stand for: its open family, or the member of it last named.
    Optional<Referent> openThingOf(String organisationId, String text) {
        String family = catalogue.organisation(organisationId).map(Organisation::openFlagship).orElse(null);
        if (family == null) {
            return thingOf(organisationId, text);
        }
        return Optional.ofNullable(lastThingOf.get(organisationId))
                .filter(t -> t.id().equals(family) || catalogue.ancestorsOf(t.id()).contains(family))
                .or(() -> Optional.of(new Referent(family, Mention.Kind.MODEL, text, null, false)));
    }

    private List<String> vendorsOf(String subject) {
        return catalogue.subject(subject).map(s -> s.vendors()).orElse(List.of());
    }
}
