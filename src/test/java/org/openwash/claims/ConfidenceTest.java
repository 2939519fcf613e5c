package org.openwash.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Calibrates scores against what was right.
class ConfidenceTest {

    /// A hundred claims at each of four scores, of which so many were right.
    private static List<Confidence.Outcome> outcomes(int... right) {
        var outcomes = new ArrayList<Confidence.Outcome>();
        for (int group = 0; group < right.length; group++) {
            for (int i = 0; i < 100; i++) {
                outcomes.add(new Confidence.Outcome((group + 1) / 5.0, i < right[group]));
            }
        }
        return outcomes;
    }

    @Test
    void confidenceIsTheShareThatWasRight() {
        var confidence = new Confidence(0, Confidence.fit(outcomes(10, 30, 60, 90), 4));
        assertThat(confidence.of(0.4)).isCloseTo(0.3, within(1e-9));
        assertThat(confidence.of(0.8)).isCloseTo(0.9, within(1e-9));
        assertThat(confidence.of(0.7)).isBetween(0.6, 0.9);
    }

    @Test
    void confidenceNeverFallsWithTheScore() {
        List<Confidence.Step> steps = Confidence.fit(outcomes(10, 70, 50, 90), 4);
        assertThat(steps).isSortedAccordingTo((a, b) -> Double.compare(a.probability(), b.probability()));
        assertThat(new Confidence(0, steps).of(0.5)).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void withoutStepsTheScoreStands() {
        assertThat(Confidence.NONE.of(0.37)).isEqualTo(0.37);
    }

    @Test
    void theShippedTableRises() {
        assertThat(Confidence.load().steps()).isNotEmpty()
                .isSortedAccordingTo((a, b) -> Double.compare(a.probability(), b.probability()));
    }
}
