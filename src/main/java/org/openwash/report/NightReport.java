package org.openwash.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.openwash.domain.WholeFile;

/// What a nightly run has found changed, for the files that tell of it.
///
/// @param night   its number, counted from 1; nights that find nothing have none
/// @param day     of the run
/// @param changes in the order of changes.csv
public record NightReport(int night, LocalDate day, List<Change> changes) {

    /// The Atom feed of flags, new and withdrawn.
    public static final String FEED = "nightly.atom";

    public NightReport {
        changes = Summary.sorted(changes, ChangeTables.CHANGES);
    }

    public long count(Change.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }

    /// Writes changes.csv and history.csv, both or neither.
    public void write(Path out) throws IOException {
        try (ReportFolder folder = ReportFolder.in(out)) {
            folder.stage(ChangeTables.HISTORY.file(), w -> HistoryFile.in(out).write(night, day, changes, w));
            folder.stage(ChangeTables.CHANGES.file(), w -> TableWriter.csv(ChangeTables.CHANGES, changes, w));
            folder.publish();
        }
    }

    /// Writes changes.csv into a folder of the night's own.
    public void writeCopy(Path folder) throws IOException {
        WholeFile.write(folder.resolve(ChangeTables.CHANGES.file()),
                w -> TableWriter.csv(ChangeTables.CHANGES, changes, w));
    }
}
