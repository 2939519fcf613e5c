package org.openwash;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openwash.domain.Decisions;
import org.openwash.index.ArticleIndex;
import org.openwash.index.NewClaims;
import org.openwash.index.QuerySyntaxException;
import org.openwash.report.NamedClaim;
import org.openwash.report.Tables;
import org.openwash.report.WatchReport;
import org.openwash.watch.AtomFeed;
import org.openwash.watch.NamedQuery;
import org.openwash.watch.WatchLog;

/// Asks the standing queries about the claims that a run has found first. To be asked before the run's commit, with
/// which its claims are no longer new; what they answer becomes part of that commit.
///
/// @param undated the day that claims of undated articles stand under in the feed
record StandingQueries(List<NamedQuery> queries, double minConfidence, Decisions decisions, LocalDate undated) {

    private static final Comparator<NamedClaim> NEWEST_FIRST =
            Comparator.comparing((NamedClaim hit) -> hit.row().metadata().published(),
                            Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
                    .thenComparing(NamedClaim::row, Tables.CLAIMS.order())
                    .thenComparing(NamedClaim::name);

    /// What the standing queries found.
    ///
    /// @param hits    how many new claims each found; those that found none are left out
    /// @param refused queries that cannot be read any more, with the reason; they found nothing
    record Found(int queries, Map<String, Integer> hits, Map<String, String> refused, WatchReport report, WatchLog log) {}

    Found ask(ArticleIndex index) throws IOException {
        return ask(index, index::newClaims);
    }

    /// The same about all claims since the last nightly report.
    Found askSinceReport(ArticleIndex index) throws IOException {
        return ask(index, index::claimsSinceReport);
    }

    private interface Fresh {
        NewClaims of(double minConfidence, Decisions decisions) throws IOException;
    }

    private Found ask(ArticleIndex index, Fresh fresh) throws IOException {
        var refused = new LinkedHashMap<String, String>();
        Set<NamedClaim> hits = new HashSet<>();
        WatchLog before = WatchLog.of(index.runState());
        if (queries.isEmpty()) {
            return new Found(0, Map.of(), Map.of(), new WatchReport(List.of(), new AtomFeed(undated).of(List.of())), before);
        }
        try (NewClaims claims = fresh.of(minConfidence, decisions)) {
            for (NamedQuery query : queries) {
                try {
                    claims.matching(query.query()).forEach(row -> hits.add(new NamedClaim(query.name(), row)));
                } catch (QuerySyntaxException e) {
                    refused.put(query.name(), e.getMessage());
                }
            }
            List<NamedClaim> newest = hits.stream().sorted(NEWEST_FIRST).toList();
            WatchLog log = before.with(newest.stream().map(StandingQueries::entry).toList());
            hits.addAll(rows(before.left(), claims)); // found by a run that did not live to report them
            String feed = new AtomFeed(undated).of(rows(log.entries(), claims));
            return new Found(queries.size(), counts(hits), refused, new WatchReport(List.copyOf(hits), feed), log);
        }
    }

    private static Map<String, Integer> counts(Set<NamedClaim> hits) {
        return hits.stream().collect(Collectors.toMap(NamedClaim::name, hit -> 1, Integer::sum, TreeMap::new));
    }

    private static WatchLog.Entry entry(NamedClaim hit) {
        return new WatchLog.Entry(hit.name(), hit.row().claim().id());
    }

    /// Without claims that are gone and queries that were removed.
    private List<NamedClaim> rows(List<WatchLog.Entry> entries, NewClaims claims) throws IOException {
        Set<String> names = queries.stream().map(NamedQuery::name).collect(Collectors.toSet());
        var rows = new ArrayList<NamedClaim>();
        for (WatchLog.Entry entry : entries) {
            if (names.contains(entry.watch())) {
                claims.claim(entry.claim()).ifPresent(row -> rows.add(new NamedClaim(entry.watch(), row)));
            }
        }
        return rows;
    }
}
