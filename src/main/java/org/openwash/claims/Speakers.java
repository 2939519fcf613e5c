package org.openwash.claims;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Organisation;

/// Knows who speaks in an article: what "he" and "the company" stand for, and which company a person was introduced
/// with ("Stefano Maffulli, head of the OSI").
///
/// One for each article, fed sentence by sentence.
final class Speakers {

    private static final Set<String> PERSONAL = Set.of("he", "she");
    private static final Set<String> GROUPS = Set.of("it", "they");

    private final Catalogue catalogue;
    private final Set<String> makers;
    private final Set<String> mainMakers;
    private final Set<String> spokes;
    private final Set<String> critics;
    private final Set<String> companies;
    private final Map<String, Set<String>> roles = new HashMap<>();
    private @Nullable Voice last;
    private @Nullable Voice lastPerson;
    private @Nullable Voice lastCompany;

    /// @param makers     companies that make something of the catalogue
    /// @param mainMakers those of the article's main subject
    Speakers(Catalogue catalogue, Set<String> makers, Set<String> mainMakers, Words words) {
        this.catalogue = catalogue;
        this.mainMakers = mainMakers;
        this.makers = makers;
        spokes = words.of("spokes");
        critics = words.of("critics");
        companies = words.of("company");
    }

    Optional<Voice> last() {
        return Optional.ofNullable(last);
    }

    /// Takes note of people introduced with a company, and of the company last named.
    void heard(Scene scene) {
        for (int i = 0; i < scene.size(); i++) {
            Unit u = scene.unit(i);
            if (u.isPerson()) {
                var orgs = organisationsAround(scene, i);
                if (orgs.isEmpty() && inOffice(scene, i)) {
                    orgs = lastCompany == null ? mainMakers : lastCompany.organisations();
                }
                if (!orgs.isEmpty()) {
                    roles.computeIfAbsent(surname(u.mention().text()), n -> new HashSet<>()).addAll(orgs);
                }
            } else if ((u.isOrganisation() || scene.actsAsCompany(i)) && !Discourse.PLACES.contains(scene.at(i - 1).form())) {
                Scene.organisationOf(u).filter(makers::contains)
                        .ifPresent(id -> lastCompany = new Voice(u.mention().text(), Set.of(id), Voice.Stance.UNKNOWN));
            }
        }
    }

    /// The voice that a noun phrase names, empty where it names none ("I", "the licence").
    ///
    /// @param from first unit of the phrase
    /// @param to   the unit behind it
    Optional<Voice> in(Scene scene, int from, int to) {
        String text = scene.words(from, to);
        var orgs = new LinkedHashSet<String>();
        boolean person = false;
        boolean spoken = false;
        boolean critical = false;
        boolean company = false;
        for (int i = from; i < to; i++) {
            Unit u = scene.unit(i);
            Scene.organisationOf(u).ifPresent(orgs::add);
            if (u.isPerson()) {
                person = true;
                orgs.addAll(companiesOf(u.mention().id(), u.mention().text()));
                orgs.addAll(organisationsAround(scene, i));
            }
            if (u.isThing()) {
                catalogue.subject(u.mention().id()).ifPresent(s -> orgs.addAll(s.vendors()));
            }
            spoken |= u.mention() == null && spokes.contains(u.lemma());
            critical |= u.mention() == null && critics.contains(u.lemma());
            company |= u.mention() == null && companies.contains(u.lemma()) && u.tag().equals("NOUN");
        }
        Unit first = scene.unit(from);
        if (to - from == 1 && first.mention() == null) {
            if (PERSONAL.contains(first.form())) {
                Voice who = lastPerson != null ? lastPerson : last;
                return remembered(new Voice(text, who == null ? Set.of() : who.organisations(),
                        who == null ? Voice.Stance.UNKNOWN : who.stance()), true);
            }
            if (GROUPS.contains(first.form())) {
                Voice who = lastCompany != null ? lastCompany : last;
                return remembered(new Voice(text, who == null ? Set.of() : who.organisations(), Voice.Stance.UNKNOWN), false);
            }
            if (first.tag().equals("PRON") && !critical) {
                return Optional.empty();
            }
        }
        if (critical && !person) {
            return remembered(new Voice(text, Set.of(), Voice.Stance.OTHER), false);
        }
        if (orgs.isEmpty() && (company || spoken) && !person) {
            Set<String> whose = lastCompany == null ? Set.of() : lastCompany.organisations();
            return remembered(new Voice(text, whose, whose.isEmpty() ? Voice.Stance.MAKER : Voice.Stance.UNKNOWN), spoken);
        }
        boolean named = person || !orgs.isEmpty() || first.tag().equals("PROPN") || scene.unit(to - 1).tag().equals("PROPN");
        if (!named && !scene.unit(to - 1).tag().equals("NOUN")) {
            return Optional.empty();
        }
        return remembered(new Voice(text, orgs, orgs.isEmpty() ? Voice.Stance.OTHER : Voice.Stance.UNKNOWN), person);
    }

    private Optional<Voice> remembered(Voice voice, boolean person) {
        last = voice;
        if (person) {
            lastPerson = voice;
        }
        return Optional.of(voice);
    }

    private Set<String> companiesOf(String person, String text) {
        var found = new LinkedHashSet<String>();
        for (Organisation o : catalogue.organisations()) {
            if (o.people().contains(person)) {
                found.add(o.id());
            }
        }
        found.addAll(roles.getOrDefault(surname(text), Set.of()));
        return found;
    }

    /// Companies named in the same breath: "Meta CEO Mark Zuckerberg", "Ali Farhadi, director of the Allen Institute",
    /// "Femi Adebanjo of the Barrow Institute".
    private static Set<String> organisationsAround(Scene scene, int person) {
        var found = new LinkedHashSet<String>();
        for (int i = person - 1; i >= Math.max(0, person - 5); i--) {
            Unit u = scene.unit(i);
            if (u.isVerbal() || u.isMark()) {
                break;
            }
            Scene.organisationOf(u).ifPresent(found::add);
        }
        boolean apposition = scene.at(person + 1).form().equals(",") || scene.at(person + 1).is("of") || scene.at(person + 1).is("from");
        for (int i = person + 2; apposition && i < Math.min(scene.size(), person + 12); i++) {
            Unit u = scene.unit(i);
            if (u.isVerbal() && !u.form().endsWith("ing") || u.isQuote()) {
                break;
            }
            if (Scene.organisationOf(u).isPresent()) {
                found.add(Scene.organisationOf(u).get());
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
        for (int i = person + 2; i < Math.min(scene.size(), person + 8); i++) {
            Unit u = scene.unit(i);
            if (u.isMark() || u.isVerbal()) {
                return false;
            }
            if (u.mention() == null && (spokes.contains(u.lemma()) || spokes.contains(u.form()))) {
                return true;
            }
        }
        return false;
    }

    private static String surname(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }
}
