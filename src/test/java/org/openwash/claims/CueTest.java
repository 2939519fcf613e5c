package org.openwash.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.domain.SetupException;

/// Replays the examples of cues.tsv.
class CueTest {

    private static final Words WORDS = Words.load();
    private static final List<Cue> CUES = Cue.load(WORDS);

    static Stream<Named<Cue>> cues() {
        return CUES.stream().map(CueTest::named);
    }

    static Stream<Named<Cue>> claims() {
        return CUES.stream().filter(cue -> cue.aspect() != null).map(CueTest::named);
    }

    static Stream<Named<Cue>> noClaims() {
        return CUES.stream().filter(cue -> cue.aspect() == null).map(CueTest::named);
    }

    private static Named<Cue> named(Cue cue) {
        return Named.of(Cue.FILE + " line " + cue.line() + ": " + cue.wording(), cue);
    }

    @ParameterizedTest
    @MethodSource("cues")
    void wordingStandsInItsExample(Cue cue) {
        List<Unit> units = TextReader.units(cue.example(), WORDS);
        assertThat(IntStream.range(0, units.size()).filter(i -> cue.pattern().matchAt(units, i) > i))
                .as("%s line %d: places of the pattern in \"%s\"", Cue.FILE, cue.line(), cue.example())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("claims")
    void exampleMakesItsClaim(Cue cue) {
        assertThat(TextReader.claims(cue.example()))
                .as("%s line %d: claims of \"%s\"", Cue.FILE, cue.line(), cue.example())
                .anySatisfy(claim -> {
                    assertThat(claim.aspect()).isEqualTo(cue.aspect());
                    assertThat(claim.polarity()).isEqualTo(cue.polarity());
                });
    }

    @ParameterizedTest
    @MethodSource("noClaims")
    void exampleOfNoClaimMakesNone(Cue cue) {
        assertThat(TextReader.claims(cue.example()))
                .as("%s line %d: claims of \"%s\"", Cue.FILE, cue.line(), cue.example())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"open <planet>", "open ~many", "@nosuchclass source"})
    void brokenPatternsAreRejected(String pattern) {
        assertThatThrownBy(() -> CuePattern.parse(pattern, WORDS))
                .isInstanceOfAny(IllegalArgumentException.class, SetupException.class);
    }

    @Test
    void missingWordClassIsNamed() {
        assertThatThrownBy(() -> WORDS.of("nosuchclass"))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("@nosuchclass")
                .hasMessageContaining("words.tsv");
    }
}
