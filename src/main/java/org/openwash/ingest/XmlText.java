package org.openwash.ingest;

import java.nio.charset.Charset;
import java.util.Set;
import org.jsoup.nodes.Entities;

/// Writes text and attribute values as XML that any parser takes.
final class XmlText {

    private static final Set<String> KNOWN = Set.of("amp", "lt", "gt", "quot", "apos");
    private static final int LONGEST_ENTITY = 32;
    private static final int LONGEST_NUMBER = 8;
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private XmlText() {}

    /// Text as it stands in a file, with references: those to characters stay, names that HTML knows are resolved, and
    /// an `&` of any other kind is one. Nothing that the file itself declares is looked up.
    static void append(String text, int start, int end, StringBuilder to, Set<Mend> mended) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) == '&') {
                i += reference(text, i, end, to, mended) - 1;
            } else {
                i += character(text, i, end, to, mended) - 1;
            }
        }
    }

    /// Text in which nothing stands for something else, as in CDATA.
    static void appendLiteral(String text, int start, int end, StringBuilder to, Set<Mend> mended) {
        for (int i = start; i < end; i++) {
            i += character(text, i, end, to, mended) - 1;
        }
    }

    /// @return how many characters of the text were used
    private static int character(String text, int at, int end, StringBuilder to, Set<Mend> mended) {
        char c = text.charAt(at);
        switch (c) {
            case '&' -> to.append("&amp;");
            case '<' -> to.append("&lt;");
            case '>' -> to.append("&gt;");
            case '"' -> to.append("&quot;");
            default -> {
                if (Character.isHighSurrogate(c) && at + 1 < end && Character.isLowSurrogate(text.charAt(at + 1))) {
                    to.append(c).append(text.charAt(at + 1));
                    return 2;
                }
                if (isAllowed(c)) {
                    to.append(c);
                } else {
                    mended.add(Mend.CHARACTERS);
                }
            }
        }
        return 1;
    }

    private static int reference(String text, int at, int end, StringBuilder to, Set<Mend> mended) {
        int semicolon = text.substring(at, Math.min(end, at + LONGEST_ENTITY)).indexOf(';');
        String name = semicolon < 2 ? "" : text.substring(at + 1, at + semicolon);
        if (KNOWN.contains(name)) {
            to.append('&').append(name).append(';');
        } else if (name.startsWith("#") && number(name) >= 0) {
            numbered(number(name), to, mended);
        } else if (!name.isEmpty() && Entities.isNamedEntity(name)) {
            String resolved = Entities.getByName(name);
            appendLiteral(resolved, 0, resolved.length(), to, mended);
            mended.add(Mend.ENTITIES);
        } else {
            to.append("&amp;");
            mended.add(Mend.AMPERSANDS);
            return 1;
        }
        return semicolon + 1;
    }

    /// The code point that `#8230` or `#x2026` stands for, -1 if it is neither.
    private static int number(String name) {
        boolean hexadecimal = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        int digits = hexadecimal ? 2 : 1;
        int number = name.length() > digits && name.length() <= LONGEST_NUMBER ? 0 : -1;
        for (int i = digits; i < name.length() && number >= 0; i++) {
            int digit = name.charAt(i) < 0x80 ? Character.digit(name.charAt(i), hexadecimal ? 16 : 10) : -1;
            number = digit < 0 ? -1 : number * (hexadecimal ? 16 : 10) + digit;
        }
        return number;
    }

    /// As browsers do: 128 to 159 are meant as windows-1252.
    private static void numbered(int number, StringBuilder to, Set<Mend> mended) {
        boolean western = number >= 0x80 && number < 0xA0;
        int point = western ? new String(new byte[] {(byte) number}, WESTERN).charAt(0) : number;
        if (!Character.isValidCodePoint(point) || point <= 0xFFFF && !isAllowed((char) point)) {
            mended.add(Mend.CHARACTERS);
        } else {
            to.append("&#").append(point).append(';');
        }
    }

    private static boolean isAllowed(char c) {
        boolean space = c == '\t' || c == '\n' || c == '\r';
        return space || c >= ' ' && !Character.isSurrogate(c) && c != '\uFFFE' && c != '\uFFFF';
    }
}
