package org.openwash.claims;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Catalogue;

/// Knows who speaks in an article: what "he" and "the company" stand for, and which company a person was introduced
/// with ("Stefano Maffulli, head of the OSI").
///
/// One for each article, fed sentence by sentence.
final class Speakers {

    /// how far from a person the company may stand that introduces it: before, and behind as an apposition
    private static final int BEFORE = 5;
    private static final int BEHIND = 12;
    private static final int OFFICE = 8;

    private final Catalogue catalogue;
    private final Directory directory;
    private final Set<String> mainMakers;
    private final Set<String> spokes;
    private final Set<String> critics;
    private final Set<String> companies;
    private final Set<String> personal;
    private final Set<String> groups;
    private final Set<String> places;
    private final Set<String> own;
    private final Map<String, Set<String>> roles = new HashMap<>();
    private @Nullable Voice last;
    private @Nullable Voice lastPerson;
    private @Nullable Voice lastCompany;

    /// @param mainMakers the makers of the article's main subject
    Speakers(Catalogue catalogue, Directory directory, Set<String> mainMakers, Words words) {
        this.catalogue = catalogue;
        this.mainMakers = mainMakers;
        this.directory = directory;
        spokes = words.of("spokes");
        critics = words.of("critics");
        companies = words.of("company");
        personal = words.of("person-pronoun");
        groups = words.of("group-pronoun");
        places = words.of("place");
        own = words.of("own-pronoun");
    }

    Optional<Voice> last() {
        return Optional.ofNullable(last);
    }

    /// Takes note of people introduced with a company, and of the company last named.
    void heard(Scene scene) {
        for (int i = 0; i < scene.size(); i++) {
            Unit u = scene.unit(i);
            if (u.isPerson()) {
                Set<String> companies = organisationsAround(scene, i);
                if (companies.isEmpty() && inOffice(scene, i)) {
                    companies = lastCompany == null ? mainMakers : lastCompany.organisations();
                }
                if (!companies.isEmpty()) {
                    roles.computeIfAbsent(surname(u.name().text()), n -> new LinkedHashSet<>()).addAll(companies);
                }
            } else if ((u.isOrganisation() || scene.actsAsCompany(i)) && !places.contains(scene.at(i - 1).form())) {
                u.organisation().filter(directory::isMaker)
                        .ifPresent(id -> lastCompany = new Voice(u.name().text(), Set.of(id), Voice.Stance.UNKNOWN));
            }
        }
    }

    /// The voice that a noun phrase names, empty where it names none ("I", "the licence").
    Optional<Voice> in(Scene scene, Range phrase) {
        if (scene.unit(phrase.to() - 1).isOneOf(own)) {
            return Optional.empty(); // "On Monday I called Gemma free": the outlet itself
        }
        String text = scene.words(phrase.from(), phrase.to());
        Phrase said = read(scene, phrase);
        Unit first = scene.unit(phrase.from());
        if (phrase.to() - phrase.from() == 1 && first.isWord()) {
            if (personal.contains(first.form())) {
                Voice who = lastPerson != null ? lastPerson : last;
                return remembered(who == null ? new Voice(text, Set.of(), Voice.Stance.UNKNOWN)
                        : new Voice(text, who.organisations(), who.stance()), true);
            }
            if (groups.contains(first.form())) {
                Voice who = lastCompany != null ? lastCompany : last;
                return remembered(new Voice(text, who == null ? Set.of() : who.organisations(), Voice.Stance.UNKNOWN),
                        false);
            }
            if (first.tag().equals("PRON") && !said.critical) {
                return Optional.empty();
            }
        }
        if (said.critical && !said.person) {
            return remembered(new Voice(text, Set.of(), Voice.Stance.OTHER), false);
        }
        if (said.organisations.isEmpty() && (said.company || said.inOffice) && !said.person) {
            Set<String> whose = lastCompany == null ? Set.of() : lastCompany.organisations();
            Voice.Stance stance = whose.isEmpty() ? Voice.Stance.MAKER : Voice.Stance.UNKNOWN;
            return remembered(new Voice(text, whose, stance), said.inOffice);
        }
        Unit last = scene.unit(phrase.to() - 1);
        boolean named = said.person || !said.organisations.isEmpty() || first.tag().equals("PROPN")
                || last.tag().equals("PROPN");
        if (!named && !last.tag().equals("NOUN")) {
            return Optional.empty();
        }
        Voice.Stance stance = said.organisations.isEmpty() ? Voice.Stance.OTHER : Voice.Stance.UNKNOWN;
        return remembered(new Voice(text, said.organisations, stance), said.person);
    }

    /// What the words of a phrase tell of who speaks.
    ///
    /// @param organisations named in it, or spoken for by who is named in it
    /// @param person        a person is named
    /// @param inOffice      "spokesperson", "blog post"
    /// @param critical      "critics", "researchers"
    /// @param company       "the company", "the lab"
    private record Phrase(
            Set<String> organisations, boolean person, boolean inOffice, boolean critical, boolean company) {}

    private Phrase read(Scene scene, Range phrase) {
        var organisations = new LinkedHashSet<String>();
        boolean person = false;
        boolean inOffice = false;
        boolean critical = false;
        boolean company = false;
        for (int i = phrase.from(); i < phrase.to(); i++) {
            Unit unit = scene.unit(i);
            unit.organisation().ifPresent(organisations::add);
            if (unit.isPerson()) {
                person = true;
                organisations.addAll(companiesOf(unit.name().id(), unit.name().text()));
                organisations.addAll(organisationsAround(scene, i));
            }
            if (unit.isThing()) {
                catalogue.subject(unit.name().id()).ifPresent(s -> organisations.addAll(s.vendors()));
            }
            inOffice |= unit.isWord() && spokes.contains(unit.lemma());
            critical |= unit.isWord() && critics.contains(unit.lemma());
            company |= unit.isWord() && companies.contains(unit.lemma()) && unit.tag().equals("NOUN");
        }
        return new Phrase(organisations, person, inOffice, critical, company);
    }

    private Optional<Voice> remembered(Voice voice, boolean person) {
        last = voice;
        if (person) {
            lastPerson = voice;
        }
        return Optional.of(voice);
    }

    private Set<String> companiesOf(String person, String text) {
        var found = new LinkedHashSet<>(directory.companiesOf(person));
        found.addAll(roles.getOrDefault(surname(text), Set.of()));
        return found;
    }

    /// Companies named in the same breath: "Meta CEO Mark Zuckerberg", "Ali Farhadi, director of the Allen Institute",
    /// "Femi Adebanjo of the Barrow Institute".
    private static Set<String> organisationsAround(Scene scene, int person) {
        var found = new LinkedHashSet<String>();
        for (int i = person - 1; i >= Math.max(0, person - BEFORE); i--) {
            Unit unit = scene.unit(i);
            if (unit.isVerbal() || unit.isMark()) {
                break;
            }
            unit.organisation().ifPresent(found::add);
        }
        Unit next = scene.at(person + 1);
        boolean introduced = next.form().equals(",") || next.is("of") || next.is("from");
        for (int i = person + 2; introduced && i < Math.min(scene.size(), person + BEHIND); i++) {
            Unit unit = scene.unit(i);
            if (unit.isVerbal() && !unit.form().endsWith("ing") || unit.isQuote()) {
                break;
            }
            if (unit.organisation().isPresent()) {
                found.add(unit.organisation().get());
                break;
            }
        }
        return found;
    }

    /// "Arthur Mensch, the chief executive,": in office at the company spoken of.
    private boolean inOffice(Scene scene, int person) {
        if (!scene.at(person + 1).form().equals(",")) {
            return false;
        }
        for (int i = person + 2; i < Math.min(scene.size(), person + OFFICE); i++) {
            Unit u = scene.unit(i);
            if (u.isMark() || u.isVerbal()) {
                return false;
            }
            if (u.isOneOf(spokes)) {
                return true;
            }
        }
        return false;
    }

    private static String surname(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }
}
