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
import org.openwash.domain.DataFile;
import org.openwash.domain.SetupException;

/// Replays the examples of the cue files, of hints.tsv and of concepts.tsv.
class CueTest {

    private static final Words WORDS = Words.load();
    private static final List<Cue> CUES = Cue.load(WORDS);
    private static final CueFinder FINDER = new CueFinder(CUES);
    private static final double MADE = 0.5;

    static Stream<Named<Cue>> cues() {
        return CUES.stream().map(CueTest::named);
    }

    static Stream<Named<Cue>> noClaims() {
        return CUES.stream().filter(cue -> cue.aspect() == null).map(CueTest::named);
    }

    private static Named<Cue> named(Cue cue) {
        return Named.of(cue.file() + " line " + cue.line() + ": " + cue.wording(), cue);
    }

    @ParameterizedTest
    @MethodSource("cues")
    void wordingStandsInItsExample(Cue cue) {
        List<Unit> units = TextReader.units(cue.example(), WORDS);
        assertThat(IntStream.range(0, units.size()).filter(i -> cue.pattern().matchAt(units, i) > i))
                .as("%s line %d: places of the pattern in \"%s\"", cue.file(), cue.line(), cue.example())
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("noClaims")
    void exampleOfNoClaimTakesOutTheWordingsWithinIt(Cue cue) {
        List<Unit> units = TextReader.units(cue.example(), WORDS);
        int start = IntStream.range(0, units.size()).filter(i -> cue.pattern().matchAt(units, i) > i).findFirst()
                .orElseThrow();
        var whole = new Cue.Match(cue, start, cue.pattern().matchAt(units, start));
        assertThat(FINDER.find(units))
                .filteredOn(match -> whole.covers(match) && match.length() < whole.length())
                .as("%s line %d: wordings within \"%s\"", cue.file(), cue.line(), cue.example())
                .allSatisfy(match -> assertThat(match.except()).isNotNull());
    }

    /// Most examples are claims by themselves; the rest need an article around them.
    @Test
    void mostExamplesMakeTheirClaim() {
        List<Cue> wordings = CUES.stream().filter(cue -> cue.aspect() != null && !cue.hint()).toList();
        long made = wordings.stream().filter(cue -> TextReader.claims(cue.example()).stream()
                .anyMatch(c -> c.aspect() == cue.aspect() && c.polarity() == cue.polarity())).count();
        assertThat(made / (double) wordings.size()).isGreaterThan(MADE);
    }

    @Test
    void everyConceptHasAWordInItsExample() {
        Concepts concepts = Concepts.load();
        for (DataFile.Row row : DataFile.rows(Concepts.FILE, 4)) {
            assertThat(TextReader.units(row.cell(3), WORDS))
                    .as("%s line %d", row.file(), row.line())
                    .anyMatch(unit -> concepts.of(unit).contains(row.cell(0)));
        }
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
