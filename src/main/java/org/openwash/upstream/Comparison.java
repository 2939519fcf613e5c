package org.openwash.upstream;

import java.util.ArrayList;
import java.util.List;
import org.openwash.facts.FactBook;

/// Holds the entries of an upstream against the facts base.
public final class Comparison {

    private Comparison() {}

    /// Every proposal, sorted; the base stays as it is.
    public static List<Proposal> of(FactBook book, Reading reading) {
        var licenceNames = new LicenceNames(book);
        var licences = new LicenceComparison(book, licenceNames, reading.upstream());
        var systems = new SystemComparison(book, licenceNames, reading.upstream());
        List<Proposal> proposals = new ArrayList<>();
        for (Entry entry : reading.entries()) {
            proposals.addAll(switch (entry) {
                case Entry.LicenceEntry licence -> licences.proposals(licence);
                case Entry.SystemEntry system -> systems.proposals(system);
            });
        }
        return proposals.stream().sorted(Proposal.ORDER).toList();
    }
}
