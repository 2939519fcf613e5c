package org.openwash.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.openwash.domain.DataFile;

/// Knows by its end that a text is only the beginning of an article. The endings are data (`cut-ends.tsv`).
final class CutEnds {

    static final String SUMMARY_ONLY = "summary only";

    private static final int LOOKED_AT = 300;
    private static final Pattern TAG = Pattern.compile("<[^<>]{0,300}>");
    private final List<Pattern> endings;

    private CutEnds(List<Pattern> endings) {
        this.endings = List.copyOf(endings);
    }

    static CutEnds load() {
        List<Pattern> endings = new ArrayList<>();
        for (DataFile.Row row : DataFile.rowsBelowHeader("ingest/cut-ends.tsv", 2)) {
            try {
                endings.add(Pattern.compile("(?:" + row.cell(0) + ")\\s*$", Pattern.CASE_INSENSITIVE));
            } catch (PatternSyntaxException e) {
                throw row.wrong("not a regular expression: " + row.cell(0));
            }
        }
        return new CutEnds(endings);
    }

    /// [#SUMMARY_ONLY], or nothing if no ending fits.
    ///
    /// @param text plain or HTML
    String note(String text) {
        String tail = text.stripTrailing();
        tail = tail.substring(Math.max(0, tail.length() - 4 * LOOKED_AT));
        String words = TAG.matcher(tail).replaceAll("").replace("&hellip;", "…").replace("&#8230;", "…")
                .replace("&nbsp;", " ").replace("&raquo;", "»").replace("&rarr;", "→").stripTrailing();
        String end = words.substring(Math.max(0, words.length() - LOOKED_AT));
        return endings.stream().anyMatch(ending -> ending.matcher(end).find()) ? SUMMARY_ONLY : "";
    }
}
