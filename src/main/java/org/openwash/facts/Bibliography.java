package org.openwash.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openwash.domain.CitedSource;

/// The pages that the base rests on, each once, with the facts that it bears out.
public final class Bibliography {

    private record Use(Source source, String fact) {}

    private Bibliography() {}

    /// Sorted by address. What was only recalled has no page and is left out.
    public static List<CitedSource> of(FactBook book) {
        Map<String, List<Use>> byAddress = new TreeMap<>();
        for (Fact fact : book.facts()) {
            for (Source source : fact.sources()) {
                if (!source.address().isEmpty()) {
                    byAddress.computeIfAbsent(source.address(), a -> new ArrayList<>()).add(new Use(source, fact.id()));
                }
            }
        }
        List<CitedSource> cited = new ArrayList<>();
        byAddress.forEach((address, uses) -> cited.add(cited(address, uses)));
        return cited;
    }

    private static CitedSource cited(String address, List<Use> uses) {
        var facts = new TreeSet<String>();
        var through = new TreeSet<String>();
        uses.forEach(use -> {
            facts.add(use.fact());
            through.add(use.source().through());
        });
        through.remove("");
        LocalDate seen = uses.stream().map(use -> use.source().seen()).filter(Objects::nonNull)
                .max(Comparator.naturalOrder()).orElse(null);
        return new CitedSource(address, List.copyOf(through), seen, List.copyOf(facts));
    }
}
