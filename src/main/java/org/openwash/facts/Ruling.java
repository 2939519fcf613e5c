package org.openwash.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openwash.domain.Polarity;
import org.openwash.domain.Verdict;
import org.openwash.domain.Yardstick;

/// What some facts say of a claim, before it is put into the words of a report.
///
/// @param because    the facts in words, to stand in a sentence; no full stop
/// @param facts      those it rests on
/// @param underClaim a licence was claimed that asks more than the one in force
/// @param weak       it may support but not contradict: a licence is only recalled, or the facts are dated too roughly
/// to
///                   be sure that they held on the day
record Ruling(Verdict verdict, Yardstick yardstick, String because, List<Fact> facts, boolean underClaim,
        boolean weak) {

    Ruling {
        facts = List.copyOf(facts);
    }

    Ruling(Verdict verdict, Yardstick yardstick, String because, List<Fact> facts, boolean underClaim) {
        this(verdict, yardstick, because, facts, underClaim, false);
    }

    static Ruling of(Verdict verdict, Yardstick yardstick, String because, Fact... facts) {
        return new Ruling(verdict, yardstick, because, List.of(facts), false);
    }

    static Ruling unverifiable(String because) {
        return new Ruling(Verdict.UNVERIFIABLE, Yardstick.FACTS, because, List.of(), false);
    }

    boolean isVerifiable() {
        return verdict != Verdict.UNVERIFIABLE;
    }

    /// Whether it blames on nothing but what is recalled.
    boolean isRecalled() {
        return !facts.isEmpty() && facts.stream().allMatch(Fact::isRecalled);
    }

    /// A denial is true where the affirmation says too much, and false where the affirmation is true.
    Ruling in(Polarity polarity) {
        if (polarity == Polarity.AFFIRMS || !isVerifiable()) {
            return this;
        }
        Verdict mirrored = verdict == Verdict.SUPPORTED ? Verdict.CONTRADICTED : Verdict.SUPPORTED;
        return new Ruling(mirrored, yardstick, because, facts, false, weak);
    }

    Ruling weakly() {
        return new Ruling(verdict, yardstick, because, facts, underClaim, true);
    }

    /// Nothing that is only recalled, or perhaps did not hold yet, may contradict by itself.
    Ruling guarded() {
        boolean blames = verdict == Verdict.CONTRADICTED || verdict == Verdict.OVERSTATED;
        if (!blames || !isRecalled() && !weak) {
            return this;
        }
        return new Ruling(Verdict.UNVERIFIABLE, yardstick, "only a recalled or roughly dated fact speaks against it: "
                + because,
                facts, false);
    }

    /// What several members or variants amount to: their common verdict, or "overstated" where they differ. Those
    /// without a verdict are left out, and those that are only recalled where others are not, unless they soften the
    /// verdict.
    static Ruling mixed(List<Ruling> rulings, String of) {
        List<Ruling> known = rulings.stream().filter(Ruling::isVerifiable).toList();
        if (known.isEmpty()) {
            return rulings.isEmpty() ? unverifiable("no fact is known about " + of) : rulings.getFirst();
        }
        List<Ruling> sourced = known.stream().filter(r -> !r.isRecalled()).toList();
        boolean softened = sourced.stream().allMatch(r -> r.verdict == Verdict.CONTRADICTED)
                && known.stream().anyMatch(r -> r.verdict != Verdict.CONTRADICTED);
        if (!sourced.isEmpty() && !softened) {
            known = sourced;
        }
        Ruling first = known.getFirst();
        if (known.size() == 1) {
            return first;
        }
        boolean alike = known.stream().allMatch(r -> r.verdict == first.verdict);
        List<Fact> facts = allFacts(known);
        if (alike) {
            return new Ruling(first.verdict, first.yardstick, "all " + known.size() + " known " + of
                    + " are alike, for one " + first.because, facts, known.stream().allMatch(Ruling::underClaim));
        }
        Map<Verdict, Long> counts = new TreeMap<>();
        known.forEach(r -> counts.merge(r.verdict, 1L, Long::sum));
        Verdict worst = Collections.max(counts.keySet());
        Ruling shown = known.stream().filter(r -> r.verdict == worst).findFirst().orElse(first);
        return new Ruling(Verdict.OVERSTATED, first.yardstick, "the " + known.size() + " known " + of + " differ ("
                + counts.entrySet().stream().map(e -> e.getValue() + " " + e.getKey().label())
                        .collect(Collectors.joining(", "))
                + "), for one " + shown.because, facts, false);
    }

    static List<Fact> allFacts(List<Ruling> rulings) {
        Set<Fact> facts = new LinkedHashSet<>();
        rulings.forEach(r -> facts.addAll(r.facts));
        return new ArrayList<>(facts);
    }
}
