package org.openwash.claims;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.openwash.domain.Aspect;
import org.openwash.domain.Polarity;
import org.openwash.domain.Sha256;

/// Gives each claim of an article an id that stays the same while the sentence does.
///
/// A hash of article id, normalised sentence (letters and digits, lower case), subject, aspect, polarity and, where
/// the same sentence stands twice, the occurrence. One for each article.
final class ClaimIds {

    /// 64 bits: at a billion claims a chance of collision of about 3 in 100.
    private static final int HEX_DIGITS = 16;

    private final String articleId;
    private final Map<String, Integer> occurrences = new HashMap<>();

    ClaimIds(String articleId) {
        this.articleId = articleId;
    }

    String next(String sentence, String subject, Aspect aspect, Polarity polarity) {
        String normal = sentence.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        String key = String.join("\u0000", articleId, normal, subject, aspect.label(), polarity.label());
        int occurrence = occurrences.merge(key, 1, Integer::sum);
        return Sha256.of(key + "\u0000" + occurrence).substring(0, HEX_DIGITS);
    }
}
