package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.openwash.domain.Article;
import org.openwash.domain.Aspect;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Decisions;
import org.openwash.domain.Hit;
import org.openwash.domain.Outcome;
import org.openwash.domain.Verdict;
import org.openwash.index.ArticleIndex;
import org.openwash.index.ClaimSearch;
import org.openwash.testing.ClaimSample;
import org.openwash.testing.Cli;
import org.openwash.testing.LabelledClaims;
import org.openwash.testing.Samples;

/// "Have we seen this before?" of a text as somebody types it: read by the analyser, then asked. How often that finds the
/// claim of a pair is more a figure of the reader than of the search, so the floor is low.
class SimilarIT {

    private static final double FLOOR = 0.5;

    @Test
    void aTypedSentenceIsReadAndItsLikeIsFound() throws IOException {
        var pipeline = new Pipeline(SettingsLayers.of(null, Map.of()).settings(), Clock.fixed(Cli.NOW, ZoneOffset.UTC));
        List<CSVRecord> pairs;
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var rows = CSVParser.parse(Path.of("src/test/resources/similar/pairs.csv"), StandardCharsets.UTF_8, format)) {
            pairs = rows.getRecords();
        }
        int read = 0;
        int found = 0;
        try (ArticleIndex index = ArticleIndex.openTemporary(pipeline::familiesOf)) {
            for (Outcome.Analysed article : LabelledClaims.coverage()) {
                index.put(article);
            }
            for (CSVRecord pair : pairs) {
                index.put(claim(pair));
            }
            index.commit(Map.of());
            try (ClaimSearch search = index.search(0.5, Decisions.none())) {
                for (CSVRecord pair : pairs) {
                    List<ClaimRow> claims = pipeline.claimsIn(pair.get("paraphrase"));
                    read += claims.isEmpty() ? 0 : 1;
                    found += finds(pipeline, search, claims, pair) ? 1 : 0;
                }
            }
        }
        System.out.printf(Locale.ROOT, "similar, typed: of %d sentences %d read as claims, for %d the like among the first 5%n",
                pairs.size(), read, found);
        assertThat(found / (double) pairs.size()).isGreaterThanOrEqualTo(FLOOR);
    }

    private static boolean finds(Pipeline pipeline, ClaimSearch search, List<ClaimRow> read, CSVRecord pair)
            throws IOException {
        for (ClaimRow row : read) {
            List<Hit> hits = search.similar(row, pipeline.familiesOf(row.claim().subject()), 5);
            assertThat(hits).extracting(hit -> hit.row().claim().polarity()).allMatch(row.claim().polarity()::equals);
            if (hits.stream().anyMatch(hit -> hit.row().claim().id().equals("pair" + pair.getRecordNumber()))) {
                return true;
            }
        }
        return read.isEmpty() && search.similarTo(pair.get("paraphrase"), 5).stream()
                .anyMatch(hit -> hit.row().claim().id().equals("pair" + pair.getRecordNumber()));
    }

    private static Outcome.Analysed claim(CSVRecord pair) {
        Article article = Samples.article("pairs/" + pair.getRecordNumber(), pair.get("claim"));
        ClaimSample claim = Samples.claim(article, pair.get("claim")).about(pair.get("subject"), pair.get("name"))
                .aspect(Aspect.valueOf(pair.get("aspect").toUpperCase(Locale.ROOT).replace('-', '_')))
                .id("pair" + pair.getRecordNumber());
        return Samples.analysed(article, (pair.get("polarity").equals("denies") ? claim.denied() : claim).judged(Verdict.SUPPORTED));
    }
}
