package org.openwash.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openwash.domain.Article;
import org.openwash.domain.Claim;
import org.openwash.domain.JudgedClaim;
import org.openwash.domain.Judgement;
import org.openwash.domain.Outcome;
import org.openwash.domain.Span;

/// Lays an article out for whoever wants to see why it was read so: each paragraph with its claims marked, and under it
/// what every claim was taken to say, how it was judged, and the reasons.
///
/// Nothing in the article steers the terminal: all its words go through [TextTable#printable(String)].
public final class ExplainedArticle {

    /// How the wording of a claim is marked: `[open source]1`, or in bold and underlined with `[1]` behind it.
    public enum Style { BRACKETS, BOLD }

    private static final int WIDTH = 100;
    private static final String BLOCK = " ".repeat(5);
    private static final String REASON = " ".repeat(7);
    private static final String SAME_REASON = " ".repeat(9);

    private record Numbered(int number, JudgedClaim judged, boolean flagged) {

        Claim claim() {
            return judged.claim();
        }
    }

    private final Article article;
    private final List<Numbered> claims;
    private final Style style;
    private final StringBuilder shown = new StringBuilder();

    private ExplainedArticle(Outcome.Analysed analysed, double minConfidence, Style style) {
        this.article = analysed.article();
        this.style = style;
        List<JudgedClaim> inOrder = analysed.claims().stream()
                .sorted(Comparator.comparing((JudgedClaim judged) -> judged.claim().sentence())
                        .thenComparing(judged -> judged.claim().cueSpan()))
                .toList();
        claims = new ArrayList<>();
        for (JudgedClaim judged : inOrder) {
            claims.add(new Numbered(claims.size() + 1, judged, judged.flagged(minConfidence)));
        }
    }

    /// The article as text whose lines end with `\n`.
    ///
    /// @param minConfidence claims read with less are not flagged
    public static String of(Outcome.Analysed analysed, double minConfidence, Style style) {
        return new ExplainedArticle(analysed, minConfidence, style).text();
    }

    private String text() {
        head();
        passage(article.title(), claims.stream().filter(c -> c.claim().sentence() == 0).toList());
        passage(article.text(), claims.stream().filter(c -> c.claim().sentence() > 0).toList());
        return shown.toString();
    }

    private void head() {
        lines("", "", article.source());
        String outlet = Objects.requireNonNullElse(article.metadata().outlet(), "unknown outlet");
        lines("", "", outlet + ", " + (article.published() == null ? "undated" : article.published()));
        long flags = claims.stream().filter(Numbered::flagged).count();
        lines("", "", claims.size() + (claims.size() == 1 ? " claim, " : " claims, ") + flags + " flagged");
        shown.append("-".repeat(WIDTH)).append('\n');
    }

    private void passage(String passage, List<Numbered> inPassage) {
        int start = 0;
        for (String paragraph : passage.split("\n")) {
            var span = new Span(start, start + paragraph.length());
            if (!paragraph.isBlank()) {
                paragraph(paragraph, span, inPassage);
            }
            start = span.end() + 1;
        }
    }

    private void paragraph(String paragraph, Span span, List<Numbered> inPassage) {
        List<Numbered> here = inPassage.stream()
                .filter(c -> span.start() <= c.claim().cueSpan().start() && c.claim().cueSpan().start() < span.end())
                .toList();
        List<MarkedText.Mark> marks = here.stream()
                .map(c -> new MarkedText.Mark(within(span, c.claim().cueSpan()), String.valueOf(c.number())))
                .toList();
        shown.append('\n');
        new MarkedText(paragraph, marks, style).lines(WIDTH).forEach(line -> shown.append(line).append('\n'));
        here.forEach(this::block);
    }

    /// The part of the wording that lies in the paragraph, characters of the paragraph.
    private static Span within(Span paragraph, Span wording) {
        return new Span(wording.start(), Math.min(wording.end(), paragraph.end())).shift(-paragraph.start());
    }

    private void block(Numbered numbered) {
        Claim claim = numbered.claim();
        Judgement judgement = numbered.judged().judgement();
        shown.append('\n');
        lines("%3d  ".formatted(numbered.number()) + (numbered.flagged() ? "FLAG  " : ""), BLOCK,
                "%s (%s): \"%s\"".formatted(claim.subjectName(), claim.subject(), claim.cue()));
        lines(BLOCK, BLOCK, "%s %s, %s; %s; confidence %s".formatted(
                claim.polarity().label(), claim.aspect().label(), claim.modality().label(), voice(claim),
                String.format(Locale.ROOT, "%.2f", claim.confidence())));
        lines(BLOCK, BLOCK, judgement.verdict().label() + ": " + judgement.explanation());
        for (String reason : claim.reading().split("; ")) {
            lines(REASON, SAME_REASON, reason);
        }
    }

    private static String voice(Claim claim) {
        return claim.attribution().label() + (claim.speaker() == null ? "" : " (" + claim.speaker() + ")");
    }

    /// Appends the words in lines, the first one indented by other signs than those that follow.
    private void lines(String first, String following, String words) {
        String indent = first;
        for (String line : TextTable.wrap(words, WIDTH - Math.max(first.length(), following.length()))) {
            shown.append(indent).append(line).append('\n');
            indent = following;
        }
    }
}
