package org.openwash.report;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.SetupException;
import org.openwash.report.Change.Kind;

/// Compares the claims of two runs by their reports: flags that are new, flags that were withdrawn, and other claims that
/// changed, came or went in articles that both runs have.
///
/// Of each claim of the first run only a hash is kept, and rows only where they differ, so that two runs with a million
/// claims each can be compared.
public final class RunDiff {

    /// Of the rows that differ; runs that differ in more have next to nothing in common.
    private static final long MOST_CHARACTERS = 120_000_000;

    private static final Comparator<RunChange> ORDER = comparing(RunChange::kind)
            .thenComparing(change -> change.row().published().isEmpty())
            .thenComparing(change -> change.row().published())
            .thenComparing(change -> change.row().source())
            .thenComparing(change -> change.row().id())
            .thenComparing(change -> change.before() == null ? "" : change.before().id());

    private final RunFolder first;
    private final RunFolder second;
    private final Table<?> table;
    private final Map<String, ReadClaim> before = new LinkedHashMap<>();
    private final Map<String, ReadClaim> now = new LinkedHashMap<>();
    private long characters;

    private RunDiff(RunFolder first, RunFolder second) {
        this.first = first;
        this.second = second;
        this.table = first.has(Tables.CLAIMS) && second.has(Tables.CLAIMS) ? Tables.CLAIMS : Tables.FLAGS;
    }

    /// What differs between two runs.
    ///
    /// @param compared the table that both have
    /// @param settings what differs in run.json; null where one of the two has none
    /// @param changes  sorted like changes.csv
    public record Result(String compared, @Nullable List<RunRecord.Differing> settings, List<RunChange> changes) {

        /// Whether claims that are not flagged were not seen.
        public boolean flagsOnly() {
            return compared.equals(Tables.FLAGS.file());
        }

        public long count(Kind kind) {
            return changes.stream().filter(change -> change.kind() == kind).count();
        }

        /// Writes the changes with the columns of changes.csv.
        public void csv(Appendable to) throws IOException {
            TableWriter.csv(ChangeTables.BETWEEN_RUNS, changes, to);
        }
    }

    /// @throws SetupException if one of the folders is none of a run, or what lies in it cannot be read
    public static Result between(Path first, Path second) throws IOException {
        return new RunDiff(RunFolder.of(first), RunFolder.of(second)).compare();
    }

    private Result compare() throws IOException {
        keepWhatDiffers();
        Optional<RunRecord> ran = first.record();
        Optional<RunRecord> ranNow = second.record();
        var reasons = new RunReasons(ran, ranNow, knows(first), knows(second));
        List<RunChange> changes = pairs().stream().flatMap(pair -> reasons.change(pair).stream()).sorted(ORDER).toList();
        return new Result(table.file(), ran.isPresent() && ranNow.isPresent() ? settings(ran.get(), ranNow.get()) : null, changes);
    }

    private static List<RunRecord.Differing> settings(RunRecord before, RunRecord now) {
        return Stream.concat(before.differing(now).stream(), before.differingOptions(now).stream()).toList();
    }

    private void keepWhatDiffers() throws IOException {
        var prints = new HashMap<String, Long>();
        first.claims(table, row -> prints.put(row.id(), row.print()));
        second.claims(table, row -> {
            Long print = prints.get(row.id());
            if (print != null && print == row.print()) {
                prints.remove(row.id());
            } else {
                now.put(row.id(), kept(row));
            }
        });
        first.claims(table, row -> {
            if (prints.containsKey(row.id())) {
                before.put(row.id(), kept(row));
            }
        });
    }

    private ReadClaim kept(ReadClaim row) {
        characters += row.size();
        if (characters > MOST_CHARACTERS) {
            throw new SetupException("%s and %s differ in more than %d claims: they have too little in common to be compared."
                    .formatted(first.path(), second.path(), before.size() + now.size()));
        }
        return row;
    }

    /// A claim of one run with the same of the other, or with one about the same in the same article.
    private List<RunReasons.Pair> pairs() {
        var pairs = new ArrayList<RunReasons.Pair>();
        var gone = new HashMap<String, Deque<ReadClaim>>();
        for (ReadClaim row : before.values()) {
            ReadClaim same = now.get(row.id());
            if (same != null) {
                pairs.add(new RunReasons.Pair(row, same));
            } else {
                gone.computeIfAbsent(row.about(), about -> new ArrayDeque<>()).add(row);
            }
        }
        for (ReadClaim row : now.values()) {
            if (!before.containsKey(row.id())) {
                Deque<ReadClaim> candidates = gone.get(row.about());
                pairs.add(new RunReasons.Pair(candidates == null ? null : candidates.poll(), row));
            }
        }
        gone.values().forEach(rest -> rest.forEach(row -> pairs.add(new RunReasons.Pair(row, null))));
        return pairs;
    }

    /// Which of the articles whose claims differ a run has; null where that is not known.
    private @Nullable Set<String> knows(RunFolder run) throws IOException {
        if (!run.has(Tables.ARTICLES)) {
            return null;
        }
        var asked = new HashSet<String>();
        before.values().forEach(row -> asked.add(row.article()));
        now.values().forEach(row -> asked.add(row.article()));
        var known = new HashSet<String>();
        run.table(Tables.ARTICLES).rows(List.of("article_id"), row -> {
            String id = row.cell("article_id");
            if (asked.contains(id)) {
                known.add(id);
            }
        });
        return known;
    }
}
