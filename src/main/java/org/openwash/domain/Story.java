package org.openwash.domain;


/// Groups the copies of one story that several outlets ran, so that a wire report is not counted once for each reprint.
///
/// Known gap: only copies whose text is the same but for case, spaces and punctuation share an id; an edited reprint
/// gets an id of its own.
public final class Story {

    /// 64 bits.
    private static final int HEX_DIGITS = 16;

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
        return Sha256.of(words).substring(0, HEX_DIGITS);
    }
}
