package org.openwash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.domain.Format;
import org.openwash.domain.JudgedClaim;
import org.openwash.domain.Metadata;
import org.openwash.domain.Outcome;
import org.openwash.domain.RawArticle;

/// What makes reading fast loses nothing: neither the gate nor the project's own decoding of OpenNLP's models changes a claim
/// of these corpora.
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
        "src/test/resources/gold/coverage/articles", "src/test/resources/samples", "src/test/resources/golden",
        "src/test/resources/org/openwash"})
    void withoutTheGate(String folder) {
        List<List<JudgedClaim>> claims = claims(fast, folder);
        assertThat(claims).anyMatch(ofOne -> !ofOne.isEmpty());
        assertThat(claims(ungated, folder)).isEqualTo(claims);
    }

    /// Nothing here has a name that the facts base knows.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # text                                                                   | subject     | in headlines too
            Quillora 2 is under the MIT licence.                                     | quillora-2  | false
            Mottelin 7B is Apache 2.0.                                               | mottelin-7b | false
            The weights of Plover come under the Apache licence.                     | plover      | false
            Corvid Systems released Drovel-2 as an open–model under its own terms.   | drovel-2    | true
            CorvaneDB is “open”‑source software.                                     | corvanedb   | true
            CorvaneDB is an open\u00a0source database.                               | corvanedb   | true
            """)
    void ofThingsThatNobodyKnows(String text, String subject, boolean headlines) {
        String below = "# The harbour was busy on Tuesday\n\n" + text;
        for (String shown : headlines ? List.of(text, below, "# " + text + "\n\nIt was a busy Tuesday.") : List.of(text, below)) {
            var raw = new RawArticle("x.md", Format.MARKDOWN, shown.getBytes(StandardCharsets.UTF_8), "UTF-8", Metadata.UNKNOWN);
            Outcome gated = fast.analyser().analyse(raw);
            assertThat(gated).isInstanceOfSatisfying(Outcome.Analysed.class, analysed -> assertThat(analysed.claims())
                    .as(shown).extracting(claim -> claim.claim().subject()).contains(subject));
            assertThat(gated).isEqualTo(ungated.analyser().analyse(raw));
        }
    }

    /// Names and words of claims that make none.
    @ParameterizedTest
    @ValueSource(strings = {"Mrs Aldwinter must not use all of it, so nobody may.", "The MIT opened a new building."})
    void whatTheGatePassesByMakesNone(String text) {
        assertThat(fast.claimsIn(text)).isEmpty();
        assertThat(ungated.claimsIn(text)).isEmpty();
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
