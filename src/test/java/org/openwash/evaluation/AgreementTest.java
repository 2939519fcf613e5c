package org.openwash.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.openwash.evaluation.GoldSamples.gold;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.openwash.domain.SetupException;

class AgreementTest {

    private static final GoldSet ONE = gold("a 1 llama-3 open-source affirms contradicted",
            "a 2 llama-3 open-source denies supported", "a 3 llama-3 weights affirms supported",
            "b 2 redis use affirms overstated");
    private static final GoldSet OTHER = gold("a 1 llama-3 open-source affirms contradicted",
            "a 2 llama-3 open-source affirms contradicted", "b 2 redis use affirms overstated", "b 2 redis code denies supported");

    private static Study study(Agreement agreement, String name) {
        return agreement.studies().stream().filter(study -> study.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void sentencesAreTheUnitsOfWhatHoldsAClaim() {
        Agreement agreement = Agreement.of(ONE, OTHER);
        Study holds = study(agreement, "sentence holds a claim");
        assertThat(holds.units()).isEqualTo(7);
        assertThat(holds.observed().orElseThrow()).isEqualTo(6 / 7.0, within(1e-9));
        // 4 of 7 and 3 of 7 sentences hold a claim: chance agreement (4*3 + 3*4) / 49
        assertThat(holds.kappa().orElseThrow()).isEqualTo((6 / 7.0 - 24 / 49.0) / (25 / 49.0), within(1e-9));
        assertThat(study(agreement, "sentence holds training-data").kappa()).isEmpty();
        assertThat(study(agreement, "sentence is flagged").observed().orElseThrow()).isEqualTo(6 / 7.0, within(1e-9));
    }

    @Test
    void fieldsAreComparedOnClaimsThatBothMarked() {
        Agreement agreement = Agreement.of(ONE, OTHER);
        assertThat(study(agreement, "polarity").units()).isEqualTo(3);
        assertThat(study(agreement, "polarity").observed().orElseThrow()).isEqualTo(2 / 3.0, within(1e-9));
        assertThat(agreement.claims()).isEqualTo(new Tally(2, 2, 2));
    }

    @Test
    void anAnnotatorAgreesWithHerself() throws IOException {
        var text = new StringBuilder();
        AgreementText.print(Agreement.of(ONE, ONE), text);
        assertThat(text).contains("F1 1.000").contains("RESULT claim_f1 1.000 kappa_sentence_holds_a_claim 1.000 alpha_")
                .doesNotContain("NaN");
    }

    @Test
    void aClaimInASentenceThatNobodyReadIsRefused() {
        assertThatThrownBy(() -> Agreement.of(ONE, gold("a 9 llama-3 open-source affirms contradicted")))
                .isInstanceOf(SetupException.class).hasMessageContaining("sentence 9 of a");
    }
}
