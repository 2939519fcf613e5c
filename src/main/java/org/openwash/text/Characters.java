package org.openwash.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Makes characters and spaces alike, so that a wording rule meets each word in one spelling.
final class Characters {

    private static final Pattern BULLET = Pattern.compile("^[•◦▪▫‣∙●○■·*] +(?=\\S)");

    private Characters() {}

    /// The lines of a text, whatever its line ends.
    static List<String> split(String text) {
        var lines = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\n' && c <= '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                lines.add(text.substring(start, i));
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
                start = i + 1;
            }
        }
        lines.add(text.substring(start));
        return List.copyOf(lines);
    }

    /// Each line cleaned; blank lines stay, since they part blocks.
    static List<Line> clean(List<Line> lines) {
        List<Line> cleaned = new ArrayList<>(lines.size());
        for (Line line : lines) {
            String text = line(line.text());
            boolean marked = !text.isEmpty() && !Character.isLetterOrDigit(text.charAt(0));
            cleaned.add(new Line(marked ? BULLET.matcher(text).replaceFirst("- ") : text, line.dropped()));
        }
        return cleaned;
    }

    /// Appends a text with runs of white space as one space, the rest untouched.
    static void appendSpaced(StringBuilder line, String text) {
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean white = c == ' ' || c >= '\t' && c <= '\r';
            if (!white) {
                line.append(c);
            } else if (!space) {
                line.append(' ');
            }
            space = white;
        }
    }

    static String line(String line) {
        return isPlain(line) ? line.strip() : cleaned(line);
    }

    /// Whether a line holds only characters and single spaces that stay as they are: most do, and need no closer look.
    private static boolean isPlain(String line) {
        char before = 'a';
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean plain = c >= ' ' && c < 0x7F
                    || c > 0xA0 && c < 0x300 && c != 0xAD
                    || c >= 0x400 && c < 0x483 // Cyrillic
                    || c >= 0x2010 && c < 0x2028 || c >= 0x2030 && c < 0x205F // dashes, quotation marks
                    || c >= 0x3001 && c < 0x302A || c >= 0x3041 && c < 0x3099 || c >= 0x30A0 && c < 0xD7A4; // Kana to Hangul
            if (!plain || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static String cleaned(String line) {
        var text = new StringBuilder(line.length());
        boolean composed = true;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (isSpace(c)) {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                    text.append(' ');
                }
            } else if (Character.isHighSurrogate(c) && i + 1 < line.length() && Character.isLowSurrogate(line.charAt(i + 1))) {
                text.append(c).append(line.charAt(++i));
                composed = false;
            } else if (Character.isSurrogate(c)) {
                text.append('\uFFFD');
            } else if (!isInvisible(c)) {
                text.append(c);
                composed &= c < 0x300;
            }
        }
        String cleaned = text.toString().strip();
        return composed ? cleaned : Normalizer.normalize(cleaned, Normalizer.Form.NFC);
    }

    /// Line breaks of every kind, tabs, and spaces of every width.
    private static boolean isSpace(char c) {
        return c >= '\t' && c <= '\r' || c == ' ' || c == '\u0085' || c == '\u2028' || c == '\u2029'
                || c > 0x7F && Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    /// Controls, soft hyphen, zero-width space, byte order mark, direction marks; joiners are parts of emoji.
    private static boolean isInvisible(char c) {
        return c < ' ' || c >= 0x7F && c < 0xA0 || c == '\u00AD' || c == '\u200B' || c == '\u200E' || c == '\u200F'
                || c >= '\u202A' && c <= '\u202E' || c == '\u2060' || c >= '\u2066' && c <= '\u2069' || c == '\uFEFF';
    }
}
