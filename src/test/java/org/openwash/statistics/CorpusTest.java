package org.openwash.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openwash.domain.Attribution;
import org.openwash.domain.SetupException;
import org.openwash.domain.Verdict;
import org.openwash.testing.Told;

class CorpusTest {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 10);

    /// A story that three outlets ran, one of them without a claim, and an article of its own.
    private static List<Piece> copied() {
        return List.of(
                Told.piece("a1", "Anvil", DAY, "wire", Told.flag("x1")),
                Told.piece("b1", "Beacon", DAY.plusDays(1), "wire", Told.flag("x2"), Told.claim("x3", Verdict.SUPPORTED)),
                Told.piece("c1", "Courier", DAY.minusDays(1), "wire"),
                Told.piece("b2", "Beacon", DAY.plusDays(40), "own", Told.claim("x4", Verdict.UNVERIFIABLE)));
    }

    @Test
    void countsByArticleAndByStory() {
        Tally all = new Corpus(copied()).all();
        assertThat(List.of(all.articles(), all.stories(), all.articlesWithClaim(), all.storiesWithClaim())).containsExactly(4, 2, 3, 2);
        assertThat(List.of(all.claims(), all.flags(), all.storyClaims(), all.storyFlags())).containsExactly(4, 2, 2, 1);
        assertThat(all.verdicts()).containsEntry(Verdict.CONTRADICTED, 2).containsEntry(Verdict.SUPPORTED, 1)
                .containsEntry(Verdict.UNVERIFIABLE, 1).containsEntry(Verdict.OVERSTATED, 0);
        assertThat(all.flaggedArticles().part() + "/" + all.flaggedArticles().whole()).isEqualTo("2/3");
        assertThat(all.flaggedStories()).isEqualTo(Proportion.of(1, 2));
        assertThat(all.ownVoice().share()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfArticlesChangesNothing(long seed) {
        var shuffled = new ArrayList<>(copied());
        Collections.shuffle(shuffled, new Random(seed));
        Corpus expected = new Corpus(copied());
        Corpus corpus = new Corpus(shuffled);
        assertThat(corpus.all()).isEqualTo(expected.all());
        assertThat(corpus.outlets()).isEqualTo(expected.outlets());
        assertThat(corpus.subjects()).isEqualTo(expected.subjects());
        assertThat(corpus.months()).isEqualTo(expected.months());
        assertThat(corpus.repeating()).isEqualTo(expected.repeating());
    }

    @Test
    void outletsWithFewArticlesAreListedLastAndNotRanked() {
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < Corpus.RANKED_FROM; i++) {
            pieces.add(Told.piece("q" + i, "Quay", DAY, "q" + i, Told.claim("q" + i, Verdict.SUPPORTED)));
            pieces.add(Told.piece("z" + i, "Zenith", DAY, "z" + i, i == 0 ? Told.flag("z0") : Told.claim("z" + i, Verdict.SUPPORTED)));
            pieces.add(Told.piece("u" + i, null, DAY, "u" + i, Told.flag("u" + i)));
        }
        pieces.add(Told.piece("a", "Anvil", DAY, "a", Told.flag("a")));
        pieces.add(Told.piece("silent", "Silent", DAY, "silent"));
        assertThat(new Corpus(pieces).outlets().stream().map(o -> o.outlet() + " " + o.ranked()))
                .containsExactly("Zenith true", "Quay true", " false", "Anvil false");
    }

    @Test
    void subjectsComeByTheirClaimsAndWithoutWhatCouldNotBeNamed() {
        var pieces = List.of(Told.piece("a", "Anvil", DAY, "a",
                Told.claim("1", Verdict.SUPPORTED, c -> c.about("redis", "Redis")),
                Told.claim("2", Verdict.SUPPORTED, c -> c.about("llama", "Llama")),
                Told.claim("3", Verdict.CONTRADICTED, c -> c.about("llama", "Llama").saidBy(Attribution.VENDOR, "Meta")),
                Told.claim("4", Verdict.SUPPORTED, c -> c.about("?", "?"))));
        assertThat(new Corpus(pieces).subjects().stream().map(s -> s.name() + " " + s.tally().claims() + " " + s.tally().ownVoice().part()))
                .containsExactly("Llama 2 1", "Redis 1 1");
    }

    @Test
    void undatedArticlesComeAfterAllMonths() {
        var pieces = List.of(Told.piece("a", "A", null, "a"), Told.piece("b", "A", DAY, "b"), Told.piece("c", "A", DAY.minusYears(1), "c"));
        assertThat(new Corpus(pieces).months()).extracting(Corpus.OfMonth::month)
                .containsExactly(YearMonth.of(2023, 5), YearMonth.of(2024, 5), null);
    }

    @Test
    void theFirstWithAClaimIsRepeatedByTheOthers() {
        assertThat(new Corpus(copied()).repeating()).containsExactly(new Repeating("Anvil", "Beacon", 1, 0, 2, 1));
    }

    @Test
    void ofTwoOnTheSameDayTheOrderIsNotKnownAndAnOutletDoesNotRepeatItself() {
        var pieces = List.of(
                Told.piece("a", "Anvil", DAY, "s", Told.flag("1")),
                Told.piece("b", "Beacon", DAY, "s", Told.flag("2")),
                Told.piece("c", "Anvil", DAY.plusDays(3), "s", Told.flag("3")),
                Told.piece("d", "Beacon", null, "s", Told.flag("4")));
        assertThat(new Corpus(pieces).repeating()).containsExactly(new Repeating("Anvil", "Beacon", 1, 2, 2, 2));
    }

    @Test
    void theDayOfTheEventBelongsToTheTimeAfter() {
        var event = new Window.Event(DAY, 2);
        var pieces = List.of(
                Told.piece("far", "A", DAY.minusDays(3), "1", Told.flag("1")),
                Told.piece("before", "A", DAY.minusDays(2), "2", Told.flag("2")),
                Told.piece("day", "A", DAY, "3", Told.flag("3")),
                Told.piece("after", "A", DAY.plusDays(1), "4", Told.claim("4", Verdict.SUPPORTED)),
                Told.piece("late", "A", DAY.plusDays(2), "5", Told.flag("5")),
                Told.piece("undated", "A", null, "6", Told.flag("6")));
        Window window = new Corpus(pieces).around(event);
        assertThat(window.before().articles()).isEqualTo(1);
        assertThat(window.after().articles()).isEqualTo(2);
        assertThat(window.flaggedArticles().points()).isCloseTo(-0.5, within(1e-9));
        assertThat(window.flaggedArticles().clear()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 3_651})
    void aWindowHasAtLeastADayAndAtMostTenYears(int days) {
        assertThatThrownBy(() -> new Window.Event(DAY, days)).isInstanceOf(SetupException.class).hasMessageContaining("--window-days");
    }

    @Test
    void flagsStandForMoreAndFewerInstances() {
        var half = new MeasuredFlags.Range(0.5, 0.4, 0.6);
        Corrected corrected = Corrected.of(100, new MeasuredFlags("set", 10, 0.5, 1, 1, 1, half, half));
        assertThat(corrected.right()).isEqualTo(new Corrected.Estimate(50, 40, 60));
        assertThat(corrected.all().number()).isEqualTo(100);
        assertThat(corrected.all().low()).isCloseTo(66.7, within(0.1));
        assertThat(corrected.all().high()).isCloseTo(150, within(0.1));
        var unknown = new MeasuredFlags.Range(0.1, 0, 0.6);
        assertThat(Corrected.of(100, new MeasuredFlags("set", 10, 0.5, 1, 1, 1, half, unknown)).all()).isNull();
    }

    @Test
    void theFiguresAreThoseOfTheHighestThresholdMeasuredBelow() {
        assertThat(MeasuredFlags.at(0.5).threshold()).isEqualTo(0.5);
        assertThat(MeasuredFlags.at(0.59).threshold()).isEqualTo(0.5);
        assertThat(MeasuredFlags.at(1).threshold()).isEqualTo(0.9);
        assertThat(MeasuredFlags.at(0).threshold()).isZero();
        assertThat(MeasuredFlags.ofSet()).hasSize(10).allMatch(m -> m.set().equals("apart"));
    }

    @Test
    void reviewedFlagsTellThePrecisionOnTheCorpusItself() {
        var pieces = List.of(Told.piece("a", "A", DAY, "a", Told.decided("1", "accepted"), Told.decided("2", "accepted"),
                Told.decided("3", "rejected"), Told.decided("4", "unsure"), Told.flag("5")));
        Reviewed reviewed = new Corpus(pieces).reviewed();
        assertThat(reviewed.accepted()).isEqualTo(Proportion.of(2, 3));
        assertThat(reviewed.open()).isEqualTo(2);
    }

    @Test
    void anEmptyCorpusHasNothingToCount() {
        Corpus none = new Corpus(List.of());
        assertThat(none.all().flaggedArticles().known()).isFalse();
        assertThat(none.outlets()).isEmpty();
        assertThat(none.months()).isEmpty();
        assertThat(none.around(new Window.Event(DAY, 30)).flaggedArticles()).isEqualTo(new Difference(0, -1, 1));
    }
}
