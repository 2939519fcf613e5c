package org.openwash.annotation;

import java.util.ArrayList;
import java.util.List;
import org.openwash.domain.Article;
import org.openwash.domain.CharacterCount;
import org.openwash.domain.Claim;
import org.openwash.domain.JudgedClaim;
import org.openwash.domain.Outcome;
import org.openwash.domain.Sentence;
import org.openwash.domain.Span;
import org.openwash.domain.Token;

/// An article as annotators get it: sentence by sentence, with its claims marked.
///
/// @param name what a gold set calls it
public record MarkedArticle(String name, List<MarkedSentence> sentences) {

    public MarkedArticle {
        sentences = List.copyOf(sentences);
    }

    /// @param cut the article's sentences; those without a token are left out
    public static MarkedArticle of(String name, Outcome.Analysed analysed, List<Sentence> cut) {
        Article article = analysed.article();
        var ofTitle = new CharacterCount(article.title());
        var ofText = new CharacterCount(article.text());
        var sentences = new ArrayList<MarkedSentence>();
        for (Sentence sentence : cut) {
            if (!sentence.tokens().isEmpty()) {
                Span span = new Span(sentence.tokens().getFirst().span().start(), sentence.tokens().getLast().span().end());
                List<Span> tokens = sentence.tokens().stream().map(Token::span).map(t -> t.shift(-span.start())).toList();
                int start = (sentence.number() == 0 ? ofTitle : ofText).upTo(span.start());
                sentences.add(new MarkedSentence(sentence.number(), start, span.in(article.passage(sentence.number())), tokens,
                        marks(analysed, sentence.number(), span)));
            }
        }
        return new MarkedArticle(name, sentences);
    }

    /// A claim belongs where its cue begins, also if sentences were cut elsewhere when it was found.
    private static List<Mark> marks(Outcome.Analysed analysed, int number, Span span) {
        var marks = new ArrayList<Mark>();
        for (JudgedClaim judged : analysed.claims()) {
            Claim claim = judged.claim();
            Span cue = claim.cueSpan();
            if ((claim.sentence() == 0) == (number == 0) && span.start() <= cue.start() && cue.start() < span.end()) {
                int end = Math.max(cue.start() + 1, Math.min(cue.end(), span.end()));
                marks.add(Mark.of(judged, new Span(cue.start(), end).shift(-span.start())));
            }
        }
        return marks;
    }
}
