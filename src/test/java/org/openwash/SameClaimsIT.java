package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.domain.JudgedClaim;
import org.openwash.domain.Outcome;

/// What makes reading fast loses nothing: neither the gate nor the project's own decoding of OpenNLP's models changes a claim
/// of these corpora.
///
/// Known gap: in `gold/coverage`, `samples` and `golden` the gate loses claims about things whose name is unknown and that
/// are not called open by a label of nlp/labels.txt; it did so before it was made cheap.
class SameClaimsIT {

    private static Pipeline fast;
    private static Pipeline ungated;
    private static Pipeline stock;

    @BeforeAll
    static void load() {
        fast = pipeline(Map.of());
        ungated = pipeline(Map.of("gate", "false"));
        stock = pipeline(Map.of("stock-nlp", "true"));
    }

    private static Pipeline pipeline(Map<String, String> options) {
        return new Pipeline(SettingsLayers.of(null, options).settings(),
                Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"corpus", "src/test/resources/gold/articles", "src/test/resources/gold/apart/articles"})
    void withoutTheGate(String folder) {
        List<List<JudgedClaim>> claims = claims(fast, folder);
        assertThat(claims).isNotEmpty();
        assertThat(claims(ungated, folder)).isEqualTo(claims);
    }

    @ParameterizedTest
    @ValueSource(strings = {"corpus", "src/test/resources/gold/articles", "src/test/resources/gold/apart/articles",
        "src/test/resources/gold/coverage/articles"})
    void withOpenNlpsOwnClasses(String folder) {
        assertThat(claims(stock, folder)).isEqualTo(claims(fast, folder));
    }

    /// Of each article, in order; of one in another language or that cannot be read none.
    private static List<List<JudgedClaim>> claims(Pipeline pipeline, String folder) {
        var claims = new ArrayList<List<JudgedClaim>>();
        pipeline.analyseInOrder(List.of(folder), new ByteArrayInputStream(new byte[0]), outcome -> claims.add(
                outcome instanceof Outcome.Analysed analysed ? analysed.claims() : List.of()));
        return claims;
    }
}
