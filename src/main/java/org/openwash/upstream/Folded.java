package org.openwash.upstream;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A name without what writers of lists are free to vary: case, accents, spaces, hyphens, dots. Between two digits some
/// separator stays, whichever it was, for 3.1 is not 31; so does `+`, for R+ is not R.
final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_DIGITS = Pattern.compile("(?<=\\d)[^\\p{L}\\d+]+(?=\\d)");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\d+.]+|(?<!\\d)\\.|\\.(?!\\d)");

    private Folded() {}

    static String of(String name) {
        String lower = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("")
                .toLowerCase(Locale.ROOT);
        return OTHERS.matcher(BETWEEN_DIGITS.matcher(lower).replaceAll(".")).replaceAll("");
    }

    /// The same for a licence: `licence` and `license` are one word.
    static String ofLicence(String name) {
        return of(name).replace("licence", "license");
    }
}
