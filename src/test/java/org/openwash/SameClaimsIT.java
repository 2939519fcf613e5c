package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
/// of any corpus that the tests have.
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
    @ValueSource(strings = {"corpus", "src/test/resources/gold/articles", "src/test/resources/gold/apart/articles",
        "src/test/resources/gold/coverage/articles", "src/test/resources/samples", "src/test/resources/golden"})
    void withAndWithoutWhatMakesItFast(String folder) throws IOException {
        List<List<JudgedClaim>> claims = claims(fast, folder);
        assertThat(claims).isNotEmpty();
        assertThat(claims(ungated, folder)).as("without the gate").isEqualTo(claims);
        assertThat(claims(stock, folder)).as("with OpenNLP's own classes").isEqualTo(claims);
    }

    /// Of each article, in order; of one in another language or that cannot be read none.
    private static List<List<JudgedClaim>> claims(Pipeline pipeline, String folder) {
        var claims = new ArrayList<List<JudgedClaim>>();
        pipeline.analyseInOrder(List.of(folder), new ByteArrayInputStream(new byte[0]), outcome -> claims.add(
                outcome instanceof Outcome.Analysed analysed ? analysed.claims() : List.of()));
        return claims;
    }
}
