package org.openwash.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openwash.domain.Decision.Kind;
import org.openwash.testing.Samples;

class DecisionsTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
    private static final Article ARTICLE =
            Samples.article("a.txt", "Sample", LocalDate.of(2024, 5, 3), "Llama 3 is open source. Gemma is open source.");

    private static ClaimRow row(Article article, String id, String subject, Verdict verdict) {
        String sentence = article.text().substring(0, article.text().indexOf('.') + 1);
        return ClaimRow.of(Samples.analysed(article,
                Samples.claim(article, sentence).id(id).about(subject, subject).judged(verdict)), 0.5,
                Decisions.none()).getFirst();
    }

    private static Decisions decided(ClaimRow row, Kind... kinds) {
        return new Decisions(Arrays.stream(kinds).map(kind -> Decision.on(row, kind, "Ada", "", NOON)).toList());
    }

    private static String word(Decisions decisions, ClaimRow... rows) {
        return decisions.standing(List.of(rows)).getOrDefault(rows[0].claim().id(), Standing.NONE).word();
    }

    @Test
    void theLastDecisionStandsAndCanBeTakenBack() {
        ClaimRow row = row(ARTICLE, "c1", "llama-3", Verdict.CONTRADICTED);
        assertThat(word(decided(row, Kind.ACCEPTED), row)).isEqualTo("accepted");
        assertThat(word(decided(row, Kind.ACCEPTED, Kind.REJECTED), row)).isEqualTo("rejected");
        assertThat(word(decided(row, Kind.ACCEPTED, Kind.REJECTED, Kind.UNDONE), row)).isEqualTo("accepted");
        assertThat(word(decided(row, Kind.ACCEPTED, Kind.UNDONE, Kind.UNDONE), row)).isEmpty();
        assertThat(decided(row, Kind.ACCEPTED, Kind.UNDONE).history("c1")).hasSize(2);
    }

    @Test
    void aChangedVerdictOpensTheDecisionAgainAndSaysWhy() {
        Decisions decisions = decided(row(ARTICLE, "c1", "llama-3", Verdict.CONTRADICTED), Kind.ACCEPTED);
        ClaimRow now = row(ARTICLE, "c1", "llama-3", Verdict.SUPPORTED);
        Standing standing = decisions.standing(List.of(now)).get("c1");
        assertThat(standing.word()).isEqualTo("reopened");
        assertThat(standing.reason())
                .isEqualTo("was accepted when the verdict was contradicted; it is supported now");
    }

    @Test
    void aClaimThatReadsOtherwiseNowIsOpenAgainWithTheOldDecisionBesideIt() {
        Decisions decisions = decided(row(ARTICLE, "old", "llama", Verdict.CONTRADICTED), Kind.REJECTED);
        Standing standing = decisions.standing(List.of(row(ARTICLE, "new", "llama-3", Verdict.CONTRADICTED))).get("new");
        assertThat(standing.word()).isEqualTo("reopened");
        assertThat(standing.reason()).contains("a claim about llama was rejected in this sentence").contains("llama-3");
    }

    @Test
    void anotherClaimOfTheSameSentenceIsNotTouched() {
        ClaimRow llama = row(ARTICLE, "c1", "llama-3", Verdict.CONTRADICTED);
        ClaimRow gemma = row(ARTICLE, "c2", "gemma", Verdict.CONTRADICTED);
        assertThat(decided(llama, Kind.ACCEPTED).standing(List.of(llama, gemma))).containsOnlyKeys("c1");
    }

    @Test
    void aDecisionNeverLeaksToAnotherArticle() {
        Article other = Samples.article("b.txt", "Sample", LocalDate.of(2024, 5, 3), ARTICLE.text());
        Decisions decisions = decided(row(ARTICLE, "old", "llama-3", Verdict.CONTRADICTED), Kind.ACCEPTED);
        assertThat(decisions.standing(List.of(row(other, "other", "llama-3", Verdict.CONTRADICTED)))).isEmpty();
    }

    @Test
    void spacesThatChangeInTheArticleChangeNothing() {
        Article spaced = Samples.article("a.txt", "Sample", LocalDate.of(2024, 5, 3), "Llama 3  is open\u00A0source.".replace('\u00A0', ' '));
        Decisions decisions = decided(row(ARTICLE, "old", "llama", Verdict.CONTRADICTED), Kind.REJECTED);
        assertThat(word(decisions, row(spaced, "new", "llama-3", Verdict.CONTRADICTED))).isEqualTo("reopened");
    }

    @Test
    void aDecisionWrittenByHandStandsWhateverTheVerdict() {
        var byHand = new Decision("c1", Kind.ACCEPTED, "", "", null, null, "", "", "", "");
        var decisions = new Decisions(new ArrayList<>(List.of(byHand)));
        assertThat(word(decisions, row(ARTICLE, "c1", "llama-3", Verdict.SUPPORTED))).isEqualTo("accepted");
    }
}
