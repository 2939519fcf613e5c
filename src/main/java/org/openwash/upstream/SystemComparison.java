package org.openwash.upstream;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openwash.domain.Subject;
import org.openwash.facts.Fact;
import org.openwash.facts.FactBook;
import org.openwash.upstream.Entry.SystemEntry;
import org.openwash.upstream.Proposal.Kind;
import org.openwash.upstream.Proposal.State;
import org.openwash.upstream.SubjectNames.Match;

/// Holds what an upstream says of systems against the facts of our subjects, or proposes rows for those that we lack.
final class SystemComparison {

    private final FactBook book;
    private final SubjectNames names;
    private final FactComparison facts;
    private final SystemRows rows;
    private final Set<String> suggested = new HashSet<>();

    SystemComparison(FactBook book, LicenceNames licences, Upstream upstream) {
        this.book = book;
        var makers = new Makers(book);
        this.names = new SubjectNames(book, makers);
        this.facts = new FactComparison(licences, upstream);
        this.rows = new SystemRows(licences, names, makers);
    }

    List<Proposal> proposals(SystemEntry entry) {
        return switch (names.match(entry)) {
            case Match.Sure sure -> compared(entry, sure);
            case Match.Unsure unsure -> unknown(entry, unsure);
        };
    }

    private List<Proposal> compared(SystemEntry entry, Match.Sure sure) {
        String subject = sure.subject().id();
        boolean family = sure.subject().kind() == Subject.Kind.MODEL_FAMILY;
        List<Fact> known = family ? ofFamily(subject) : book.about(subject);
        if (known.isEmpty()) {
            return List.of(new Proposal(State.NEW, Kind.FACT, subject + "#1", entry.upstreamId(), Proposal.ROW, "",
                    rows.fact(entry, subject), subject, entry.address(), entry.place(), "we have no fact of it"));
        }
        List<Proposal> proposals = new ArrayList<>();
        for (Value value : entry.values()) {
            // a family has no one day
            if (!family || !value.column().equals(Value.FROM)) {
                facts.compared(entry, sure, value, known).ifPresent(proposals::add);
            }
        }
        return proposals;
    }

    /// The facts of a family and of all its members.
    private List<Fact> ofFamily(String subject) {
        List<String> open = new ArrayList<>(List.of(subject));
        Set<String> seen = new HashSet<>();
        List<Fact> facts = new ArrayList<>();
        while (!open.isEmpty()) {
            String id = open.removeFirst();
            if (seen.add(id)) {
                facts.addAll(book.about(id));
                book.catalogue().membersOf(id).forEach(m -> open.add(m.id()));
            }
        }
        return facts;
    }

    private List<Proposal> unknown(SystemEntry entry, Match.Unsure unsure) {
        String id = SystemRows.idFor(entry.name());
        State state = unsure.near().isEmpty() ? State.NEW : State.UNMATCHED;
        List<String> notes = new ArrayList<>();
        if (!unsure.near().isEmpty()) {
            notes.add(unsure.reason() + ", near: " + String.join(", ", unsure.near()));
        }
        boolean idTaken = book.catalogue().subject(id).isPresent();
        if (idTaken) {
            notes.add("we have that id already: choose another");
        }
        if (!suggested.add(id)) {
            notes.add("another entry suggests the same id: take one of the rows");
        }
        String note = String.join("; ", notes);
        return List.of(
                new Proposal(state, Kind.SUBJECT, id, entry.upstreamId(), Proposal.ROW, "", rows.subject(entry, id), id,
                        entry.address(), entry.place(), note),
                new Proposal(state, Kind.FACT, id + "#1", entry.upstreamId(), Proposal.ROW, "", rows.fact(entry, id),
                        id,
                        entry.address(), entry.place(), note));
    }
}
