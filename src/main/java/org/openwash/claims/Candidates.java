package org.openwash.claims;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects what the claims of a sentence may be about: what it names, and what its pronouns and descriptions may stand
/// for.
final class Candidates {

    /// So many things named before are looked at; more are out of mind.
    private static final int RECENT = 10;
    private static final int RECENT_COMPANIES = 2;
    /// A sentence that names more is a list of which the rest is left out; bounds the work on a text made to be slow.
    private static final int MOST_NAMED = 40;

    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    private record Draft(Referent referent, List<Integer> units, Set<String> origins) {}

    private Candidates() {}

    /// In a fixed order: what the sentence names, in its order, then what was named before, the latest first.
    static List<Candidate> of(Scene scene, Discourse discourse, Salience salience) {
        var candidates = new Candidates();
        candidates.addNamed(scene, discourse);
        candidates.addOwned(scene, discourse);
        candidates.addRecent(salience);
        discourse.mainThing().ifPresent(main -> candidates.add(main, -1, "main"));
        discourse.organisation().ifPresent(last -> candidates.addCompany(last, discourse));
        return candidates.drafts.values().stream()
                .map(d -> new Candidate(d.referent, d.units, salience.of(d.referent.id()), d.origins))
                .toList();
    }

    private void addNamed(Scene scene, Discourse discourse) {
        for (int i = 0; i < scene.size() && drafts.size() < MOST_NAMED; i++) {
            Unit unit = scene.unit(i);
            int at = i;
            if (unit.isThing()) {
                add(Referent.thing(unit.name()), i, "named");
            }
            unit.organisation().ifPresent(id -> add(Referent.organisation(id, unit.name().text()), at, "named"));
            if (unit.isLicence()) {
                discourse.directory().thingNamedIn(unit.name().text()).ifPresent(thing -> add(thing, at, "licence's"));
            }
            if (unit.isPerson()) {
                discourse.companyOf(unit.name().id()).ifPresent(company -> add(company, at, "person"));
            }
        }
    }

    /// "Meta's models": what a company that the sentence names is known for.
    private void addOwned(Scene scene, Discourse discourse) {
        for (int i = 0; i < scene.size() && drafts.size() < MOST_NAMED; i++) {
            Unit unit = scene.unit(i);
            unit.organisation().ifPresent(id -> addWorks(id, unit.name().text(), discourse, "owned"));
            if (unit.isPerson()) {
                discourse.companyOf(unit.name().id())
                        .ifPresent(company -> addWorks(company.id(), company.text(), discourse, "owned"));
            }
        }
    }

    private void addWorks(String company, String text, Discourse discourse, String origin) {
        discourse.namedThingOf(company).ifPresent(thing -> add(thing, -1, origin));
        discourse.thingOf(company, text).ifPresent(thing -> add(thing, -1, origin + "-flagship"));
        discourse.openThingOf(company, text).ifPresent(thing -> add(thing, -1, origin + "-open"));
    }

    private void addRecent(Salience salience) {
        int things = 0;
        int companies = 0;
        for (Salience.Trace trace : salience.recent()) {
            boolean company = trace.referent().isOrganisation();
            boolean near = company ? companies++ < RECENT_COMPANIES : things++ < RECENT;
            if (near) {
                add(trace.referent(), -1, "recent");
            }
        }
    }

    private void addCompany(Referent company, Discourse discourse) {
        add(company, -1, "company");
        addWorks(company.id(), company.text(), discourse, "last");
    }

    private void add(Referent referent, int unit, String origin) {
        Draft draft = drafts.computeIfAbsent(referent.id(),
                id -> new Draft(referent, new ArrayList<>(), new LinkedHashSet<>()));
        draft.origins.add(origin);
        if (unit >= 0) {
            draft.units.add(unit);
        }
    }
}
