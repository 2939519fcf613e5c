package org.openwash.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openwash.domain.Article;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.Claim;
import org.openwash.domain.JudgedClaim;
import org.openwash.domain.Span;
import org.openwash.domain.Verdict;
import org.openwash.report.ExplainedArticle.Style;
import org.openwash.testing.ClaimSample;
import org.openwash.testing.Samples;

class ExplainedArticleTest {

    private static final double MIN_CONFIDENCE = 0.6;
    private static final String FIRST = "Llama 3 is open source.";
    private static final String SECOND = "Ann Roe calls Llama 3 free for everybody.";
    private static final Article ARTICLE = Samples.article("It rains.\n" + FIRST + " " + SECOND);
    private static final JudgedClaim FLAGGED = reading(ARTICLE, "open source", "cue: open; subject: the name before",
            Samples.claim(ARTICLE, FIRST).judged(Verdict.CONTRADICTED));
    private static final JudgedClaim UNSURE = reading(ARTICLE, "free for everybody", "cue: free",
            Samples.claim(ARTICLE, SECOND).aspect(Aspect.USE).saidBy(Attribution.THIRD_PARTY, "Ann Roe").confidence(0.4)
                    .judged(Verdict.CONTRADICTED));

    /// The same claim, made by these words of the article and read for these reasons.
    private static JudgedClaim reading(Article article, String cue, String reasons, JudgedClaim judged) {
        Claim claim = judged.claim();
        int start = article.passage(claim.sentence()).indexOf(cue);
        var changed = new Claim(claim.id(), claim.articleId(), claim.sentence(), claim.sentenceSpan(),
                new Span(start, start + cue.length()), claim.subject(), claim.subjectName(), claim.mention(),
                claim.version(), claim.aspect(), claim.sense(), claim.polarity(), claim.modality(),
                claim.attribution(), claim.speaker(), cue, claim.claimedLicences(), claim.limitStated(),
                claim.asOf(), claim.confidence(), claim.agreed(), reasons);
        return new JudgedClaim(changed, judged.judgement());
    }

    private static String shown(Article article, Style style, JudgedClaim... claims) {
        return ExplainedArticle.of(Samples.analysed(article, claims), MIN_CONFIDENCE, style);
    }

    private static JudgedClaim saying(Article article, String cue) {
        ClaimSample sample = Samples.claim(article, cue);
        return reading(article, cue, "cue: " + cue, sample.judged(Verdict.SUPPORTED));
    }

    @Test
    void claimsStandUnderTheirParagraphInTheOrderOfTheText() {
        assertThat(shown(ARTICLE, Style.BRACKETS, UNSURE, FLAGGED)).isEqualTo("""
                articles/sample.txt
                The Daily Sample, 2024-05-03
                2 claims, 1 flagged
                %s

                A title

                It rains.

                Llama 3 is [open source]1. Ann Roe calls Llama 3 [free for everybody]2.

                  1  FLAG  Llama 3 (llama-3): "open source"
                     affirms open-source, actual; outlet; confidence 0.90
                     contradicted: Llama 3 is under a licence that restricts its users.
                       cue: open
                       subject: the name before

                  2  Llama 3 (llama-3): "free for everybody"
                     affirms use, actual; third-party (Ann Roe); confidence 0.40
                     contradicted: Llama 3 is under a licence that restricts its users.
                       cue: free
                """.formatted("-".repeat(100)));
    }

    @Test
    void aTerminalShowsWordsInBoldAndTheNumberBehindThem() {
        assertThat(shown(ARTICLE, Style.BOLD, FLAGGED))
                .contains("\nLlama 3 is \u001B[1;4mopen\u001B[0m \u001B[1;4msource\u001B[0m[1]. Ann Roe");
    }

    @Test
    void aClaimOfTheTitleIsMarkedThere() {
        assertThat(shown(ARTICLE, Style.BRACKETS, saying(ARTICLE, "title"))).contains("\nA [title]1\n\n  1  Llama 3");
    }

    @Test
    void wordingsThatOverlapShareOneMark() {
        Article article = Samples.article("Llama 3 is free and open source software.");
        JudgedClaim free = saying(article, "free and open source");
        JudgedClaim software = saying(article, "open source software");
        assertThat(shown(article, Style.BRACKETS, free, software))
                .contains("Llama 3 is [free and open source software]1,2.");
    }

    @Test
    void linesFitIntoAHundredColumnsWhateverTheMarks() {
        Article article = Samples.article("Llama 3 is open source. ".repeat(12).strip());
        JudgedClaim wide = reading(article, "open source", "cue: " + "word ".repeat(50),
                Samples.claim(article, "open source").explanation("because ".repeat(40)).judged(Verdict.SUPPORTED));
        assertThat(shown(article, Style.BRACKETS, wide).lines()).allMatch(line -> line.length() <= 100);
        assertThat(shown(article, Style.BOLD, wide).replaceAll("\u001B\\[[0-9;]*m", "").lines())
                .allMatch(line -> line.length() <= 100)
                .anyMatch(line -> line.length() > 90);
    }

    @Test
    void nothingInAnArticleSteersTheTerminal() {
        Article article = Samples.article("a\u001B[2J.txt", "The \u009BOutlet", LocalDate.of(2024, 5, 3),
                "Llama 3 \u001B]0;x\u0007 is \u202Eopen \u001B[31msource.");
        JudgedClaim hostile = reading(article, "open \u001B[31msource", "cue: \u001B[31m",
                Samples.claim(article, article.text()).about("x\u001B", "\u001B[8m")
                        .saidBy(Attribution.VENDOR, "\u0007").explanation("\u001Bc").judged(Verdict.SUPPORTED));
        for (Style style : Style.values()) {
            String shown = shown(article, style, hostile).replace("\u001B[1;4m", "").replace("\u001B[0m", "");
            assertThat(shown.codePoints().filter(c -> c != '\n' && Character.isISOControl(c)).boxed().toList())
                    .isEqualTo(List.of());
            assertThat(shown).doesNotContain("\u202E").contains("\uFFFD[31m");
        }
    }

    @Test
    void anArticleWithoutClaimsOrDateIsShownAllTheSame() {
        assertThat(shown(Samples.article("b.txt", null, null, "It rains."), Style.BRACKETS))
                .startsWith("b.txt\nunknown outlet, undated\n0 claims, 0 flagged\n")
                .endsWith("\nA title\n\nIt rains.\n");
    }
}
