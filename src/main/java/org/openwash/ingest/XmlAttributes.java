package org.openwash.ingest;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The attributes of a start tag, in their order, also where quotes are missing.
///
/// @param values as they stand, references and all
/// @param end    where the `>` stands that ends the tag, or the `<` that shows that it is none; the text's length if
///               it breaks off
record XmlAttributes(Map<String, String> values, int end, Set<Mend> mended) {

    static XmlAttributes read(String text, int start) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<Mend> mended = EnumSet.noneOf(Mend.class);
        int i = start;
        while (i < text.length() && "<>".indexOf(text.charAt(i)) < 0) {
            String name = XmlProlog.name(text, i);
            if (name.isEmpty()) {
                i++;
                continue;
            }
            i = XmlProlog.skipBlank(text, i + name.length());
            String value = "";
            if (i < text.length() && text.charAt(i) == '=') {
                int from = XmlProlog.skipBlank(text, i + 1);
                char quote = from < text.length() ? text.charAt(from) : ' ';
                boolean quoted = quote == '"' || quote == '\'';
                int to = quoted ? text.indexOf(quote, from + 1) : wordEnd(text, from);
                if (to < 0) {
                    return new XmlAttributes(values, text.length(), mended);
                }
                value = text.substring(quoted ? from + 1 : from, to);
                i = quoted ? to + 1 : to;
                if (!quoted) {
                    mended.add(Mend.ATTRIBUTES);
                }
            }
            if (values.putIfAbsent(name, value) != null) {
                mended.add(Mend.ATTRIBUTES);
            }
        }
        return new XmlAttributes(values, i, mended);
    }

    private static int wordEnd(String text, int from) {
        int i = from;
        while (i < text.length() && !Character.isWhitespace(text.charAt(i)) && "<>".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }
}
