package org.openwash.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openwash.facts.Source.Rank;

/// The sources of facts and licences, by the id of the row that they bear out.
final class Evidence {

    /// What a licence's source may be about, beside one of its restrictions.
    private static final Set<String> OF_A_LICENCE = Set.of("name", "osi", "fsf", "category", "open_definition");
    private static final Set<String> OF_A_FACT = Set.of("artefact", "from", "until", "versions", "scope", "licence",
            "weights", "code", "training_data", "training_code", "paper", "osaid", "status", "becomes", "note");

    private final Problems problems;
    private final LocalDate today;
    private final Map<String, List<Entry>> entries = new LinkedHashMap<>();

    private record Entry(Row row, Source source) {}

    Evidence(Problems problems, LocalDate today) {
        this.problems = problems;
        this.today = today;
    }

    void read(List<Row> all) {
        problems.collect(all, row -> {
            Source source = Source.of(row);
            if (source.seen() != null && source.seen().isAfter(today)) {
                throw row.wrong("seen " + source.seen() + ", after the day up to which the base was kept, " + today,
                        "Correct it.");
            }
            entries.computeIfAbsent(row.required("of"), id -> new ArrayList<>()).add(new Entry(row, source));
        });
    }

    /// The sources of a row: those of the evidence files, then those of its own `sources` cell.
    List<Source> of(Row row) {
        List<Source> sources = new ArrayList<>();
        entries.getOrDefault(row.required("id"), List.of()).forEach(e -> sources.add(e.source()));
        if (!row.cell("sources").equals("recalled")) {
            sources.addAll(row.listAs("sources", Source::parse,
                    "addresses separated with ';', each perhaps with {through COPY}"));
        }
        return sources;
    }

    /// At least one source with an address, unless the row says itself that it is only recalled.
    void demand(Row row, List<Source> sources, Confidence confidence) {
        if (confidence != Confidence.UNVERIFIED && sources.stream().allMatch(s -> s.rank() == Rank.RECALLED)) {
            throw row.wrong("a row without a source that has an address",
                    "Cite where it was seen, in the column 'sources' or in an evidence file, or mark the row 'unverified'.");
        }
    }

    /// Every source belongs to a row that is there, and to a column or restriction that this row has.
    void check(Map<String, Licence> licences, Set<String> facts) {
        entries.forEach((id, sources) -> problems.collect(sources.stream().map(Entry::row).toList(), row -> {
            String about = row.cell("about");
            Licence licence = licences.get(id);
            if (licence == null && !facts.contains(id)) {
                throw row.wrong("a source of '" + id + "', which is no fact or licence", "Correct the id.");
            }
            boolean known = about.isEmpty() || (licence == null ? OF_A_FACT.contains(about)
                    : OF_A_LICENCE.contains(about) || licence.restrictions().stream()
                            .anyMatch(r -> r.kind().equals(about)));
            if (!known) {
                throw row.wrong("'" + about + "' is nothing that '" + id + "' says",
                        licence == null ? "Name a column of the fact." : "Name one of the licence's restrictions.");
            }
        }));
    }
}
