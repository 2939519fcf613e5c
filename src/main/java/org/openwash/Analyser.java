package org.openwash;

import java.util.ArrayList;
import java.util.List;
import org.openwash.claims.ClaimFinder;
import org.openwash.domain.Article;
import org.openwash.domain.Claim;
import org.openwash.domain.JudgedClaim;
import org.openwash.domain.Mention;
import org.openwash.domain.Outcome;
import org.openwash.domain.RawArticle;
import org.openwash.domain.Sentence;
import org.openwash.domain.UnreadableArticleException;
import org.openwash.facts.Judge;
import org.openwash.nlp.Annotator;
import org.openwash.nlp.MentionFinder;

/// One article's journey from bytes to judged claims. No I/O and no state that outlives the article, so that the
/// command line, the web page and Spark can all call it; one for each worker.
///
/// @param gate whether an article that names nothing known and does not speak of openness, and so can hold no claim, skips
///             the costly stages
record Analyser(
        ArticleReader reader,
        MentionFinder names,
        Annotator annotator,
        ClaimFinder claimFinder,
        Judge judge,
        boolean gate) {

    /// The only language whose claims are read.
    private static final String ENGLISH = "en";

    /// Never throws for what an article holds: one bad article does not stop a run.
    Outcome analyse(RawArticle raw) {
        Article article;
        try {
            article = reader.read(raw);
        } catch (UnreadableArticleException e) {
            return new Outcome.Failed(raw.source(), e.reason(), e.place());
        }
        int words = WordCount.of(article);
        boolean other = !article.language().equals(ENGLISH) && !article.language().equals(Article.UNDETERMINED);
        if (other) {
            return new Outcome.OtherLanguage(article, words);
        }
        MentionFinder.Sight sight = gate ? names.sight(article) : MentionFinder.Sight.THING;
        var nothing = new Outcome.Analysed(article, words, 0, List.of(), List.of());
        if (sight == MentionFinder.Sight.NOTHING && !claimFinder.speaksOfOpenness(article)) {
            return nothing;
        }
        List<Sentence> sentences = annotator.sentences(article);
        List<Mention> mentions = annotator.mentions(article, sentences);
        List<Claim> claims = claimFinder.find(article, sentences, mentions);
        if (sight != MentionFinder.Sight.THING && claims.isEmpty()) {
            return nothing; // so that what is reported does not depend on how much the gate lets through
        }
        var judged = new ArrayList<JudgedClaim>();
        for (Claim claim : claims) {
            judged.add(new JudgedClaim(claim, judge.decide(claim, article.published())));
        }
        return new Outcome.Analysed(article, words, sentences.size(), mentions, judged);
    }
}
