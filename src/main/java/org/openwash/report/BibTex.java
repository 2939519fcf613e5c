package org.openwash.report;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.openwash.domain.CitedSource;
import org.openwash.domain.Sha256;

/// Writes the pages that facts rest on as BibTeX, one `@misc` each, to be cited from a paper.
public final class BibTex {

    public static final String FILE = "facts-sources.bib";
    /// More would not be read; the facts are listed in full by `facts show`.
    private static final int MOST_FACTS = 20;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private BibTex() {}

    /// Only of these facts.
    public static String of(List<CitedSource> sources, Set<String> facts) {
        var out = new StringBuilder();
        for (CitedSource source : sources) {
            List<String> cited = source.facts().stream().filter(facts::contains).toList();
            if (!cited.isEmpty()) {
                entry(source, cited, out);
            }
        }
        return out.toString();
    }

    private static void entry(CitedSource source, List<String> facts, StringBuilder out) {
        String address = source.address();
        out.append(out.isEmpty() ? "" : "\n").append("@misc{openwash-").append(Sha256.of(address), 0, 12);
        field("title", "{" + escaped(address.replaceFirst("^https?://(www\\.)?", "")) + "}", out);
        if (address.startsWith("http")) {
            field("url", url(address), out);
        }
        if (source.seen() != null) {
            field("urldate", source.seen().toString(), out);
        }
        int more = facts.size() - MOST_FACTS;
        String named = String.join(", ", facts.stream().limit(MOST_FACTS).map(BibTex::escaped).toList());
        String through = source.through().isEmpty() ? ""
                : "; read through " + String.join(" and ", source.through().stream().map(BibTex::escaped).toList());
        field("note", "Bears out " + named + (more > 0 ? " and " + more + " more" : "") + through, out);
        out.append("\n}\n");
    }

    private static void field(String name, String value, StringBuilder out) {
        out.append(",\n  ").append(name).append(" = {").append(value).append('}');
    }

    /// What would end the field or begin a command is written by its code.
    private static String url(String address) {
        var url = new StringBuilder();
        address.chars().forEach(c -> {
            if (c <= ' ' || c == '{' || c == '}' || c == '\\' || c == '"') {
                url.append('%').append(HEX.toHexDigits((byte) c)); // all of them ASCII
            } else {
                url.append((char) c);
            }
        });
        return url.toString();
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        Cells.writable(text).chars().forEach(c -> escaped.append(switch (c) {
            case '\\' -> "{\\textbackslash}";
            case '~' -> "{\\textasciitilde}";
            case '^' -> "{\\textasciicircum}";
            case '{', '}', '$', '&', '#', '_', '%' -> "\\" + (char) c;
            default -> c < ' ' ? " " : String.valueOf((char) c);
        }));
        return escaped.toString();
    }
}
