package org.openwash.domain;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The things that claims can be about, their makers, and the licences they can name: what reading needs to know of
/// the facts base. Order is that of the data files.
public final class Catalogue implements Serializable {

    private static final long serialVersionUID = 1;

    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final Map<String, Organisation> organisations = new LinkedHashMap<>();
    private final Map<String, LicenceName> licences = new LinkedHashMap<>();
    private final Map<String, List<Subject>> members = new HashMap<>();
    private final Map<String, List<String>> ancestors = new HashMap<>();

    public Catalogue(List<Subject> subjects, List<Organisation> organisations, List<LicenceName> licences) {
        subjects.forEach(s -> this.subjects.put(s.id(), s));
        organisations.forEach(o -> this.organisations.put(o.id(), o));
        licences.forEach(l -> this.licences.put(l.id(), l));
        for (Subject subject : this.subjects.values()) {
            if (subject.parent() != null) {
                members.computeIfAbsent(subject.parent(), p -> new ArrayList<>()).add(subject);
            }
        }
        members.replaceAll((family, found) -> List.copyOf(found));
        this.subjects.keySet().forEach(id -> ancestors.put(id, chainOf(id)));
    }

    public Collection<Subject> subjects() {
        return subjects.values();
    }

    public Collection<Organisation> organisations() {
        return organisations.values();
    }

    public Collection<LicenceName> licences() {
        return licences.values();
    }

    public Optional<Subject> subject(String id) {
        return Optional.ofNullable(subjects.get(id));
    }

    public Optional<Organisation> organisation(String id) {
        return Optional.ofNullable(organisations.get(id));
    }

    /// The name to print for a subject or company id; the id itself where it is not in the catalogue.
    public String nameOf(String id) {
        if (subjects.containsKey(id)) {
            return subjects.get(id).name();
        }
        return organisations.containsKey(id) ? organisations.get(id).name() : id;
    }

    /// The direct members of a family.
    public List<Subject> membersOf(String id) {
        return members.getOrDefault(id, List.of());
    }

    /// The subject's family, that one's family and so on, nearest first. Ends at a cycle, which the validator reports.
    public List<String> ancestorsOf(String id) {
        return ancestors.getOrDefault(id, List.of());
    }

    private List<String> chainOf(String id) {
        List<String> chain = new ArrayList<>();
        for (Subject s = subjects.get(id); s != null && s.parent() != null && !chain.contains(s.parent()); ) {
            chain.add(s.parent());
            s = subjects.get(s.parent());
        }
        return List.copyOf(chain);
    }
}
