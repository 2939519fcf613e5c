package org.openwash.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openwash.domain.Article;
import org.openwash.domain.Aspect;
import org.openwash.domain.Catalogue;
import org.openwash.domain.Claim;
import org.openwash.domain.Polarity;
import org.openwash.domain.Sense;

/// Turns the drafts of a sentence into claims: gives each its id, its names and the party that asserts it.
///
/// One for each article.
final class ClaimWriter {

    private final Article article;
    private final Catalogue catalogue;
    private final ModalityReader modalities;
    private final ClaimIds ids;

    ClaimWriter(Article article, Catalogue catalogue, ModalityReader modalities) {
        this.article = article;
        this.catalogue = catalogue;
        this.modalities = modalities;
        ids = new ClaimIds(article.id());
    }

    /// In order of the text.
    List<Claim> claims(Scene scene, ClaimDrafts drafts) {
        var claims = new ArrayList<Claim>();
        for (Draft draft : drafts.all()) {
            claims.add(claim(scene, draft, drafts));
        }
        claims.sort(Comparator.comparing(Claim::cueSpan));
        return claims;
    }

    private Claim claim(Scene scene, Draft draft, ClaimDrafts drafts) {
        Referent subject = draft.subject();
        Cue.Match match = draft.match();
        Aspect aspect = match.cue().aspect();
        boolean limited = draft.polarity() == Polarity.AFFIRMS && aspect == Aspect.USE
                && drafts.alsoSays(draft, Aspect.USE, Polarity.DENIES);
        String sentence = scene.sentence().in(article);
        return new Claim(
                ids.next(sentence, subject.id(), aspect, draft.polarity()),
                article.id(),
                scene.number(),
                scene.sentence().span(),
                scene.span(match.start(), match.end()),
                subject.id(),
                catalogue.nameOf(subject.id()),
                sentence.contains(subject.text()) ? subject.text() : "",
                subject.version(),
                aspect,
                sense(scene, match),
                draft.polarity(),
                draft.modality(),
                draft.attribution(),
                draft.speaker(),
                scene.words(match.start(), match.end()),
                List.copyOf(draft.licences()),
                limited,
                draft.asOf(),
                Math.round(draft.confidence() * 100) / 100.0,
                draft.agreed(),
                draft.reading().get());
    }

    /// "was launched under the MPL" says that it once was, not that it still is.
    private Sense sense(Scene scene, Cue.Match match) {
        boolean released = match.cue().aspect() == Aspect.LICENCE && modalities.tellsRelease(scene, match);
        return released ? Sense.ONCE_RELEASED : match.cue().sense();
    }
}
