package org.openwash.claims;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Aspect;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Polarity;
import org.openwash.domain.Sense;

/// The claims of one sentence while it is read: what it says twice of one subject is one claim.
final class ClaimDrafts {

    private static final double LIKELY = 0.5;
    /// With a lower score nothing is asked about a claim as a whole.
    private static final double HOPELESS = 0.2;

    private final Scene scene;
    private final Catalogue catalogue;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    ClaimDrafts(Scene scene, Catalogue catalogue) {
        this.scene = scene;
        this.catalogue = catalogue;
    }

    Collection<Draft> all() {
        return drafts.values();
    }

    /// Whether the sentence also says this of the draft's subject.
    boolean alsoSays(Draft draft, Aspect aspect, Polarity polarity) {
        return drafts.containsKey(key(draft.subject(), aspect, polarity));
    }

    private static String key(Referent subject, @Nullable Aspect aspect, Polarity polarity) {
        return subject.id() + "/" + aspect + "/" + polarity;
    }

    /// Of two wordings that say the same the surer counts, but a hint only where no other wording is, with the score of
    /// the surer and the licences of both.
    void add(Draft draft) {
        Cue.Match match = draft.match();
        String key = key(draft.subject(), match.cue().aspect(), draft.polarity());
        Draft before = drafts.putIfAbsent(key, draft);
        if (before == null) {
            return;
        }
        double either = Math.max(before.confidence(), draft.confidence());
        Draft surer = draft.match().cue().hint() == before.match().cue().hint()
                ? draft.confidence() > before.confidence() ? draft : before
                : draft.match().cue().hint() ? before : draft;
        surer.licences().addAll(draft.licences());
        surer.licences().addAll(before.licences());
        drafts.put(key, surer.with(either));
        boolean stronger = match.cue().sense() == Sense.ANY_USE && surer == before;
        if (stronger && scene.sameClause(before.match().end() - 1, match.start())
                && draft.confidence() >= LIKELY && match.start() >= before.match().start()) {
            // "free for commercial use without restrictions": the stronger promise, and all its words
            int end = Math.max(before.match().end(), match.end());
            drafts.put(key, before.with(either).as(new Cue.Match(match.cue(), before.match().start(), end)));
        }
    }

    /// Drops what is too improbable all in all, and says of the rest how probable it is.
    void keep(Confidence confidence) {
        drafts.values().removeIf(draft -> draft.confidence() < HOPELESS);
        drafts.replaceAll((key, draft) -> draft.with(draft.right().answer(draft.asked().read(draft.polarity()))[1]));
        drafts.values().removeIf(draft -> draft.confidence() < confidence.kept());
        drafts.replaceAll((key, draft) -> isDisputed(draft) ? draft.disputed() : draft);
        drafts.values().removeIf(this::isOutdone);
        drafts.replaceAll((key, draft) -> draft.with(confidence.of(draft.confidence())));
    }

    /// Whether the opposite was read nearly as surely: too doubtful for a flag.
    private boolean isDisputed(Draft draft) {
        return drafts.values().stream().anyMatch(other -> other.subject().id().equals(draft.subject().id())
                && other.match().cue().aspect() == draft.match().cue().aspect()
                && other.polarity() != draft.polarity()
                && other.confidence() >= LIKELY * draft.confidence());
    }

    /// Whether the sentence says the opposite of the same subject more surely with the same words, or says the same of a
    /// member of the family that is meant, or if rules read the same words of something else.
    private boolean isOutdone(Draft draft) {
        return drafts.values().stream().anyMatch(other -> outdoes(other, draft));
    }

    private boolean outdoes(Draft other, Draft draft) {
        if (other.confidence() <= draft.confidence() || other.match().cue().aspect() != draft.match().cue().aspect()) {
            return false;
        }
        boolean same = other.subject().id().equals(draft.subject().id());
        boolean opposite = same && other.polarity() != draft.polarity();
        boolean apart = !scene.sameClause(other.match().start(), draft.match().start())
                && draft.confidence() >= LIKELY;
        boolean family = !same && other.polarity() == draft.polarity()
                && catalogue.ancestorsOf(other.subject().id()).contains(draft.subject().id());
        boolean elsewhere = !same && other.agreed() && !draft.agreed() && other.polarity() == draft.polarity()
                && other.match().overlaps(draft.match()) && draft.confidence() < LIKELY * other.confidence();
        return opposite && !apart || family || elsewhere;
    }

    /// The licences, or kinds of licence, that the wordings name.
    Set<String> licences(List<Cue.Match> matches) {
        var found = new LinkedHashSet<String>();
        for (Cue.Match match : matches) {
            if (match.cue().licenceKind() != null) {
                found.add(match.cue().licenceKind());
            }
            if (match.cue().aspect() == Aspect.LICENCE) {
                scene.units().subList(match.start(), match.end()).stream().filter(Unit::isLicence)
                        .forEach(unit -> found.addAll(unit.name().ids()));
            }
        }
        return found;
    }
}
