package org.openwash.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.openwash.domain.Alias;
import org.openwash.domain.Organisation;
import org.openwash.domain.Subject;

/// Checks that need the whole base: references between rows, cycles of families, facts that overlap.
final class FactBookCheck {

    private final Map<String, Licence> licences;
    private final Map<String, Subject> subjects;
    private final Map<String, Organisation> organisations;
    private final Problems problems;

    FactBookCheck(Map<String, Licence> licences, Map<String, Subject> subjects, Map<String, Organisation> organisations,
            Problems problems) {
        this.problems = problems;
        this.licences = licences;
        this.subjects = subjects;
        this.organisations = organisations;
    }

    void groups(List<Row> rows) {
        problems.collect(rows, row -> {
            String group = row.cell("group");
            if (!group.isEmpty() && (!licences.containsKey(group) || !licences.get(group).generic())) {
                throw row.wrong("the unknown group '" + group + "'", "Add it as a row whose 'verified' is 'generic'.");
            }
        });
    }

    void subjects(List<Row> rows) {
        problems.collect(rows, row -> {
            Subject subject = subjects.get(row.required("id"));
            if (subject.parent() != null && !subjects.containsKey(subject.parent())) {
                throw row.wrong("the unknown parent '" + subject.parent() + "'", "Add that subject or correct the id.");
            }
            for (String vendor : subject.vendors()) {
                if (!organisations.containsKey(vendor)) {
                    throw row.wrong("the unknown vendor '" + vendor + "'",
                            "Add it to organisations.csv or correct the id.");
                }
            }
            Set<String> seen = new HashSet<>();
            for (Subject s = subject; s != null && s.parent() != null; s = subjects.get(s.parent())) {
                if (!seen.add(s.id())) {
                    throw row.wrong("a cycle of parents through '" + s.id() + "'",
                            "Empty the parent of the topmost family.");
                }
            }
        });
    }

    void flagships(List<Row> rows) {
        problems.collect(rows, row -> {
            for (String column : List.of("flagship", "open_flagship")) {
                if (!row.cell(column).isEmpty() && !subjects.containsKey(row.cell(column))) {
                    throw row.wrong("the unknown " + column + " '" + row.cell(column) + "'",
                            "Name a subject id or leave it empty.");
                }
            }
        });
    }

    /// Two rows of one subject, artefact and scope must not hold on the same day.
    void overlaps(List<Fact> facts) {
        Map<String, List<Fact>> alike = new LinkedHashMap<>();
        for (Fact fact : facts) {
            String key = fact.subject() + "\t" + fact.artefact() + "\t" + fact.scope() + "\t" + fact.versions();
            List<Fact> others = alike.computeIfAbsent(key, k -> new ArrayList<>());
            for (Fact other : others) {
                if (fact.valid().overlaps(other.valid())) {
                    problems.add(fact.place() + ": the fact '" + fact.id()
                            + "' overlaps in time with '" + other.id()
                            + "' (" + other.place() + "). End the earlier one, or give them different scopes.");
                }
            }
            others.add(fact);
        }
    }

    /// A name stands for one thing, unless it is marked: by the words it needs nearby, its time, or the case it is
    /// written in.
    ///
    /// @param aliases the names of the row with an id
    void names(List<Row> rows, Function<String, List<Alias>> aliases) {
        Map<String, Row> bearers = new LinkedHashMap<>();
        problems.collect(rows, row -> {
            for (Alias alias : aliases.apply(row.required("id"))) {
                boolean marked = !alias.needs().isEmpty() || alias.from() != null || alias.until() != null;
                String name = alias.caseSensitive() ? alias.text() : alias.text().toLowerCase(Locale.ROOT);
                Row other = marked ? null : bearers.putIfAbsent(name, row);
                if (other != null) {
                    throw row.wrong("the name '" + alias.text() + "' stands already for '" + other.required("id")
                            + "' in " + other.place(),
                            "Drop one of them, or mark it with {needs …}, {from …} or {until …}.");
                }
            }
        });
    }
}
