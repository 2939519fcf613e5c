package org.openwash.claims;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.openwash.domain.Aspect;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;
import org.openwash.domain.Sense;

/// Reads the claims of a sentence by rules alone, from the wordings of cues.tsv. It misses much; what it reads and the
/// classifiers read too is surer than what only one of them reads.
final class RuleReader {

    /// how far "unlike" at the beginning of a sentence reaches
    private static final int UNLIKE = 12;

    private final Binder binder;
    private final PolarityReader polarities;
    private final ModalityReader modalities;

    RuleReader(Binder binder, PolarityReader polarities, ModalityReader modalities) {
        this.binder = binder;
        this.polarities = polarities;
        this.modalities = modalities;
    }

    /// What makes two readings the same claim.
    record Key(String subject, Aspect aspect, Polarity polarity) {}

    /// @param match    the wording
    /// @param also     all wordings that say it, with the licences that they name
    /// @param modality as the rules read it
    record Reading(Cue.Match match, List<Cue.Match> also, Binding bound, ModalityReader.Reading modality) {

        /// With a further wording. "Free for commercial use without restrictions": the stronger promise counts, and all
        /// its words.
        Reading and(Cue.Match other, Scene scene) {
            boolean stronger = other.cue().sense() == Sense.ANY_USE
                    && scene.sameClause(match.end() - 1, other.start());
            Cue.Match both = stronger
                    ? new Cue.Match(other.cue(), match.start(), Math.max(match.end(), other.end())) : match;
            return new Reading(both, Stream.concat(also.stream(), Stream.of(other)).toList(), bound, modality);
        }
    }

    /// @param all places in the sentence where a wording of any file stands
    Map<Key, Reading> read(Scene scene, List<Cue.Match> all, List<Frame> frames, Discourse discourse) {
        Map<Key, Reading> read = new LinkedHashMap<>();
        for (Cue.Match match : SureCues.among(all)) {
            Binding bound = binder.bind(scene, match, discourse);
            if (!bound.found()) {
                continue;
            }
            Optional<Frame> frame = Frame.around(match, frames);
            boolean quoted = scene.quoted(match.start());
            boolean indirect = !quoted && frame.filter(f -> f.kind() == Frame.Kind.SPEECH).isPresent();
            Polarity polarity = polarities.read(scene, match,
                    frame.isPresent() || quoted && !frames.isEmpty()).polarity();
            var reading = new Reading(match, List.of(match), bound, modalities.read(scene, match, bound, indirect));
            boolean topic = reading.modality.modality() == Modality.HYPOTHETICAL
                    && bound.how().equals(Binder.SPOKEN_OF);
            for (Referent subject : topic ? List.<Referent>of() : bound.referents()) {
                read.merge(new Key(subject.id(), match.cue().aspect(), polarity), reading,
                        (before, more) -> before.and(match, scene));
            }
            contrasted(scene, match, bound, polarity)
                    .forEach(id -> read.putIfAbsent(new Key(id, match.cue().aspect(), Polarity.DENIES), reading));
        }
        return read;
    }

    /// "Unlike GPT-4, Llama can be downloaded" says the opposite of GPT-4.
    private static List<String> contrasted(Scene scene, Cue.Match match, Binding bound, Polarity polarity) {
        boolean contrastable = switch (match.cue().aspect()) {
            case OPEN_SOURCE, WEIGHTS, USE -> polarity == Polarity.AFFIRMS;
            case LICENCE, TRAINING_DATA, CODE, RHETORIC -> false;
        };
        if (!contrastable || !scene.at(0).is("unlike")) {
            return List.of();
        }
        int end = scene.first(Set.of(","), 1, Math.min(scene.size(), UNLIKE));
        return scene.things(1, end).stream()
                .map(i -> scene.unit(i).name().id())
                .filter(id -> bound.referents().stream().noneMatch(r -> r.id().equals(id)))
                .toList();
    }
}
