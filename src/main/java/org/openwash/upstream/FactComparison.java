package org.openwash.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openwash.facts.Artefact;
import org.openwash.facts.Confidence;
import org.openwash.facts.Fact;
import org.openwash.facts.Licence;
import org.openwash.facts.PartialDate;
import org.openwash.upstream.Entry.SystemEntry;
import org.openwash.upstream.Proposal.Kind;
import org.openwash.upstream.Proposal.State;
import org.openwash.upstream.SubjectNames.Match;

/// Holds one value of an upstream against the current facts of a subject. Where these differ by size or member, the
/// value agrees if it is that of any of them, for upstreams seldom say which one they saw.
final class FactComparison {

    private static final Set<String> UNKNOWNS = Set.of("unknown", "LicenseRef-unknown");

    private final LicenceNames licences;
    private final Upstream upstream;

    FactComparison(LicenceNames licences, Upstream upstream) {
        this.licences = licences;
        this.upstream = upstream;
    }

    /// @param known every fact of the subject, past ones too
    /// @return empty where the value cannot bear on ours
    Optional<Proposal> compared(SystemEntry entry, Match.Sure sure, Value theirs, List<Fact> known) {
        return switch (theirs.column()) {
            case Value.LICENCE -> licence(entry, sure, theirs, known.stream().filter(FactComparison::isMain).toList());
            case Value.CODE_LICENCE -> licence(entry, sure, theirs,
                    known.stream().filter(f -> f.artefact() == Artefact.CODE).toList());
            case Value.FROM -> date(entry, sure, theirs, known.stream().filter(FactComparison::isMain).toList());
            default -> part(entry, sure, theirs, known);
        };
    }

    private static boolean isMain(Fact fact) {
        return fact.artefact() == Artefact.WEIGHTS || fact.artefact() == Artefact.SERVICE;
    }

    private Optional<Proposal> licence(SystemEntry entry, Match.Sure sure, Value theirs, List<Fact> known) {
        List<Fact> now = current(known);
        if (now.isEmpty() || !licences.saysSomething(theirs.text())) {
            return Optional.empty();
        }
        Function<Fact, String> column = f -> f.licence().toString();
        Optional<Licence> named = licences.named(theirs.text());
        if (named.isEmpty()) {
            return Optional.of(proposal(State.UNMATCHED, entry, sure, theirs, now, distinct(now, column), theirs.text(),
                    "none of our licences has this name"));
        }
        Predicate<Fact> agrees = f -> licences.agrees(f.licence(), named.get());
        List<String> remarks = new ArrayList<>();
        if (!named.get().id().equals(theirs.text())) {
            remarks.add("their words: " + theirs.text());
        }
        if (now.stream().anyMatch(f -> licences.isPart(f.licence(), named.get()))) {
            remarks.add("it is one part of ours");
        }
        return Optional.of(judged(entry, sure, theirs, known, column, agrees, named.get().id(),
                String.join("; ", remarks)));
    }

    private Optional<Proposal> part(SystemEntry entry, Match.Sure sure, Value theirs, List<Fact> known) {
        Function<Fact, String> column = f -> word(switch (theirs.column()) {
            case "weights" -> f.parts().weights();
            case "code" -> f.parts().code();
            case "training_data" -> f.parts().trainingData();
            case "training_code" -> f.parts().trainingCode();
            case "paper" -> f.parts().paper();
            default -> throw new IllegalStateException("facts have no column " + theirs.column());
        });
        return current(known).isEmpty() ? Optional.empty()
                : Optional.of(judged(entry, sure, theirs, known, column, f -> theirs.fits(column.apply(f)),
                        theirs.text(), ""));
    }

    /// What was seen of a thing once may have been true then.
    private Proposal judged(SystemEntry entry, Match.Sure sure, Value theirs, List<Fact> known, Function<Fact,
            String> column,
            Predicate<Fact> agrees, String text, String remark) {
        // rows of the code alone leave the other parts empty
        List<Fact> now = current(known).stream().filter(f -> !UNKNOWNS.contains(column.apply(f))).toList();
        if (now.isEmpty()) {
            return proposal(State.NEW, entry, sure, theirs, current(known), distinct(current(known), column), text,
                    remark);
        }
        if (now.stream().anyMatch(agrees)) {
            return proposal(State.AGREES, entry, sure, theirs, now, distinct(now, column), text, remark);
        }
        String past = known.stream()
                .filter(f -> f.valid().until() != null)
                .filter(agrees)
                .map(f -> "ours said so until " + f.valid().until() + " (" + f.id() + ")")
                .findFirst()
                .orElse("");
        return proposal(State.DISAGREES, entry, sure, theirs, now, distinct(now, column), text,
                Stream.of(remark, past).filter(s -> !s.isEmpty()).collect(Collectors.joining("; ")));
    }

    private static List<Fact> current(List<Fact> known) {
        return known.stream().filter(f -> f.valid().until() == null).toList();
    }

    /// An earlier day than ours contradicts it. A later one may be that of a later edition and says nothing.
    private Optional<Proposal> date(SystemEntry entry, Match.Sure sure, Value theirs, List<Fact> facts) {
        PartialDate day = PartialDate.parse(theirs.text());
        List<Fact> dated = facts.stream().filter(f -> f.valid().from() != null).toList();
        if (dated.isEmpty()) {
            return facts.isEmpty() ? Optional.empty()
                    : Optional.of(proposal(State.NEW, entry, sure, theirs, facts, "", theirs.text(), ""));
        }
        boolean earlier = dated.stream().allMatch(f -> day.latest().isBefore(f.valid().from().earliest()));
        boolean same = dated.stream().anyMatch(f -> !day.latest().isBefore(f.valid().from().earliest())
                && !day.earliest().isAfter(f.valid().from().latest()));
        return earlier || same
                ? Optional.of(proposal(same ? State.AGREES : State.DISAGREES, entry, sure, theirs, dated,
                        distinct(dated, f -> f.valid().from().text()), theirs.text(), ""))
                : Optional.empty();
    }

    private Proposal proposal(State state, SystemEntry entry, Match.Sure sure, Value theirs, List<Fact> facts,
            String ours,
            String text, String remark) {
        List<String> notes = new ArrayList<>();
        if (!remark.isEmpty()) {
            notes.add(remark);
        }
        if (sure.variant()) {
            notes.add("they speak of " + entry.name());
        }
        if (state == State.DISAGREES) {
            notes.add("ours is kept; " + upstream.precedence());
            if (facts.stream().allMatch(f -> f.confidence() == Confidence.UNVERIFIED)) {
                notes.add("ours is only recalled: check it first");
            }
        }
        return new Proposal(state, Kind.FACT, facts.stream().map(Fact::id).sorted().collect(Collectors.joining(";")),
                entry.upstreamId(), theirs.column(), ours, text, sure.subject().id(), theirs.address(), theirs.place(),
                String.join("; ", notes));
    }

    private static String distinct(List<Fact> facts, Function<Fact, String> column) {
        return facts.stream().map(column).distinct().sorted().collect(Collectors.joining(";"));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
