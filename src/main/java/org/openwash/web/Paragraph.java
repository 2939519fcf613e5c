package org.openwash.web;

import org.openwash.domain.Article;
import org.openwash.domain.Claim;
import org.openwash.domain.Span;

/// A claim's sentence within its paragraph: all that is quoted of an article to whoever may not read the whole.
///
/// @param before  of the paragraph, cut where it is long
/// @param leading of the sentence, before the words that make it a claim
record Paragraph(String before, String leading, String cue, String trailing, String behind) {

    /// A longer "paragraph" is a text that lost its line ends.
    private static final int LONGEST = 1_500;

    static Paragraph of(Article article, Claim claim) {
        String passage = article.passage(claim.sentence());
        Span sentence = claim.sentenceSpan();
        int start = passage.lastIndexOf('\n', sentence.start() - 1) + 1;
        int end = passage.indexOf('\n', sentence.end());
        end = end < 0 ? passage.length() : end;
        return new Paragraph(
                lastPart(passage.substring(Math.min(start, sentence.start()), sentence.start())),
                passage.substring(sentence.start(), cue(claim).start()),
                cue(claim).in(passage),
                passage.substring(cue(claim).end(), sentence.end()),
                firstPart(passage.substring(sentence.end(), end)));
    }

    /// The sentence alone, for a claim whose article is gone.
    static Paragraph of(String sentence) {
        return new Paragraph("", sentence, "", "", "");
    }

    String sentence() {
        return leading + cue + trailing;
    }

    /// The wording that makes it a claim, as far as it lies in the sentence.
    static Span cue(Claim claim) {
        Span sentence = claim.sentenceSpan();
        return sentence.contains(claim.cueSpan()) ? claim.cueSpan() : new Span(sentence.end(), sentence.end());
    }

    private static String lastPart(String text) {
        return text.length() <= LONGEST ? text : "\u2026" + text.substring(whole(text, text.length() - LONGEST));
    }

    private static String firstPart(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, whole(text, LONGEST)) + "\u2026";
    }

    /// No cut within a character of two units.
    private static int whole(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }
}
