package org.openwash.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.openwash.domain.Attribution;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Verdict;

/// What a set of articles says, counted twice: by article, where each copy of a story counts, and by story, where of all
/// copies only the first that makes a claim does.
///
/// @param articles         all, also those without a claim
/// @param stories          all; an article and its copies are one
/// @param articlesWithClaim articles with at least one claim
/// @param storiesWithClaim  stories of which an article makes a claim
/// @param verdicts         claims by verdict; every verdict is there
/// @param storyClaims      claims, of each story only those of the first article that makes any
/// @param flaggedArticles  articles with a flag, of those with a claim
/// @param flaggedStories   stories whose first article with a claim is flagged, of those with a claim
/// @param flaggedClaims    flags, of all claims
/// @param ownVoice         claims in the outlet's own voice, of all claims
/// @param ownVoiceOfFlags  flags in the outlet's own voice, of all flags
public record Tally(
        int articles,
        int stories,
        int articlesWithClaim,
        int storiesWithClaim,
        int claims,
        Map<Verdict, Integer> verdicts,
        int flags,
        int storyClaims,
        int storyFlags,
        Proportion flaggedArticles,
        Proportion flaggedStories,
        Proportion flaggedClaims,
        Proportion ownVoice,
        Proportion ownVoiceOfFlags) {

    public Tally {
        verdicts = Collections.unmodifiableMap(new EnumMap<>(verdicts));
    }

    public static Tally of(Collection<Piece> pieces) {
        var stories = new TreeMap<String, List<Piece>>(); // sorted, so that sums of fractions always come out the same
        pieces.stream().sorted(Piece.ORDER)
                .forEach(p -> stories.computeIfAbsent(p.story(), story -> new ArrayList<>()).add(p));
        List<Piece> talking = pieces.stream().filter(p -> !p.claims().isEmpty()).toList();
        List<Piece> first = stories.values().stream()
                .flatMap(copies -> copies.stream().filter(p -> !p.claims().isEmpty()).limit(1))
                .toList();
        int flaggedFirst = (int) first.stream().filter(p -> p.flags() > 0).count();
        var verdicts = new EnumMap<Verdict, Integer>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict, sum(talking, p -> number(p, row -> row.judgement().verdict() == verdict)));
        }
        Predicate<ClaimRow> own = row -> row.claim().attribution() == Attribution.OUTLET;
        return new Tally(
                pieces.size(), stories.size(), talking.size(), first.size(),
                sum(talking, p -> p.claims().size()), verdicts, sum(talking, Piece::flags),
                sum(first, p -> p.claims().size()), sum(first, Piece::flags),
                share(stories, p -> new Proportion.Group(p.flags() > 0 ? 1 : 0, p.claims().isEmpty() ? 0 : 1)),
                Proportion.of(flaggedFirst, first.size()),
                share(stories, p -> new Proportion.Group(p.flags(), p.claims().size())),
                share(stories, p -> new Proportion.Group(number(p, own), p.claims().size())),
                share(stories, p -> new Proportion.Group(number(p, own.and(ClaimRow::flagged)), p.flags())));
    }

    private static int sum(List<Piece> pieces, ToIntFunction<Piece> count) {
        return pieces.stream().mapToInt(count).sum();
    }

    private static int number(Piece piece, Predicate<ClaimRow> which) {
        return (int) piece.claims().stream().filter(which).count();
    }

    /// One group for each story.
    private static Proportion share(Map<String, List<Piece>> stories, Function<Piece, Proportion.Group> counts) {
        return Proportion.of(stories.values().stream()
                .map(copies -> copies.stream().map(counts).reduce(new Proportion.Group(0, 0),
                        (a, b) -> new Proportion.Group(a.part() + b.part(), a.whole() + b.whole())))
                .toList());
    }
}
