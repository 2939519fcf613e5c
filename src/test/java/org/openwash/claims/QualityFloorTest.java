package org.openwash.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openwash.domain.Article;
import org.openwash.domain.Claim;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Decisions;
import org.openwash.domain.JudgedClaim;
import org.openwash.domain.Outcome;
import org.openwash.evaluation.Evaluation;
import org.openwash.evaluation.GoldSet;
import org.openwash.facts.FactBook;
import org.openwash.facts.Judge;
import org.openwash.facts.Standard;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds what is found in the articles of src/test/resources/gold against what people marked in them. The figures may
/// rise freely; one below quality-floor.json fails.
class QualityFloorTest {

    private static final double MIN_CONFIDENCE = 0.6;

    private static Evaluation evaluation;
    private static JsonNode floor;

    @BeforeAll
    static void evaluate() throws IOException, URISyntaxException {
        Path gold = Path.of(QualityFloorTest.class.getResource("/gold/gold.jsonl").toURI());
        floor = JsonMapper.shared().readTree(Files.readString(gold.resolveSibling("quality-floor.json")));
        GoldSet set = GoldSet.read(gold, gold.resolveSibling("sentences.jsonl"), null);
        try (Stream<Path> files = Files.list(gold.resolveSibling("articles"))) {
            evaluation = Evaluation.of(set, files.sorted().flatMap(QualityFloorTest::rows).toList());
        }
    }

    private static Stream<ClaimRow> rows(Path file) {
        Article article = GoldText.read(file);
        var judge = new Judge(FactBook.load(null), Standard.BY_KIND);
        var judged = new ArrayList<JudgedClaim>();
        for (Claim claim : TextReader.claims(article)) {
            judged.add(new JudgedClaim(claim, judge.decide(claim, article.published())));
        }
        var analysed = new Outcome.Analysed(article, 0, 0, List.of(), judged);
        return ClaimRow.of(analysed, MIN_CONFIDENCE, Decisions.none()).stream();
    }

    @Test
    void claimsDoNotFallBelowTheFloor() {
        assertThat(evaluation.wholeClaims().f1()).as("F1 of claims").isGreaterThanOrEqualTo(at("claims-f1"));
    }

    @Test
    void flagsDoNotFallBelowTheFloor() {
        assertThat(evaluation.flags().tally().precision()).as("precision of flags")
                .isGreaterThanOrEqualTo(at("flags-precision"));
        assertThat(evaluation.flags().tally().recall()).as("recall of flags")
                .isGreaterThanOrEqualTo(at("flags-recall"));
    }

    @Test
    void denialsAreNotFlagged() {
        assertThat(evaluation.flags().denialsPassed()).isGreaterThanOrEqualTo(at("denials-passed"));
    }

    @Test
    void everyGoldClaimHasItsSentence() {
        assertThat(evaluation.size().sentenceless()).isZero();
    }

    private static double at(String figure) {
        return floor.required(figure).doubleValue();
    }

    /// An article of the gold set: a line `date: ...`, the title, and one sentence a line.
    private static final class GoldText {

        private static final String DATE = "date: ";

        static Article read(Path file) {
            try {
                List<String> lines = Files.readAllLines(file);
                String name = file.getFileName().toString();
                String text = String.join("\n", lines.subList(2, lines.size()));
                return TextReader.article(name, lines.getFirst().substring(DATE.length()), lines.get(1), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
