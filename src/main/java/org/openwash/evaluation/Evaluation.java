package org.openwash.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.openwash.domain.Aspect;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Polarity;
import org.openwash.domain.Verdict;

/// Answers how well claims and flags are found: what was found held against a gold set.
///
/// @param claims     at each level of strictness
/// @param aspects    claims of each aspect
/// @param attributes what else was read of the claims that were found
/// @param verdicts   of the claims that were found
/// @param polarities where sentence, subject and aspect agree
/// @param articles   the same counts for each article, in the order of the gold set
public record Evaluation(
        Size size,
        Map<Level, Tally> claims,
        Map<Aspect, Tally> aspects,
        Map<Attribute, Share> attributes,
        FlagScore flags,
        Confusion verdicts,
        Confusion polarities,
        List<ArticleScore> articles) {

    /// How much was compared.
    ///
    /// @param predicted  claims found in the gold set's articles, without those unplaced
    /// @param unplaced   claims found that share no word with any sentence of their article
    /// @param elsewhere  claims found in other articles: left out
    /// @param sentenceless gold claims whose sentence is not among the sentences: nothing can find them
    public record Size(
            int articles, int sentences, int core, int optional, int predicted, int unplaced, int elsewhere,
            int sentenceless) {}

    public Evaluation {
        claims = Collections.unmodifiableMap(new EnumMap<>(claims));
        aspects = Collections.unmodifiableMap(new EnumMap<>(aspects));
        attributes = Collections.unmodifiableMap(new EnumMap<>(attributes));
        articles = List.copyOf(articles);
    }

    public static Evaluation of(GoldSet gold, List<ClaimRow> rows) {
        return of(gold, Placement.of(gold, rows));
    }

    static Evaluation of(GoldSet gold, Placement placement) {
        List<ArticleScore> articles = new ArrayList<>();
        List<Match> matches = new ArrayList<>();
        List<Confusion.Reading<Polarity>> polarities = new ArrayList<>();
        claimsByArticle(gold).forEach((article, claims) -> {
            List<Prediction> predictions = placement.in(article);
            articles.add(ArticleScore.of(article, claims, predictions, gold.subjects()));
            matches.addAll(Match.of(predictions, claims, gold.subjects(), UnaryOperator.identity()));
            polarities.addAll(polarities(predictions, claims, gold.subjects()));
        });
        Map<Attribute, Share> attributes = new EnumMap<>(Attribute.class);
        for (Attribute attribute : Attribute.values()) {
            int right = (int) matches.stream().filter(attribute::isRight).count();
            attributes.put(attribute, new Share(right, matches.size()));
        }
        List<Confusion.Reading<Verdict>> verdicts = matches.stream()
                .flatMap(match -> Confusion.Reading.of(match.gold().verdicts(), match.prediction().verdict()))
                .toList();
        return new Evaluation(
                size(gold, placement),
                sum(Level.class, articles, ArticleScore::levels),
                sum(Aspect.class, articles, ArticleScore::aspects),
                attributes,
                articles.stream().map(ArticleScore::flags).reduce(FlagScore.NONE, FlagScore::plus),
                Confusion.of(Verdict.values(), Verdict::label, verdicts),
                Confusion.of(Polarity.values(), Polarity::label, polarities),
                articles);
    }

    /// Whole claims: subject, aspect and polarity right.
    public Tally wholeClaims() {
        return claims.getOrDefault(Level.CLAIM, Tally.NONE);
    }

    public Interval claimsInterval(ToDoubleFunction<Tally> figure) {
        return Interval.of(articles.stream().map(ArticleScore::claims).toList(), figure);
    }

    public Interval flagsInterval(ToDoubleFunction<Tally> figure) {
        return Interval.of(articles.stream().map(article -> article.flags().tally()).toList(), figure);
    }

    /// Every article of the gold set with its claims; those without a claim count too.
    private static Map<String, List<GoldClaim>> claimsByArticle(GoldSet gold) {
        Map<String, List<GoldClaim>> byArticle = new LinkedHashMap<>();
        gold.articles().forEach(article -> byArticle.put(article.id(), new ArrayList<>()));
        gold.claims().forEach(claim -> byArticle.computeIfAbsent(claim.article(), id -> new ArrayList<>()).add(claim));
        return byArticle;
    }

    /// A gold set may hold both polarities of one statement ("initially open, no longer so"); a claim is held against
    /// its own first.
    private static List<Confusion.Reading<Polarity>> polarities(
            List<Prediction> predictions, List<GoldClaim> claims, SubjectClasses subjects) {
        Set<ClaimKey> keys = claims.stream().map(claim -> ClaimKey.of(claim, subjects)).collect(Collectors.toSet());
        return Match.of(predictions, claims, subjects, ClaimKey::affirmed).stream()
                .map(match -> {
                    Polarity found = match.prediction().key().polarity();
                    boolean right = keys.contains(match.prediction().key());
                    return new Confusion.Reading<>(right ? found : match.gold().polarity(), found);
                })
                .toList();
    }

    private static Size size(GoldSet gold, Placement placement) {
        Map<String, GoldArticle> articles =
                gold.articles().stream().collect(Collectors.toMap(GoldArticle::id, Function.identity()));
        int optional = (int) gold.claims().stream().filter(GoldClaim::optional).count();
        int sentenceless = (int) gold.claims().stream()
                .filter(claim -> !articles.containsKey(claim.article())
                        || !articles.get(claim.article()).has(claim.sentence()))
                .count();
        return new Size(
                articles.size(),
                gold.articles().stream().mapToInt(GoldArticle::size).sum(),
                gold.claims().size() - optional,
                optional,
                placement.size(),
                placement.unplaced(),
                placement.elsewhere(),
                sentenceless);
    }

    private static <K extends Enum<K>> Map<K, Tally> sum(
            Class<K> keys, List<ArticleScore> articles, Function<ArticleScore, Map<K, Tally>> counts) {
        Map<K, Tally> sums = new EnumMap<>(keys);
        for (K key : keys.getEnumConstants()) {
            sums.put(key, Tally.NONE);
        }
        articles.forEach(article -> counts.apply(article).forEach((key, tally) -> sums.merge(key, tally, Tally::plus)));
        return sums;
    }
}
