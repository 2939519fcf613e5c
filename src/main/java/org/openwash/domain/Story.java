package org.openwash.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Groups the copies of one story that several outlets ran, so that a wire report is not counted once for each reprint.
///
/// Known gap: only copies whose text is the same but for case, spaces and punctuation share an id; an edited reprint
/// gets an id of its own.
public final class Story {

    private Story() {}

    /// The id of the story an article belongs to.
    public static String idOf(Article article) {
        String text = article.text().isEmpty() ? article.title() : article.text();
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(kept::appendCodePoint);
        // a page of nothing but signs is a story of its own
        String words = kept.isEmpty() ? article.id() : kept.toString();
        return HexFormat.of().formatHex(sha256(words), 0, 8);
    }

    private static byte[] sha256(String words) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
