package org.openwash.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Tokens as the name finder sees them: what the tokenizer leaves on a word, a possessive (`Altman's`) or now and then
/// the full stop that ends the sentence, stands apart, so that a name looks the same with and without it.
///
/// @param words  what the name finder reads
/// @param origin for each word the index of the token it comes from
record NameTokens(String[] words, int[] origin) {

    /// Words whose full stop belongs to them even at the end of a sentence: initials and company suffixes.
    private static final Pattern ABBREVIATION =
            Pattern.compile("(\\p{L}\\.)+|(Inc|Corp|Ltd|Co|LLC|Jr|Sr|St|No|vs|etc)\\.|.*\\.\\p{L}\\.|\\.+");

    static NameTokens of(String[] tokens) {
        List<String> words = new ArrayList<>(tokens.length + 4);
        List<Integer> origin = new ArrayList<>(tokens.length + 4);
        for (int i = 0; i < tokens.length; i++) {
            String token = tokens[i];
            int stem = token.length() - tail(tokens, i);
            words.add(token.substring(0, stem));
            origin.add(i);
            if (stem < token.length()) {
                words.add(token.endsWith(".") ? "." : "'s"); // one word for both apostrophes
                origin.add(i);
            }
        }
        return new NameTokens(words.toArray(String[]::new), origin.stream().mapToInt(Integer::intValue).toArray());
    }

    /// How many characters at the end of token i stand apart: 2 for `Meta’s`, 1 for `Labs'` or a last `Oslo.`, else 0.
    static int tail(String[] tokens, int i) {
        String token = tokens[i];
        int n = token.length();
        if (n < 3) {
            return 0;
        }
        char last = token.charAt(n - 1);
        if (last == '.') {
            return endsSentence(tokens, i) && !ABBREVIATION.matcher(token).matches() ? 1 : 0;
        }
        if (Character.toLowerCase(last) == 's' && Possessive.isApostrophe(token.charAt(n - 2))) {
            return 2;
        }
        return Possessive.isApostrophe(last) && Character.toLowerCase(token.charAt(n - 2)) == 's' ? 1 : 0;
    }

    /// Whether nothing but closing quotation marks and brackets follows.
    private static boolean endsSentence(String[] tokens, int i) {
        for (int j = i + 1; j < tokens.length; j++) {
            if (Character.isLetterOrDigit(tokens[j].charAt(0))) {
                return false;
            }
        }
        return true;
    }
}
