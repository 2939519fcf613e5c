package org.openwash.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Decisions;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Outcome;
import org.openwash.publication.HtmlReport;
import org.openwash.publication.Method;
import org.openwash.report.DataPackage.Written;
import org.openwash.statistics.Corpus;
import org.openwash.statistics.Window;

/// Writes all reports of an output folder from the stored outcomes, all or none of them.
///
/// @param minConfidence claims read with less are not flagged
/// @param edition       what the files that describe the tables say of program and facts
/// @param style         how the CSV files are written
/// @param method        what the articles were read and judged with, for report.html
/// @param event         what report.html holds the time before and after against; null for nothing
/// @param clock         tells run.json when the run ended; nothing else asks it
public record ReportWriter(
        Catalogue catalogue, double minConfidence, Decisions decisions, Edition edition, CsvStyle style, Method method,
        Window.@Nullable Event event, Clock clock) {

    /// After a run: the tables of the whole index, and inputs.csv and run.json of this run.
    public Counts write(Path out, Stream<Outcome> stored, List<InputRow> inputs, RunManifest run) throws IOException {
        return write(out, stored, inputs, run, Optional.empty(), RowSink.NONE);
    }

    /// The same with what standing queries found.
    ///
    /// @param sink takes the rows of claims.csv and articles.csv too
    public Counts write(
            Path out, Stream<Outcome> stored, List<InputRow> inputs, RunManifest run, Optional<WatchReport> watches,
            RowSink sink) throws IOException {
        try (ReportFolder folder = ReportFolder.in(out)) {
            var written = new ArrayList<Written>();
            Counts counts = stageTables(folder, stored, written, sink);
            if (watches.isPresent()) {
                stage(folder, Tables.WATCH_HITS, Summary.sorted(watches.get().hits(), Tables.WATCH_HITS), written);
                folder.stage(WatchReport.FEED, w -> w.write(watches.get().feed()));
            }
            stage(folder, Tables.INPUTS, Summary.sorted(inputs, Tables.INPUTS), written);
            stageDescriptions(folder, written);
            Map<String, String> hashes = folder.hashes();
            // last, so that a run.json speaks of reports that are there
            folder.stage(RunRecord.FILE, w -> w.write(RunJson.of(run, InputBalance.of(inputs), counts, hashes, clock)));
            folder.publish();
            return counts;
        }
    }

    /// Without a run: the tables of the whole index again.
    public Counts rewrite(Path out, Stream<Outcome> stored) throws IOException {
        try (ReportFolder folder = ReportFolder.in(out)) {
            var written = new ArrayList<Written>();
            Counts counts = stageTables(folder, stored, written, RowSink.NONE);
            written.addAll(leftByTheRun(out));
            stageDescriptions(folder, written);
            folder.publish();
            return counts;
        }
    }

    /// The tables that only a run writes, as they lie in the folder.
    private static List<Written> leftByTheRun(Path out) throws IOException {
        var written = new ArrayList<Written>();
        for (Table<?> table : List.of(Tables.WATCH_HITS, Tables.INPUTS)) {
            Path file = out.resolve(table.file());
            if (Files.isRegularFile(file)) {
                written.add(new Written(table, CsvStyle.ofFile(file)));
            }
        }
        return written;
    }

    private void stageDescriptions(ReportFolder folder, List<Written> written) throws IOException {
        folder.stage(DataPackage.FILE, w -> w.write(DataPackage.of(written, edition)));
        folder.stage(CsvwMetadata.FILE, w -> w.write(CsvwMetadata.of(written)));
        folder.stage(ClaimsSchema.FILE, w -> w.write(ClaimsSchema.of(Tables.CLAIMS)));
        folder.stage(CitationFile.FILE, w -> w.write(CitationFile.of(edition)));
    }

    private Counts stageTables(ReportFolder folder, Stream<Outcome> stored, List<Written> written, RowSink sink)
            throws IOException {
        Summary summary = new Summary(catalogue, minConfidence, decisions);
        stored.forEach(summary::add);
        var claims = summary.claims();
        var flags = summary.flags();
        var articles = summary.articles();
        var unknown = summary.unknown();
        stage(folder, Tables.CLAIMS, claims, written);
        folder.stage(DataPackage.CLAIMS_LINES, w -> TableWriter.jsonLines(Tables.CLAIMS, claims, w));
        stage(folder, Tables.FLAGS, flags, written);
        stage(folder, Tables.ARTICLES, articles, written);
        sink.take(Tables.CLAIMS, claims);
        sink.take(Tables.ARTICLES, articles);
        stage(folder, Tables.ENTITIES, summary.entities(), written);
        stage(folder, Tables.OUTLETS, summary.outlets(), written);
        stage(folder, Tables.SUBJECTS, summary.subjects(), written);
        stage(folder, Tables.UNKNOWN_SUBJECTS, unknown, written);
        Set<String> facts = claims.stream().flatMap(row -> row.judgement().factIds().stream()).collect(Collectors.toSet());
        folder.stage(BibTex.FILE, w -> w.write(BibTex.of(edition.sources(), facts)));
        var counts = new Counts(articles.size(), claims.size(), flags.size(), unknown.size(), expectedPrecision(flags));
        var corpus = new Corpus(summary.pieces());
        folder.stage(HtmlReport.FILE, w ->
                new HtmlReport(method, minConfidence, event).write(corpus, flags, counts.expectedPrecision(), w));
        return counts;
    }

    private static @Nullable Double expectedPrecision(List<ClaimRow> flags) {
        return flags.isEmpty() ? null
                : Math.round(1000 * flags.stream().mapToDouble(f -> f.claim().confidence()).average().orElseThrow()) / 1000.0;
    }

    private <R> void stage(ReportFolder folder, Table<R> table, List<R> rows, List<Written> written) throws IOException {
        folder.stage(table.file(), w -> TableWriter.csv(table, rows, style, w));
        written.add(new Written(table, style));
    }
}
