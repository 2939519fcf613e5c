package org.openwash.upstream;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openwash.facts.FactBook;
import org.openwash.facts.Licence;
import org.openwash.upstream.Entry.LicenceEntry;
import org.openwash.upstream.Entry.Standing;
import org.openwash.upstream.Proposal.Kind;
import org.openwash.upstream.Proposal.State;

/// Holds what an upstream says of licences against our rows of the same ids.
final class LicenceComparison {

    private static final String UNKNOWN = "unknown";

    private final FactBook book;
    private final LicenceNames names;
    private final Upstream upstream;

    LicenceComparison(FactBook book, LicenceNames names, Upstream upstream) {
        this.book = book;
        this.names = names;
        this.upstream = upstream;
    }

    List<Proposal> proposals(LicenceEntry entry) {
        List<Licence> ours = entry.ids().stream().flatMap(id -> book.licence(id).stream()).filter(l -> !l.generic())
                .toList();
        if (ours.isEmpty()) {
            return entry.standing() == Standing.CURRENT ? List.of(newRow(entry)) : List.of();
        }
        List<Proposal> proposals = new ArrayList<>();
        for (Licence licence : ours) {
            for (Value value : entry.values()) {
                proposals.add(compared(entry, licence, value));
            }
        }
        return proposals;
    }

    private Proposal compared(LicenceEntry entry, Licence licence, Value theirs) {
        String ours = switch (theirs.column()) {
            case "osi" -> word(licence.osi());
            case "fsf" -> word(licence.fsf());
            case "category" -> word(licence.category());
            default -> throw new IllegalStateException("licences have no column " + theirs.column());
        };
        State state = theirs.fits(ours) ? State.AGREES : ours.equals(UNKNOWN) ? State.NEW : State.DISAGREES;
        List<String> notes = new ArrayList<>();
        if (state == State.DISAGREES) {
            notes.add("ours is kept; " + upstream.precedence());
        }
        if (entry.standing() == Standing.DEPRECATED) {
            notes.add(upstream.label() + " has superseded this id");
        }
        return new Proposal(state, Kind.LICENCE, licence.id(), entry.upstreamId(), theirs.column(), ours,
                theirs.text(), "",
                theirs.address(), theirs.place(), String.join("; ", notes));
    }

    private Proposal newRow(LicenceEntry entry) {
        Map<String, String> cells = new LinkedHashMap<>();
        String id = entry.ids().getFirst();
        cells.put("id", id);
        cells.put("name", entry.name());
        cells.put("osi", UNKNOWN);
        cells.put("fsf", UNKNOWN);
        cells.put("category", UNKNOWN);
        entry.values().forEach(v -> cells.put(v.column(), v.text()));
        if (upstream == Upstream.SCANCODE) {
            cells.put("scancode", entry.upstreamId());
        }
        cells.put("verified", "partial");
        cells.put("sources", entry.address());
        boolean taken = names.isTaken(entry.name());
        cells.put("aliases", taken ? "" : PastedRow.alias(entry.name()));
        String note = taken ? names.named(entry.name())
                .map(l -> "one of our licences already has this name: " + l.id())
                .orElse("several of our licences already have this name") : "";
        return new Proposal(taken ? State.UNMATCHED : State.NEW, Kind.LICENCE, id, entry.upstreamId(), Proposal.ROW, "",
                PastedRow.LICENCES.of(cells), "", entry.address(), entry.place(), note);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
