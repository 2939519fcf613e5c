package org.openwash.evaluation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.openwash.domain.Aspect;

/// One article's counts. Claims never match across articles, so that totals are sums of these.
public record ArticleScore(String article, Map<Level, Tally> levels, Map<Aspect, Tally> aspects, FlagScore flags) {

    public ArticleScore {
        levels = Collections.unmodifiableMap(new EnumMap<>(levels));
        aspects = Collections.unmodifiableMap(new EnumMap<>(aspects));
    }

    static ArticleScore of(
            String article, List<GoldClaim> gold, List<Prediction> predictions, SubjectClasses subjects) {
        Map<Level, Tally> levels = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            levels.put(level, tally(level, gold, predictions, subjects, key -> true));
        }
        Map<Aspect, Tally> aspects = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            aspects.put(aspect, tally(Level.CLAIM, gold, predictions, subjects, key -> key.aspect() == aspect));
        }
        return new ArticleScore(article, levels, aspects, FlagScore.of(gold, predictions));
    }

    public Tally claims() {
        return levels.getOrDefault(Level.CLAIM, Tally.NONE);
    }

    private static Tally tally(
            Level level, List<GoldClaim> gold, List<Prediction> predictions, SubjectClasses subjects,
            Predicate<ClaimKey> counted) {
        return level.tally(
                keys(gold, subjects, claim -> !claim.optional()).filter(counted),
                keys(gold, subjects, GoldClaim::optional).filter(counted),
                predictions.stream().map(Prediction::key).filter(counted));
    }

    private static Stream<ClaimKey> keys(List<GoldClaim> gold, SubjectClasses subjects, Predicate<GoldClaim> counted) {
        return gold.stream().filter(counted).map(claim -> ClaimKey.of(claim, subjects));
    }
}
