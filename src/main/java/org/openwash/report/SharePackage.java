package org.openwash.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openwash.domain.Catalogue;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Decisions;
import org.openwash.domain.Outcome;
import org.openwash.domain.Sha256;
import org.openwash.report.DataPackage.Written;

/// Writes what may be handed on: the tables, their descriptions and the accepted flags as ClaimReview, in a folder of its
/// own. Of the articles it holds what is known about them, their titles, the names in them and the sentences that make
/// claims, and no other text. Paths of this machine, reviewers and their notes stay behind; an article without a web
/// address goes by a hash of its path.
public record SharePackage(
        Catalogue catalogue, double minConfidence, Decisions decisions, Edition edition, CsvStyle style, ClaimReviews reviews) {

    private static final Set<String> PRIVATE = Set.of("source", "reviewer", "reviewer_note");
    private static final String ARTICLE_ID = "article_id";

    /// @param to a folder for nothing else; files of an earlier package are replaced
    public void write(Path to, Stream<Outcome> stored) throws IOException {
        Summary summary = new Summary(catalogue, minConfidence, decisions);
        stored.forEach(summary::add);
        List<ClaimRow> claims = summary.claims();
        List<ClaimRow> flags = summary.flags();
        Table<ClaimRow> shown = open(Tables.CLAIMS);
        var written = new ArrayList<Written>();
        try (ReportFolder folder = ReportFolder.in(to)) {
            stage(folder, shown, claims, written);
            folder.stage(DataPackage.CLAIMS_LINES, w -> TableWriter.jsonLines(shown, claims, w));
            stage(folder, open(Tables.FLAGS), flags, written);
            stage(folder, open(Tables.ARTICLES), summary.articles(), written);
            stage(folder, open(Tables.ENTITIES), summary.entities(), written);
            stage(folder, Tables.OUTLETS, summary.outlets(), written);
            stage(folder, Tables.SUBJECTS, summary.subjects(), written);
            stage(folder, Tables.UNKNOWN_SUBJECTS, summary.unknown(), written);
            folder.stage(DataPackage.FILE, w -> w.write(DataPackage.of(written, edition)));
            folder.stage(CsvwMetadata.FILE, w -> w.write(CsvwMetadata.of(written)));
            folder.stage(ClaimsSchema.FILE, w -> w.write(ClaimsSchema.of(shown)));
            folder.stage(CitationFile.FILE, w -> w.write(CitationFile.of(edition)));
            Set<String> facts = claims.stream().flatMap(row -> row.judgement().factIds().stream()).collect(Collectors.toSet());
            folder.stage(BibTex.FILE, w -> w.write(BibTex.of(edition.sources(), facts)));
            folder.stage(ClaimReviews.FILE, w -> w.write(reviews.of(flags)));
            folder.publish();
        }
    }

    private static <R> Table<R> open(Table<R> table) {
        return table.without(PRIVATE).changing(ARTICLE_ID, SharePackage::openId);
    }

    private static String openId(String articleId) {
        return ClaimReviews.isWebAddress(articleId) ? articleId : "article-" + Sha256.of(articleId).substring(0, 16);
    }

    private <R> void stage(ReportFolder folder, Table<R> table, List<R> rows, List<Written> written) throws IOException {
        folder.stage(table.file(), w -> TableWriter.csv(table, rows, style, w));
        written.add(new Written(table, style));
    }
}
