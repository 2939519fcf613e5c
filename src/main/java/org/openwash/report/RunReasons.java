package org.openwash.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openwash.report.Change.Kind;
import org.openwash.report.Change.Why;

/// Tells what became of a claim from one run to another, and why, where the reports of the two leave one reason only.
///
/// @param knownBefore ids of articles that the first run has; null where that is not known
/// @param knownNow    the same of the second
record RunReasons(Optional<RunRecord> first, Optional<RunRecord> second, @Nullable Set<String> knownBefore,
        @Nullable Set<String> knownNow) {

    /// The same claim in two runs; one of them may lack it.
    record Pair(@Nullable ReadClaim before, @Nullable ReadClaim now) {}

    /// @return empty where the claim came or went with its article and was no flag
    Optional<RunChange> change(Pair pair) {
        ReadClaim before = pair.before();
        ReadClaim now = pair.now();
        Why why = why(before, now);
        boolean stood = before != null && before.stands();
        boolean stands = now != null && now.stands();
        if (stood != stands) {
            return Optional.of(new RunChange(stands ? Kind.NEW_FLAG : Kind.WITHDRAWN_FLAG, why, before, now));
        }
        if (before == null) {
            return why == Why.NEW_ARTICLE ? Optional.empty() : Optional.of(new RunChange(Kind.NEW_CLAIM, why, null, now));
        }
        if (now == null) {
            return why == Why.ARTICLE_DELETED ? Optional.empty() : Optional.of(new RunChange(Kind.GONE_CLAIM, why, before, null));
        }
        return before.saysAsMuchAs(now) ? Optional.empty() : Optional.of(new RunChange(Kind.CHANGED_CLAIM, why, before, now));
    }

    private @Nullable Why why(@Nullable ReadClaim before, @Nullable ReadClaim now) {
        if (before == null && now != null && knownBefore != null && !knownBefore.contains(now.article())) {
            return Why.NEW_ARTICLE;
        }
        if (now == null && before != null && knownNow != null && !knownNow.contains(before.article())) {
            return Why.ARTICLE_DELETED;
        }
        boolean readAlike = same(RunRecord::version) && same(RunRecord::models);
        if (before == null || now == null) {
            return null;
        }
        if (!before.sentence().equals(now.sentence())) {
            return readAlike ? Why.ARTICLE_EDITED : null;
        }
        if (!before.modality().equals(now.modality()) || !before.published().equals(now.published())) {
            return null; // something else in the article, or how it is read
        }
        if (!before.verdict().equals(now.verdict())) {
            return readAlike && !same(RunReasons::judging) ? Why.FACTS_CHANGED : null;
        }
        if (before.isRejected() != now.isRejected()) {
            return Why.DECISION;
        }
        if (before.repeated() != now.repeated()) {
            return Why.REPEATED_TEXT;
        }
        return readAlike && same(RunReasons::judging) ? Why.THRESHOLD_CHANGED : null;
    }

    private static List<String> judging(RunRecord run) {
        return List.of(run.factsVersion(), run.options().getOrDefault("standard", ""));
    }

    /// Whether both runs are known to have the same.
    private boolean same(Function<RunRecord, Object> part) {
        return first.isPresent() && second.isPresent() && part.apply(first.get()).equals(part.apply(second.get()));
    }
}
