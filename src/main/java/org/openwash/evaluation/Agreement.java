package org.openwash.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.openwash.domain.Aspect;
import org.openwash.domain.SetupException;

/// How far two annotators agree who marked the same sentences by themselves.
///
/// First, which sentences hold what: each sentence is a unit with the categories "holds" and "holds not". Then, what the
/// claims are like that both marked (same sentence, subject and aspect): each such claim is a unit. Where an annotator
/// left several values open the first counts; what is optional counts like the rest.
///
/// @param claims whole claims (sentence, subject, aspect, polarity) that one and the other marked: F1, since a claim that
///               nobody marked cannot be counted
public record Agreement(int sentences, int first, int second, Tally claims, List<Study> studies) {

    private static final String HOLDS = "holds";
    private static final String HOLDS_NOT = "holds not";

    private record Place(String article, int sentence) {}

    private record Identity(String article, int sentence, String subject, Aspect aspect) {}

    public Agreement {
        studies = List.copyOf(studies);
    }

    /// @throws SetupException if a claim's sentence is not among the sentences
    public static Agreement of(GoldSet one, GoldSet other) {
        SubjectClasses subjects = one.subjects();
        var places = new LinkedHashSet<Place>();
        one.articles().forEach(article ->
                article.sentences().keySet().forEach(number -> places.add(new Place(article.id(), number))));
        checkPlaces(places, one.claims());
        checkPlaces(places, other.claims());
        var studies = new ArrayList<Study>();
        studies.add(holding("sentence holds a claim", places, one, other, claim -> true));
        for (Aspect aspect : Aspect.values()) {
            studies.add(holding("sentence holds " + aspect.label(), places, one, other, claim -> claim.aspect() == aspect));
        }
        studies.add(holding("sentence is flagged", places, one, other, GoldClaim::isOpenWashing));
        List<List<GoldClaim>> both = both(one, other, subjects);
        studies.add(reading("polarity", both, claim -> claim.polarity().label()));
        studies.add(reading("modality", both, claim -> claim.modalities().getFirst().label()));
        studies.add(reading("voice", both, claim -> claim.voices().getFirst().label()));
        studies.add(reading("verdict", both, claim -> claim.verdicts().getFirst().label()));
        return new Agreement(places.size(), one.claims().size(), other.claims().size(),
                wholeClaims(one, other, subjects), studies);
    }

    private static void checkPlaces(Set<Place> places, List<GoldClaim> claims) {
        for (GoldClaim claim : claims) {
            if (!places.contains(new Place(claim.article(), claim.sentence()))) {
                throw new SetupException("A claim is marked in sentence " + claim.sentence() + " of " + claim.article()
                        + ", which is not among the sentences. Give the sentences that both annotators read.");
            }
        }
    }

    private static Study holding(
            String name, Set<Place> places, GoldSet one, GoldSet other, Predicate<GoldClaim> which) {
        Set<Place> inOne = places(one, which);
        Set<Place> inOther = places(other, which);
        return Study.of(name, places.stream()
                .map(place -> List.of(inOne.contains(place) ? HOLDS : HOLDS_NOT, inOther.contains(place) ? HOLDS : HOLDS_NOT))
                .toList());
    }

    private static Set<Place> places(GoldSet gold, Predicate<GoldClaim> which) {
        var places = new HashSet<Place>();
        gold.claims().stream().filter(which).forEach(claim -> places.add(new Place(claim.article(), claim.sentence())));
        return places;
    }

    /// The claims that both marked, one beside the other. Of several alike each finds one partner, by polarity first.
    private static List<List<GoldClaim>> both(GoldSet one, GoldSet other, SubjectClasses subjects) {
        Map<Identity, List<GoldClaim>> theirs = byIdentity(other, subjects);
        var both = new ArrayList<List<GoldClaim>>();
        byIdentity(one, subjects).forEach((identity, ours) -> {
            List<GoldClaim> partners = theirs.getOrDefault(identity, List.of());
            for (int i = 0; i < Math.min(ours.size(), partners.size()); i++) {
                both.add(List.of(ours.get(i), partners.get(i)));
            }
        });
        return both;
    }

    private static Map<Identity, List<GoldClaim>> byIdentity(GoldSet gold, SubjectClasses subjects) {
        var byIdentity = new LinkedHashMap<Identity, List<GoldClaim>>();
        gold.claims().forEach(claim -> byIdentity.computeIfAbsent(new Identity(claim.article(), claim.sentence(),
                subjects.classOf(claim.subject()), claim.aspect()), identity -> new ArrayList<>()).add(claim));
        byIdentity.values().forEach(claims -> claims.sort(Comparator.comparing(GoldClaim::polarity)));
        return byIdentity;
    }

    private static Study reading(String name, List<List<GoldClaim>> both, Function<GoldClaim, String> value) {
        return Study.of(name, both.stream().map(pair -> pair.stream().map(value).toList()).toList());
    }

    private static Tally wholeClaims(GoldSet one, GoldSet other, SubjectClasses subjects) {
        record Whole(String article, ClaimKey key) {}
        Function<GoldSet, Bag<Whole>> wholes = gold -> Bag.of(gold.claims().stream()
                .map(claim -> new Whole(claim.article(), ClaimKey.of(claim, subjects))).toList());
        return Tally.of(wholes.apply(one), Bag.of(List.of()), wholes.apply(other));
    }
}
