package org.openwash.nlp;

import java.util.Locale;
import java.util.Set;

/// Takes the possessive ending off a token.
///
/// The UD tokeniser keeps `Altman's` whole and the tagger, which rarely saw such tokens, calls many of them
/// punctuation or adverbs; without the ending it tags them as the names and nouns they are. Contractions with "is"
/// or "has" after pronouns are left alone: the model knows those.
final class Possessive {

    private static final Set<String> CONTRACTED = Set.of("it", "he", "she", "that", "there", "here", "what", "who", "where",
            "how", "when", "why", "let", "this", "everybody", "everyone", "nobody", "somebody", "someone", "one");

    private Possessive() {}

    static String strip(String token) {
        int n = token.length();
        if (n > 2 && isApostrophe(token.charAt(n - 2)) && (token.charAt(n - 1) == 's' || token.charAt(n - 1) == 'S')) {
            String stem = token.substring(0, n - 2);
            return CONTRACTED.contains(stem.toLowerCase(Locale.ROOT)) ? token : stem;
        }
        return n > 2 && token.charAt(n - 2) == 's' && isApostrophe(token.charAt(n - 1)) ? token.substring(0, n - 1) : token;
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }
}
