package org.openwash.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openwash.evaluation.GoldSamples.found;
import static org.openwash.evaluation.GoldSamples.gold;
import static org.openwash.evaluation.GoldSamples.row;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openwash.domain.Aspect;

class EvaluationTest {

    private static final GoldSet GOLD = gold(
            "a 1 llama-3 open-source affirms contradicted",
            "a 2 llama-3 open-source denies supported",
            "a 3 llama-3 weights affirms supported|overstated",
            "b 1 redis licence affirms overstated ?",
            "b 2 redis use affirms contradicted");

    private static final Evaluation EVALUATION = Evaluation.of(GOLD, found(
            "a 1 Llama_3 open-source affirms overstated !",
            "a 2 llama-3 open-source affirms contradicted !",
            "a 3 llama-3 weights affirms overstated",
            "a 3 llama-3 weights affirms unverifiable",
            "a 4 llama weights affirms supported",
            "b 1 redis licence affirms supported !"));

    @ParameterizedTest
    @CsvSource(textBlock = """
            # level, right, wrong, missed
            SENTENCE,             3, 1, 1
            SENTENCE_AND_ASPECT,  3, 2, 1
            SENTENCE_AND_SUBJECT, 3, 2, 1
            CLAIM,                2, 3, 2
            """)
    void claimsAreCountedAtEachLevel(Level level, int right, int wrong, int missed) {
        assertThat(EVALUATION.claims().get(level)).isEqualTo(new Tally(right, wrong, missed));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            OPEN_SOURCE,   1, 1, 1
            WEIGHTS,       1, 2, 0
            LICENCE,       0, 0, 0
            USE,           0, 0, 1
            TRAINING_DATA, 0, 0, 0
            """)
    void claimsOfEachAspectAddUpToAll(Aspect aspect, int right, int wrong, int missed) {
        assertThat(EVALUATION.aspects().get(aspect)).isEqualTo(new Tally(right, wrong, missed));
        assertThat(EVALUATION.aspects().values().stream().reduce(Tally.NONE, Tally::plus))
                .isEqualTo(EVALUATION.wholeClaims());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # both finds of a claim count, and optional claims do; any accepted value is right
            MODALITY, 4
            VOICE,    4
            VERDICT,  1
            """)
    void attributesAreJudgedOnMatchedClaims(Attribute attribute, int right) {
        assertThat(EVALUATION.attributes().get(attribute)).isEqualTo(new Share(right, 4));
    }

    @Test
    void flagsAreCountedBySentence() {
        // the accepted "overstated" makes sentence 3 a flag that is missed; the flag on an optional sentence is excused
        assertThat(EVALUATION.flags()).isEqualTo(new FlagScore(new Tally(1, 1, 2), 1, 1));
        assertThat(EVALUATION.flags().denialsPassed()).isZero();
    }

    @Test
    void aSentenceThatAlsoHoldsOpenWashingIsNoDenial() {
        GoldSet both = gold("a 1 x open-source affirms contradicted ?", "a 1 y open-source denies supported");
        assertThat(Evaluation.of(both, found("a 1 y use affirms contradicted !")).flags())
                .isEqualTo(new FlagScore(Tally.NONE, 0, 0));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            contradicted, overstated,   1
            overstated,   overstated,   1
            # one of several accepted values is missed: the first one's row
            supported,    unverifiable, 1
            overstated,   supported,    1
            contradicted, contradicted, 0
            """)
    void verdictsOfMatchedClaimsAreCompared(String gold, String found, int count) {
        assertThat(EVALUATION.verdicts().count(gold, found)).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            affirms, affirms, 4
            denies,  affirms, 1
            affirms, denies,  0
            denies,  denies,  0
            """)
    void polaritiesAreComparedWhereTheRestAgrees(String gold, String found, int count) {
        assertThat(EVALUATION.polarities().count(gold, found)).isEqualTo(count);
    }

    @Test
    void aClaimThatIsBothAffirmedAndDeniedIsNotConfused() {
        GoldSet both = gold("a 1 x use affirms supported", "a 1 x use denies supported");
        Confusion polarities = Evaluation.of(both, found("a 1 x use denies supported")).polarities();
        assertThat(polarities.counts()).containsExactly(List.of(0, 0), List.of(0, 1));
    }

    @Test
    void whatCannotBeComparedIsCounted() {
        Evaluation evaluation = Evaluation.of(
                gold("a 9 x use affirms supported", "c 1 x use affirms supported", "b 1 x use affirms supported ?"),
                List.of(
                        row("news/a.txt", "— no word in common?"), row("news/a.txt", "zzz"),
                        row("news/other.txt", "Llama 3 is open source.")));
        assertThat(evaluation.size()).isEqualTo(new Evaluation.Size(2, 7, 2, 1, 0, 2, 1, 2));
        assertThat(evaluation.wholeClaims()).isEqualTo(new Tally(0, 0, 2));
    }

    @Test
    void theReportPrintsAllFigures() throws IOException {
        StringBuilder printed = new StringBuilder();
        Evaluation keywords = Evaluation.of(GOLD, found(
                "a 1 llama-3 open-source affirms overstated !", "a 2 llama-3 open-source affirms supported"));
        EvaluationText.print(EVALUATION, keywords, printed);
        assertThat(printed.toString().lines().map(line -> line.replaceAll(" +", " "))).contains(
                "articles 2 sentences 7 gold core 4 optional 1 predicted 6 unplaced 0",
                "claim (subject+aspect+pol) P 0.400 R 0.500 F1 0.444 tp 2 fp 3 fn 2",
                " keywords only P 0.500 R 0.250 F1 0.333 tp 1 fp 1 fn 3",
                "verdict right on matched claims: 1/4 = 0.250",
                "flagged sentences P 0.500 R 0.333 F1 0.400 tp 1 fp 1 fn 2 denials flagged 1/1",
                " keywords only P 1.000 R 0.333 F1 0.500 tp 1 fp 0 fn 2 denials flagged 0/1",
                "open-source P 0.500 R 0.500 F1 0.500 tp 1 fp 1 fn 1",
                "95 % intervals, articles drawn again 1,000 times",
                "contradicted 0 1 0 0",
                "denies 1 0",
                "RESULT claim_f1 0.444 flag_p 0.500 flag_r 0.333 flag_f1 0.400 modality 1.000 attribution 1.000"
                        + " verdict 0.250 denials_ok 0.000");
        assertThat(printed.toString()).contains("claims F1                    0.444 (").endsWith("\n");
    }
}
