package org.openwash.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads lists of names, all of which a wording is said of: "React, PyTorch and now Llama", "Meta's Llama and Google's
/// Gemma".
final class NameLists {

    private final Set<String> joints;
    private final Set<String> contrast;
    private final Set<String> rivals;

    NameLists(Words words) {
        joints = words.of("list-joint");
        contrast = words.of("contrast");
        rivals = words.of("rival");
    }

    /// The things of a list that begins here.
    List<Referent> thingsFrom(Scene scene, int first) {
        var found = new ArrayList<Referent>();
        found.add(Referent.thing(scene.unit(first).name()));
        for (int i = first + 1; i < scene.size(); i++) {
            if (scene.unit(i).isThing() && isListedBehind(scene, i - 1)) {
                found.add(Referent.thing(scene.unit(i).name()));
            } else if (!goesOn(scene.unit(i))) {
                break;
            }
        }
        return found;
    }

    /// The things of a list that ends here; what comes behind "unlike" is none of it.
    List<Referent> thingsTo(Scene scene, int last) {
        var found = new ArrayList<Referent>();
        found.add(Referent.thing(scene.unit(last).name()));
        for (int i = last - 1; i >= 0 && !isContrasted(scene, i); i--) {
            if (scene.unit(i).isThing() && joins(scene.unit(i + 1))) {
                found.add(Referent.thing(scene.unit(i).name()));
            } else if (!goesOn(scene.unit(i))) {
                break;
            }
        }
        return found.reversed();
    }

    /// Where the list of things that begins at `first` has its last name, before `to`.
    int lastFrom(Scene scene, int first, int to) {
        int last = first;
        for (int i = first + 1; i < Math.min(to, scene.size()); i++) {
            if (scene.unit(i).isThing() && isListedBehind(scene, i - 1)) {
                last = i;
            } else if (!goesOn(scene.unit(i))) {
                break;
            }
        }
        return last;
    }

    /// The companies of a list that ends here.
    List<Referent> companiesTo(Scene scene, int last) {
        var found = new ArrayList<Referent>();
        for (int i = last; i >= 0; i--) {
            Unit unit = scene.unit(i);
            unit.organisation().ifPresent(id -> found.add(Referent.organisation(id, unit.name().text())));
            if (unit.organisation().isEmpty() && !joins(unit)) {
                break;
            }
        }
        return found.reversed();
    }

    /// The companies of a list that begins here.
    List<Referent> companiesFrom(Scene scene, int first) {
        var found = new ArrayList<Referent>();
        for (int i = first; i < scene.size(); i++) {
            Unit unit = scene.unit(i);
            unit.organisation().ifPresent(id -> found.add(Referent.organisation(id, unit.name().text())));
            if (unit.organisation().isEmpty() && !joins(unit)) {
                break;
            }
        }
        return found;
    }

    /// The last thing named in the range that is not only compared with, or -1.
    int lastThing(Scene scene, int from, int to) {
        return scene.things(from, to).stream().filter(i -> !isContrasted(scene, i)).reduce(-1, (a, b) -> b);
    }

    /// "unlike GPT-4", "than the older GPT-3", "Like GPT-4 before it, ...", "a Slack alternative", "a fork of Redis":
    /// what a wording is not said of.
    boolean isContrasted(Scene scene, int name) {
        boolean likeFirst = scene.at(0).is("like") && scene.before(name).is("like");
        return likeFirst || contrast.contains(scene.before(name).form()) || namesAnother(scene, name);
    }

    private boolean namesAnother(Scene scene, int name) {
        boolean behind = scene.at(name - 1).tag().equals("ADP") && rivals.contains(scene.at(name - 2).lemma());
        return behind || rivals.contains(scene.at(name + 1).lemma());
    }

    /// Whether the unit at `i`, between two names, makes them a list: "and", a comma, or an owner behind one.
    boolean isListedBehind(Scene scene, int i) {
        Unit unit = scene.at(i);
        return joins(unit) || unit.isPossessive() && (joins(scene.at(i - 1)) || joins(scene.at(i - 2)));
    }

    private boolean goesOn(Unit unit) {
        return joins(unit) || unit.isOrganisation();
    }

    private boolean joins(Unit unit) {
        return unit.isWord() && joints.contains(unit.form());
    }
}
