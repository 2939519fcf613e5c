package org.openwash.domain;

import java.io.Serializable;
import java.util.List;

/// What became of one input. A new case makes every `switch` over outcomes say what it means for it.
public sealed interface Outcome extends Serializable {

    String source();

    /// The article of an outcome that an index can hold.
    ///
    /// @throws IllegalArgumentException if there is none
    static Article article(Outcome stored) {
        return switch (stored) {
            case Analysed analysed -> analysed.article();
            case OtherLanguage other -> other.article();
            case Failed failed -> throw new IllegalArgumentException("was never stored: " + failed);
            case Skipped skipped -> throw new IllegalArgumentException("was never stored: " + skipped);
        };
    }

    /// The article was read; it may hold no claim.
    record Analysed(Article article, int words, int sentences, List<Mention> mentions, List<JudgedClaim> claims)
            implements Outcome {
        public Analysed {
            mentions = List.copyOf(mentions);
            claims = List.copyOf(claims);
        }

        @Override
        public String source() {
            return article.source();
        }

        public Analysed withCirculation(Circulation now) {
            return new Analysed(article.withCirculation(now), words, sentences, mentions, claims);
        }
    }

    /// The article was read and is kept, but not analysed: its language is not one that Openwash reads.
    record OtherLanguage(Article article, int words) implements Outcome {
        @Override
        public String source() {
            return article.source();
        }

        public OtherLanguage withCirculation(Circulation now) {
            return new OtherLanguage(article.withCirculation(now), words);
        }
    }

    /// The input could not be read.
    ///
    /// @param place line, record or byte, as far as known; empty otherwise
    record Failed(String source, String reason, String place) implements Outcome {}

    /// The input holds no article (a row with only an address, an empty page).
    record Skipped(String source, String reason) implements Outcome {}
}
