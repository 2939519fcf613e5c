package org.openwash.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Makes characters and spaces alike, so that a wording rule meets each word in one spelling.
final class Characters {

    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|[\\r\\n\\u000B\\f\\u0085\\u2028\\u2029]");
    /// Controls, soft hyphen, zero-width space and joiners outside emoji, byte order mark, direction marks.
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cc}&&[^\\t\\n]]|[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]");
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");
    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\t]+");
    private static final Pattern BULLET = Pattern.compile("^[•◦▪▫‣∙●○■·*] +(?=\\S)");

    private Characters() {}

    /// The lines of a text, whatever its line ends.
    static List<String> split(String text) {
        return List.of(LINE_BREAK.split(text, -1));
    }

    /// Each line cleaned; blank lines stay, since they part blocks.
    static List<Line> clean(List<Line> lines) {
        List<Line> cleaned = new ArrayList<>(lines.size());
        for (Line line : lines) {
            cleaned.add(new Line(BULLET.matcher(line(line.text())).replaceFirst("- "), line.dropped()));
        }
        return cleaned;
    }

    /// Runs of white space as one space, the rest untouched.
    static String spaces(String text) {
        var spaced = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean white = c == ' ' || c >= '\t' && c <= '\r';
            if (!white) {
                spaced.append(c);
            } else if (!space) {
                spaced.append(' ');
            }
            space = white;
        }
        return spaced.toString();
    }

    static String line(String line) {
        String text = LINE_BREAK.matcher(line).replaceAll(" ");
        text = INVISIBLE.matcher(text).replaceAll("");
        text = LONE_SURROGATE.matcher(text).replaceAll("\uFFFD");
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        return SPACES.matcher(text).replaceAll(" ").strip();
    }
}
