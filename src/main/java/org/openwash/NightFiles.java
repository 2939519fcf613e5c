package org.openwash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.openwash.domain.WholeFile;
import org.openwash.report.Change;
import org.openwash.report.HistoryFile;
import org.openwash.report.NightReport;
import org.openwash.report.Tables;
import org.openwash.watch.AtomFeed;

/// What a night that has something to tell leaves beside the reports: what changed, the history, a feed, and a folder of
/// its own under `nights/`.
///
/// @param keep folders of nights to keep
record NightFiles(Path out, int keep) {

    private static final String FOLDER = "nights";
    private static final int FEED_ENTRIES = 500;

    /// Returns when all is on the disk.
    void write(NightReport report) throws IOException {
        report.write(out);
        WholeFile.write(out.resolve(NightReport.FEED), writer -> writer.write(feed(report.day())));
        Path own = out.resolve(FOLDER).resolve(String.format(Locale.ROOT, "%05d-%s", report.night(), report.day()));
        report.writeCopy(own);
        WholeFile.write(own.resolve(Tables.FLAGS.file()), writer -> {
            try (var flags = Files.newBufferedReader(out.resolve(Tables.FLAGS.file()))) {
                flags.transferTo(writer);
            }
        });
        forgetOldNights();
    }

    private void forgetOldNights() throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(out.resolve(FOLDER))) {
            folders = all.filter(Files::isDirectory).sorted().toList();
        }
        for (Path old : folders.subList(0, Math.max(0, folders.size() - keep))) {
            try (Stream<Path> files = Files.list(old)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(old);
        }
    }

    private String feed(LocalDate day) throws IOException {
        List<Map<String, String>> rows = HistoryFile.in(out)
                .last(FEED_ENTRIES, List.of(Change.Kind.NEW_FLAG, Change.Kind.WITHDRAWN_FLAG));
        return new AtomFeed("openwash nightly", "Openwash: flags, new and withdrawn", day)
                .ofItems(rows.reversed().stream().map(NightFiles::item).toList());
    }

    private static AtomFeed.Item item(Map<String, String> row) {
        String change = row.getOrDefault("change", "");
        String sentence = row.getOrDefault("sentence", "");
        return new AtomFeed.Item(
                row.get("night") + "\n" + change + "\n" + row.get("claim_id"),
                change + ": " + row.get("subject_name") + ", " + row.get("aspect") + " (" + row.get("why") + ")",
                LocalDate.parse(row.get("day")), row.getOrDefault("outlet", ""), change, row.getOrDefault("url", ""),
                AtomFeed.cut(sentence.isEmpty() ? row.getOrDefault("sentence_before", "") : sentence) + "\n\n"
                        + row.get("explanation") + "\n\n" + row.get("source") + ", claim " + row.get("claim_id"));
    }
}
