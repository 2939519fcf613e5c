package org.openwash.domain;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A statement, in one sentence of one article, about how open a subject is, as read: not yet held against the facts.
///
/// @param id            hash of article id, normalised sentence, subject, aspect, polarity and occurrence
/// @param sentenceSpan  characters of the passage (title or text)
/// @param cueSpan       the wording that makes it a claim, characters of the same passage
/// @param subject       a subject id, `org:NAME`, a slug, or `?`
/// @param mention       the words that name the subject; empty where it was resolved from an earlier sentence by "it"
/// @param version       the version named with the subject, if any ("7.2")
/// @param speaker       the words that name who asserts it; null in the outlet's own voice
/// @param claimedLicences licence ids, or `kind:custom`, `kind:permissive`, `kind:source-available`, `kind:research-only`,
///                      `kind:non-commercial`, `kind:restrictive`, `kind:copyleft`, `kind:open-source`, `kind:proprietary`
/// @param limitStated   the sentence itself names the limit of the use it grants
/// @param asOf          the time the sentence speaks of (`2021`, `2021-03` or `2021-03-05`), null for the article's own date
/// @param confidence    0 to 1: the probability that it is read rightly
/// @param agreed        rules alone read the same claim; a flag asks for that
/// @param reading       which rules decided each field, for `explain`
public record Claim(
        String id,
        String articleId,
        int sentence,
        Span sentenceSpan,
        Span cueSpan,
        String subject,
        String subjectName,
        String mention,
        @Nullable String version,
        Aspect aspect,
        Sense sense,
        Polarity polarity,
        Modality modality,
        Attribution attribution,
        @Nullable String speaker,
        String cue,
        List<String> claimedLicences,
        boolean limitStated,
        @Nullable String asOf,
        double confidence,
        boolean agreed,
        String reading)
        implements Serializable {

    /// The subject of a claim about a thing that cannot be told.
    public static final String UNRESOLVED = "?";

    public Claim {
        claimedLicences = List.copyOf(claimedLicences);
        if ((attribution == Attribution.OUTLET) != (speaker == null)) {
            throw new IllegalArgumentException("a speaker goes with an attributed claim: " + attribution + ", " + speaker);
        }
    }

    public boolean isAboutCompany() {
        return subject.startsWith(Organisation.PREFIX);
    }
}
