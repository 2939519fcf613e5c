package org.openwash.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openwash.Pipeline;
import org.openwash.SettingsLayers;
import org.openwash.domain.ClaimRow;
import org.openwash.evaluation.Evaluation;
import org.openwash.evaluation.GoldSet;
import org.openwash.evaluation.Interval;
import org.openwash.evaluation.Tally;
import org.openwash.testing.Cli;

/// Measures again what `statistics/measured-flags.tsv` says of precision and recall of the flags at each threshold.
///
/// Run with `-Dopenwash.update-docs=true`, the test writes the file anew; the diff is the review.
class MeasuredFlagsIT {

    private static final Path FILE = Path.of("src/main/resources/statistics/measured-flags.tsv");
    private static final Path GOLD = Path.of("src/test/resources/gold");
    private static final String HEAD = """
            # How well sentences with open-washing are flagged at a threshold of confidence: counts of flagged sentences that
            # a person marked too (right), of others (wrong), and of marked ones without a flag (missed). Intervals are
            # the middle 95 % when whole articles are drawn again. Source: the gold sets in src/test/resources/gold, which
            # nothing was trained on, with the default settings; written by MeasuredFlagsIT, do not edit.
            """;
    private static final String COLUMNS = String.join("\t", "set", "articles", "threshold", "right", "wrong", "missed",
            "precision_low", "precision_high", "recall_low", "recall_high") + "\n";

    @Test
    void theFiguresInTheFileAreThoseOfThisVersion() throws IOException {
        String measured = HEAD + COLUMNS + rows("apart") + rows("coverage");
        if (Boolean.getBoolean("openwash.update-docs")) {
            Files.writeString(FILE, measured);
            return;
        }
        assertThat(Files.readString(FILE)).as(FILE + " is stale: run this test with -Dopenwash.update-docs=true")
                .isEqualTo(measured);
    }

    private static String rows(String set) throws IOException {
        Path folder = GOLD.resolve(set);
        GoldSet gold = GoldSet.read(folder.resolve("gold.jsonl"), folder.resolve("sentences.jsonl"), null);
        var pipeline = new Pipeline(SettingsLayers.of(null, Map.of()).settings(), Clock.fixed(Cli.NOW, ZoneOffset.UTC));
        List<ClaimRow> claims = pipeline
                .dryRun(List.of(folder.resolve("articles").toString()), InputStream.nullInputStream(), done -> { }).claims();
        var rows = new ArrayList<String>();
        for (int tenth = 0; tenth <= 9; tenth++) {
            double threshold = tenth / 10.0;
            Evaluation evaluation =
                    Evaluation.of(gold, claims.stream().map(row -> row.with(threshold, row.standing())).toList());
            Tally tally = evaluation.flags().tally();
            Interval precision = evaluation.flagsInterval(Tally::precision);
            Interval recall = evaluation.flagsInterval(Tally::recall);
            rows.add(String.format(Locale.ROOT, "%s\t%d\t%.1f\t%d\t%d\t%d\t%.3f\t%.3f\t%.3f\t%.3f%n", set,
                    evaluation.size().articles(), threshold, tally.truePositives(), tally.falsePositives(), tally.falseNegatives(),
                    precision.low(), precision.high(), recall.low(), recall.high()).replace("\r\n", "\n"));
        }
        return String.join("", rows);
    }
}
