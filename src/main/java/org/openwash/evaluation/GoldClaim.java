package org.openwash.evaluation;

import java.util.List;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;
import org.openwash.domain.Verdict;

/// A claim that annotators marked. Where they differ on a field, each of their values is accepted.
///
/// @param article  the stem of the article's file name
/// @param voices   who asserts it: the guide's word for attribution
/// @param optional not all annotators marked it, so that finding it is neither rewarded nor punished
public record GoldClaim(
        String article,
        int sentence,
        String subject,
        Aspect aspect,
        Polarity polarity,
        List<Modality> modalities,
        List<Attribution> voices,
        List<Verdict> verdicts,
        boolean optional) {

    public GoldClaim {
        modalities = List.copyOf(modalities);
        voices = List.copyOf(voices);
        verdicts = List.copyOf(verdicts);
    }

    static GoldClaim of(JsonRow row) {
        return new GoldClaim(
                row.text("article"),
                row.number("n"),
                row.text("subject"),
                row.value("aspect", Aspect.values(), Aspect::label),
                row.value("polarity", Polarity.values(), Polarity::label),
                row.accepted("modality", Modality.values(), Modality::label),
                row.accepted("voice", Attribution.values(), Attribution::label),
                row.accepted("verdict", Verdict.values(), Verdict::label),
                row.yes("optional"));
    }

    /// Whether a flag is right here. Known gap: the gold set does not mark under-claims, so that a licence claim that
    /// names too strict a licence counts as a flag.
    public boolean isOpenWashing() {
        return polarity == Polarity.AFFIRMS
                && (modalities.contains(Modality.ACTUAL) || modalities.contains(Modality.FORMER))
                && (verdicts.contains(Verdict.CONTRADICTED) || verdicts.contains(Verdict.OVERSTATED));
    }
}
