package org.openwash.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.WholeFile;
import org.openwash.publication.NightNews;

/// What a nightly run has found changed, for the files that tell of it.
///
/// @param night   its number, counted from 1; nights that find nothing have none
/// @param day     of the run
/// @param figures what the changes do not tell
/// @param changes in the order of changes.csv
/// @param hits    claims that standing queries found, in the order of watch-hits.csv
public record NightReport(int night, LocalDate day, NightNews.Figures figures, List<Change> changes, List<NamedClaim> hits) {

    /// The Atom feed of flags, new and withdrawn.
    public static final String FEED = "nightly.atom";

    public NightReport {
        changes = Summary.sorted(changes, ChangeTables.CHANGES);
        hits = Summary.sorted(hits, Tables.WATCH_HITS);
    }

    public long count(Change.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    /// Writes changes.csv, nightly.html and history.csv, all or none.
    public void write(Path out) throws IOException {
        try (ReportFolder folder = ReportFolder.in(out)) {
            folder.stage(ChangeTables.HISTORY.file(), w -> HistoryFile.in(out).write(night, day, changes, w));
            folder.stage(ChangeTables.CHANGES.file(), w -> TableWriter.csv(ChangeTables.CHANGES, changes, w));
            folder.stage(NightNews.FILE, page()::write);
            folder.publish();
        }
    }

    /// Writes changes.csv and nightly.html into a folder of the night's own.
    public void writeCopy(Path folder) throws IOException {
        WholeFile.write(folder.resolve(ChangeTables.CHANGES.file()),
                w -> TableWriter.csv(ChangeTables.CHANGES, changes, w));
        WholeFile.write(folder.resolve(NightNews.FILE), page()::write);
    }

    private NightNews page() {
        var newFlags = new ArrayList<Change>();
        var withdrawn = new ArrayList<NightNews.ClaimChange>();
        var changed = new ArrayList<NightNews.ClaimChange>();
        var unknown = new ArrayList<NightNews.ClaimChange>();
        var failing = new ArrayList<NightNews.Notice>();
        var quiet = new ArrayList<NightNews.Notice>();
        for (Change change : changes) {
            switch (change.kind()) {
                case NEW_FLAG -> newFlags.add(change);
                case WITHDRAWN_FLAG -> withdrawn.add(ofClaim("", change));
                case CHANGED_CLAIM -> changed.add(ofClaim("changed", change));
                case NEW_CLAIM -> changed.add(ofClaim("new", change));
                case GONE_CLAIM -> changed.add(ofClaim("gone", change));
                case UNKNOWN_SUBJECT -> unknown.add(new NightNews.ClaimChange("", "", null, change.now()));
                case ARTICLE_EDITED, ARTICLE_DELETED -> { } // the figures count them, and changes.csv lists them
                case FAILING_INPUT -> failing.add(new NightNews.Notice(change.source(), change.detail()));
                case QUIET_SOURCE -> quiet.add(new NightNews.Notice(change.source(), change.detail()));
            }
        }
        newFlags.sort((a, b) -> Tables.FLAGS.order().compare(Objects.requireNonNull(a.now()), Objects.requireNonNull(b.now())));
        var watchHits = new TreeMap<String, List<ClaimRow>>();
        hits.forEach(hit -> watchHits.computeIfAbsent(hit.name(), name -> new ArrayList<>()).add(hit.row()));
        return new NightNews(night, day, figures, newFlags.stream().map(change -> ofClaim("", change)).toList(),
                withdrawn, changed, unknown, watchHits, failing, quiet);
    }

    private static NightNews.ClaimChange ofClaim(String what, Change change) {
        return new NightNews.ClaimChange(what, change.reason(), change.before(), change.now());
    }
}
