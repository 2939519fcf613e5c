package org.openwash.domain;


/// Names the groups of copies that several outlets ran, so that a wire report is not counted once for each reprint.
public final class Story {

    /// 64 bits.
    private static final int HEX_DIGITS = 16;

    private Story() {}

    /// The id of the story of an article to which no other belongs: a hash of the letters and digits of its text, so
    /// that copies which differ in case, spaces and punctuation only have the same.
    ///
    /// @param articleId names a page of nothing but signs, which is a story of its own
    public static String idOf(String articleId, String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                kept.appendCodePoint(Character.toLowerCase(c));
            }
        }
        String words = kept.isEmpty() ? articleId : kept.toString();
        return Sha256.of(words).substring(0, HEX_DIGITS);
    }
}
