package org.openwash.annotation;

import java.util.ArrayList;
import java.util.List;

/// The escapes of WebAnno TSV 3.3: one kind for text, another for values.
final class WebAnnoText {

    private static final String RESERVED = "\\[]|_;*";

    private WebAnnoText() {}

    static String escapedText(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(switch (c) {
            case '\\' -> "\\\\";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            case '\b' -> "\\b";
            default -> String.valueOf((char) c);
        }));
        return escaped.toString();
    }

    static String escapedValue(String value) {
        var escaped = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (RESERVED.indexOf(c) >= 0 || c == '-' && i + 1 < value.length() && value.charAt(i + 1) == '>') {
                escaped.append('\\');
            }
            escaped.append(switch (c) {
                case '\t' -> "\\t";
                case '\n' -> "\\n";
                case '\r' -> " ";
                default -> String.valueOf(c);
            });
        }
        return escaped.toString();
    }

    static String unescaped(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c);
            } else {
                i++;
                plain.append(switch (text.charAt(i)) {
                    case 't' -> '\t';
                    case 'n' -> '\n';
                    case 'f' -> '\f';
                    case 'r' -> '\r';
                    case 'b' -> '\b';
                    default -> text.charAt(i);
                });
            }
        }
        return plain.toString();
    }

    /// The values stacked in one cell, still escaped.
    static List<String> stacked(String cell) {
        var values = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) == '\\') {
                i++;
            } else if (cell.charAt(i) == '|') {
                values.add(cell.substring(from, i));
                from = i + 1;
            }
        }
        values.add(cell.substring(from));
        return values;
    }
}
