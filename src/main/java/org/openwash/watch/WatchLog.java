package org.openwash.watch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// The newest hits of standing queries, kept in the run state of the index, so that the feed is the same however often it
/// is written, and a run that dies between its commit and its reports loses none.
///
/// @param entries    newest first
/// @param unreported how many of the first ones no run has written a report of
public record WatchLog(List<Entry> entries, int unreported) {

    /// The feed holds no more; who reads it less often than every so many hits has watch-hits.csv.
    public static final int MOST = 500;

    private static final String ENTRIES_KEY = "watch.hits";
    private static final String UNREPORTED_KEY = "watch.unreported";

    /// @param claim id of the claim
    public record Entry(String watch, String claim) {}

    public WatchLog {
        entries = List.copyOf(entries);
    }

    public static WatchLog of(Map<String, String> runState) {
        var entries = new ArrayList<Entry>();
        for (String line : runState.getOrDefault(ENTRIES_KEY, "").lines().toList()) {
            int tab = line.indexOf('\t');
            entries.add(new Entry(line.substring(tab + 1), line.substring(0, tab)));
        }
        return new WatchLog(entries, Integer.parseInt(runState.getOrDefault(UNREPORTED_KEY, "0")));
    }

    /// What an earlier run found and did not live to report.
    public List<Entry> left() {
        return entries.subList(0, Math.min(unreported, entries.size()));
    }

    /// With more on top.
    public WatchLog with(List<Entry> newer) {
        var all = new LinkedHashSet<>(newer);
        all.addAll(entries);
        List<Entry> kept = all.stream().limit(MOST).toList();
        var fresh = new LinkedHashSet<>(newer);
        fresh.addAll(left());
        return new WatchLog(kept, Math.min(kept.size(), fresh.size()));
    }

    public WatchLog reported() {
        return new WatchLog(entries, 0);
    }

    /// What the index is to remember.
    public void into(Map<String, String> runState) {
        if (!entries.isEmpty()) {
            var lines = new StringBuilder();
            entries.forEach(entry -> lines.append(entry.claim()).append('\t').append(entry.watch()).append('\n'));
            runState.put(ENTRIES_KEY, lines.toString());
            runState.put(UNREPORTED_KEY, String.valueOf(unreported));
        }
    }
}
