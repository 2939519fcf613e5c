package org.openwash.claims;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Aspect;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;
import org.openwash.domain.Sense;

/// The claims of one sentence while it is read: what it says twice of one subject is one claim.
final class ClaimDrafts {

    private static final double CONTRASTED = 0.6;
    /// how far "unlike" at the beginning of a sentence reaches
    private static final int UNLIKE = 12;

    private final Scene scene;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    ClaimDrafts(Scene scene) {
        this.scene = scene;
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

    /// Adds one claim for each subject.
    void add(Cue.Match match, Binding binding, PolarityReader.Reading polarity, ModalityReader.Reading modality,
            Optional<Frame> frame) {
        String reading = "cue: " + match.cue().wording() + "; subject: " + binding.how()
                + "; polarity: " + polarity.how() + "; modality: " + modality.how()
                + "; attribution: " + frame.map(Frame::how).orElse("none");
        Set<String> licences = licences(match);
        for (Referent subject : binding.referents()) {
            add(new Draft(match, subject, binding.confidence(), polarity.polarity(), modality.modality(),
                    modality.asOf(), frame.map(Frame::voice), new LinkedHashSet<>(licences), reading));
        }
    }

    private void add(Draft draft) {
        Cue.Match match = draft.match();
        String key = key(draft.subject(), match.cue().aspect(), draft.polarity());
        Draft before = drafts.putIfAbsent(key, draft);
        if (before == null) {
            return;
        }
        before.licences().addAll(draft.licences());
        boolean stronger = match.cue().sense() == Sense.ANY_USE;
        if (stronger && scene.sameClause(before.match().end() - 1, match.start())) {
            // "free for commercial use without restrictions": the stronger promise, and all its words
            int end = Math.max(before.match().end(), match.end());
            drafts.put(key, before.as(new Cue.Match(match.cue(), before.match().start(), end)));
        }
    }

    /// "Unlike GPT-4, Llama can be downloaded" says the opposite of GPT-4.
    void addContrast(Cue.Match match, Binding binding, Polarity polarity) {
        boolean contrastable = switch (match.cue().aspect()) {
            case OPEN_SOURCE, WEIGHTS, USE -> polarity == Polarity.AFFIRMS;
            case LICENCE, TRAINING_DATA, CODE, RHETORIC -> false;
        };
        if (!contrastable || !scene.at(0).is("unlike")) {
            return;
        }
        int end = scene.first(Set.of(","), 1, Math.min(scene.size(), UNLIKE));
        for (int i : scene.things(1, end)) {
            Referent other = Referent.thing(scene.unit(i).name());
            if (binding.referents().stream().noneMatch(r -> r.id().equals(other.id()))) {
                drafts.putIfAbsent(key(other, match.cue().aspect(), Polarity.DENIES),
                        new Draft(match, other, CONTRASTED, Polarity.DENIES, Modality.ACTUAL, null, Optional.empty(),
                                new LinkedHashSet<>(), "cue: " + match.cue().wording() + "; contrast: \"unlike\""));
            }
        }
    }

    /// The licences, or kinds of licence, that the wording names.
    private Set<String> licences(Cue.Match match) {
        var found = new LinkedHashSet<String>();
        if (match.cue().licenceKind() != null) {
            found.add(match.cue().licenceKind());
        }
        List<Unit> wording = scene.units().subList(match.start(), match.end());
        if (match.cue().aspect() == Aspect.LICENCE) {
            wording.stream().filter(Unit::isLicence).forEach(unit -> found.addAll(unit.name().ids()));
        }
        return found;
    }
}
