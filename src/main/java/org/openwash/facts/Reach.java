package org.openwash.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openwash.facts.Interval.Standing;

/// Which facts of a subject hold on a day. Where a boundary is known too roughly to tell, there are several answers, and
/// a verdict needs all of them to agree.
final class Reach {

    /// Rows nearer than this to a day between them speak for it, if they agree.
    private static final int GAP_DAYS = 31;

    private Reach() {}

    /// The sets of rows that may hold on the day; none if nothing is known of it. An empty set among them means: perhaps
    /// nothing that is known.
    static List<List<Fact>> on(LocalDate day, List<Fact> facts) {
        List<Fact> certain = facts.stream().filter(f -> f.valid().on(day) == Standing.CERTAINLY).toList();
        List<Fact> possible = facts.stream().filter(f -> f.valid().on(day) == Standing.POSSIBLY && f.valid().from() != null).toList();
        if (certain.isEmpty()) {
            return possible.isEmpty() ? between(day, facts) : rough(day, possible, facts);
        }
        if (possible.isEmpty()) {
            return List.of(certain);
        }
        List<Fact> all = new ArrayList<>(certain);
        all.addAll(possible);
        return List.of(certain, all);
    }

    /// Each row that may hold, and what may hold in its place: its neighbour in time, or nothing that is known.
    private static List<List<Fact>> rough(LocalDate day, List<Fact> possible, List<Fact> facts) {
        Set<List<Fact>> answers = new LinkedHashSet<>();
        for (Fact fact : possible) {
            answers.add(List.of(fact));
            if (day.isBefore(fact.valid().from().latest())) {
                // before a first row there was nothing to speak of: an article that does, speaks of what has begun
                facts.stream().filter(f -> f != fact && follows(f, fact)).map(List::of).findFirst().ifPresent(answers::add);
            }
            if (fact.valid().until() != null && day.isAfter(fact.valid().until().earliest())) {
                answers.add(facts.stream().filter(f -> f != fact && follows(fact, f)).map(List::of).findFirst().orElse(List.of()));
            }
        }
        return List.copyOf(answers);
    }

    /// In a short gap between two rows, both.
    private static List<List<Fact>> between(LocalDate day, List<Fact> facts) {
        for (Fact before : facts) {
            for (Fact after : facts) {
                if (before != after && follows(before, after) && before.valid().until().latest().isBefore(day)
                        && after.valid().from().earliest().isAfter(day)) {
                    return List.of(List.of(before), List.of(after));
                }
            }
        }
        return List.of();
    }

    /// Whether one row takes over where the other ends.
    private static boolean follows(Fact earlier, Fact later) {
        PartialDate end = earlier.valid().until();
        PartialDate begin = later.valid().from();
        return end != null && begin != null && earlier.valid().mayHaveBegunBy(begin.latest())
                && !earlier.valid().from().earliest().isAfter(begin.earliest())
                && !end.latest().plusDays(GAP_DAYS).isBefore(begin.earliest());
    }

    /// The rows that a named version has for ever, with their later licence where it has come into force.
    static List<List<Fact>> ofVersion(String version, LocalDate day, List<Fact> facts) {
        List<Fact> rows = facts.stream().filter(f -> f.versions().holds(version) && f.valid().mayHaveBegunBy(day)).toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Fact> converted = rows.stream().map(f -> f.someConvertedBy(day) ? f.converted() : f).toList();
        List<Fact> sure = rows.stream().map(f -> f.allConvertedBy(day) ? f.converted() : f).toList();
        return converted.equals(sure) ? List.of(sure) : List.of(sure, converted);
    }

    /// The days on which something about these facts may change, for claims that speak of a stretch of time.
    static Set<LocalDate> turningPoints(List<Fact> facts, @Nullable LocalDate first, LocalDate last) {
        Set<LocalDate> days = new TreeSet<>();
        for (Fact fact : facts) {
            if (fact.valid().from() != null) {
                days.add(fact.valid().from().latest());
            }
            if (fact.valid().until() != null) {
                days.add(fact.valid().until().earliest());
            }
        }
        days.removeIf(d -> d.isAfter(last) || first != null && d.isBefore(first));
        days.add(last);
        return new LinkedHashSet<>(days);
    }
}
