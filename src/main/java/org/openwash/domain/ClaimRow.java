package org.openwash.domain;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One claim with all that reports and search results say of it. Holds the sentence but not the article's text, so that
/// a whole corpus of rows fits into memory.
///
/// @param story    the group of syndicated copies that the article belongs to
/// @param start    where the sentence begins: whole characters (code points, not UTF-16 units, so that Python, R and
///                 SQL agree) of the text, or of the title for sentence 0
/// @param end      where it ends, exclusive
/// @param sentence exactly the characters from start to end
/// @param repeated the sentence stands in a line that the outlet prints in many articles: no claim of this article
/// @param flagged  open-washing, read with enough confidence, and not repeated
/// @param standing what reviewers decided
public record ClaimRow(
        String source,
        Metadata metadata,
        String title,
        String language,
        String story,
        int start,
        int end,
        String sentence,
        JudgedClaim judged,
        boolean repeated,
        boolean flagged,
        Standing standing)
        implements Serializable {

    /// The rows of one article, in the order of its claims.
    ///
    /// @param decisions what reviewers decided on any claim
    public static List<ClaimRow> of(Outcome.Analysed analysed, double minConfidence, Decisions decisions) {
        Article article = analysed.article();
        String story = article.circulation().story();
        CharacterCount ofTitle = new CharacterCount(article.title());
        CharacterCount ofText = new CharacterCount(article.text());
        List<ClaimRow> rows = new ArrayList<>();
        for (JudgedClaim judged : analysed.claims()) {
            Claim claim = judged.claim();
            Span span = claim.sentenceSpan();
            CharacterCount count = claim.sentence() == 0 ? ofTitle : ofText;
            boolean repeated = article.repeats(claim.sentence(), span);
            rows.add(new ClaimRow(
                    article.source(), article.metadata(), article.title(), article.language(), story,
                    count.upTo(span.start()), count.upTo(span.end()), span.in(article.passage(claim.sentence())),
                    judged, repeated, !repeated && judged.flagged(minConfidence), Standing.NONE));
        }
        Map<String, Standing> standing = decisions.standing(rows);
        rows.replaceAll(row -> row.with(minConfidence, standing.getOrDefault(row.claim().id(), Standing.NONE)));
        return rows;
    }

    public Claim claim() {
        return judged.claim();
    }

    public Judgement judgement() {
        return judged.judgement();
    }

    /// The same row by the threshold and the decisions of today.
    public ClaimRow with(double minConfidence, Standing decided) {
        return new ClaimRow(
                source, metadata, title, language, story, start, end, sentence, judged, repeated,
                !repeated && judged.flagged(minConfidence), decided);
    }
}
