package org.openwash.evaluation;

import java.util.List;
import java.util.stream.Stream;

/// How much of a claim must be right for it to count as found. The lower levels show where claims are lost: in the
/// sentence, the aspect or the subject.
public enum Level {
    /// Once a sentence, however many claims it holds.
    SENTENCE("sentence"),
    SENTENCE_AND_ASPECT("sentence+aspect"),
    SENTENCE_AND_SUBJECT("sentence+subject"),
    /// The measure of claims that goals are set for.
    CLAIM("claim (subject+aspect+pol)");

    private final String label;

    Level(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    Tally tally(Stream<ClaimKey> core, Stream<ClaimKey> optional, Stream<ClaimKey> found) {
        return Tally.of(bag(core), bag(optional), bag(found));
    }

    private Bag<List<?>> bag(Stream<ClaimKey> claims) {
        Stream<List<?>> parts = claims.map(this::parts);
        return Bag.of((this == SENTENCE ? parts.distinct() : parts).toList());
    }

    private List<?> parts(ClaimKey key) {
        return switch (this) {
            case SENTENCE -> List.of(key.sentence());
            case SENTENCE_AND_ASPECT -> List.of(key.sentence(), key.aspect());
            case SENTENCE_AND_SUBJECT -> List.of(key.sentence(), key.subject());
            case CLAIM -> List.of(key.sentence(), key.subject(), key.aspect(), key.polarity());
        };
    }
}
