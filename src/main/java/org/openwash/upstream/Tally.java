package org.openwash.upstream;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openwash.upstream.Proposal.State;

/// What came out of an import in numbers: entries by what was found of them, and single values.
///
/// @param read       entries read
/// @param matched    those known to be ours
/// @param agreeing   matched entries that contradict us in nothing
/// @param unmatched  entries that may be ours under another name
/// @param unknown    entries that we lack
/// @param values     values compared, of which `valuesAgreeing` agree, `valuesDisagreeing` do not, the rest we had
/// unknown
/// @param problems   files left out
public record Tally(
        int read, int matched, int agreeing, int disagreeing, int unmatched, int unknown, long values,
                long valuesAgreeing,
        long valuesDisagreeing, int problems) {

    public static Tally of(Reading reading, Collection<Proposal> proposals) {
        List<Proposal> values = proposals.stream().filter(p -> !p.column().equals(Proposal.ROW)).toList();
        Set<String> matched = entries(values);
        Set<String> disagreeing = entries(values.stream().filter(p -> p.state() == State.DISAGREES).toList());
        Set<String> others = new HashSet<>(entries(proposals.stream().filter(p -> p.column().equals(Proposal.ROW))
                .toList()));
        Set<String> unmatched = entries(proposals.stream()
                .filter(p -> p.column().equals(Proposal.ROW) && p.state() == State.UNMATCHED)
                .toList());
        return new Tally(reading.entries().size(), matched.size(), matched.size() - disagreeing.size(),
                disagreeing.size(),
                unmatched.size(), others.size() - unmatched.size(), values.size(), count(values, State.AGREES),
                count(values, State.DISAGREES), reading.problems().size());
    }

    /// The figures in a line, for people.
    public String text() {
        return read + " entries read, " + matched + " known to be ours (" + agreeing + " agree in everything, "
                + disagreeing
                + " do not), " + unmatched + " perhaps ours, " + unknown + " new; " + values + " values compared, "
                + valuesAgreeing + " agree, " + valuesDisagreeing + " disagree"
                + (problems == 0 ? "" : "; " + problems + " files could not be read");
    }

    private static Set<String> entries(Collection<Proposal> proposals) {
        return proposals.stream().map(Proposal::upstreamId).collect(Collectors.toSet());
    }

    private static long count(List<Proposal> values, State state) {
        return values.stream().filter(p -> p.state() == state).count();
    }
}
