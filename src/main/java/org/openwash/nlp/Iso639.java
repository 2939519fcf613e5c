package org.openwash.nlp;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;

/// Shortens three-letter language codes to the two-letter ones where they exist, by the JDK's own table.
final class Iso639 {

    /// Withdrawn in 1989, and still in the JDK's table beside `id`, `he` and `yi`.
    private static final Set<String> WITHDRAWN = Set.of("in", "iw", "ji");

    private static final Map<String, String> SHORT = shortCodes();

    private Iso639() {}

    static String shortCode(String threeLetters) {
        // Mandarin is the detector's name for what everybody labels Chinese
        return "cmn".equals(threeLetters) ? "zh" : SHORT.getOrDefault(threeLetters, threeLetters);
    }

    private static Map<String, String> shortCodes() {
        var codes = new HashMap<String, String>();
        for (String two : Locale.getISOLanguages()) {
            if (WITHDRAWN.contains(two)) {
                continue;
            }
            try {
                codes.put(Locale.of(two).getISO3Language(), two);
            } catch (MissingResourceException e) {
                continue; // a two-letter code without a three-letter one cannot be what the detector says
            }
        }
        return codes;
    }
}
