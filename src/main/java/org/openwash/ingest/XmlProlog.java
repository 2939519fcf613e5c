package org.openwash.ingest;

import java.util.Optional;

/// Steps over what may stand before the root of an XML document: the declaration, other instructions, comments, and a
/// document type with all that it declares. None of it is obeyed.
final class XmlProlog {

    private XmlProlog() {}

    /// The name of the root, if the text begins as XML does; blank space before it is let pass.
    static Optional<String> root(String text) {
        int i = skip(text, 0);
        if (i >= text.length() || text.charAt(i) != '<') {
            return Optional.empty();
        }
        String name = name(text, i + 1);
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /// Behind blank space, comments, instructions and declarations.
    static int skip(String text, int start) {
        int i = skipBlank(text, start);
        while (text.startsWith("<?", i) || text.startsWith("<!", i)) {
            i = skipBlank(text, end(text, i));
        }
        return i;
    }

    /// Behind the comment, instruction, CDATA or declaration that begins here; the text's length if it has no end.
    static int end(String text, int start) {
        if (text.startsWith("<!--", start)) {
            return behind(text, "-->", start + 4);
        }
        if (text.startsWith("<![CDATA[", start)) {
            return behind(text, "]]>", start + 9);
        }
        return text.startsWith("<?", start) ? behind(text, "?>", start + 2) : endOfDeclaration(text, start);
    }

    /// A document type may hold others in brackets, and anything in quotes.
    private static int endOfDeclaration(String text, int start) {
        int brackets = 0;
        for (int i = start + 2; i < text.length(); i++) {
            char c = text.charAt(i);
            if (text.startsWith("<!--", i)) {
                i = behind(text, "-->", i + 4) - 1;
            } else if (c == '"' || c == '\'') {
                i = behind(text, String.valueOf(c), i + 1) - 1;
            } else if (c == '[') {
                brackets++;
            } else if (c == ']') {
                brackets--;
            } else if (c == '>' && brackets <= 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    static String name(String text, int start) {
        int end = start;
        while (end < text.length() && isNameCharacter(text.charAt(end), end == start)) {
            end++;
        }
        return text.substring(start, end);
    }

    private static boolean isNameCharacter(char c, boolean first) {
        return Character.isLetter(c) || c == '_' || c == ':' && !first
                || !first && (Character.isDigit(c) || c == '-' || c == '.');
    }

    private static int behind(String text, String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() : at + mark.length();
    }

    static int skipBlank(String text, int from) {
        int i = from;
        while (i < text.length() && (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '\uFEFF')) {
            i++;
        }
        return i;
    }
}
