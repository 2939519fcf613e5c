package org.openwash.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.DataFile;
import org.openwash.domain.Wire;

/// Reads which agency or press release service an article credits: in its dateline, its byline or below its end.
///
/// Services and forms of credit are data: `wires.tsv` and `wire-credits.tsv`. To be asked before boilerplate is dropped,
/// since notes of rights are such.
final class WireCredits {

    private enum Where { HEAD, TAIL, AUTHOR }

    private static final String WIRE = "{wire}";
    private static final String PLACE = "{place}";

    /// Capitalised words, numbers and what joins them, each followed by a space or comma: `NEW YORK, Jan. 5, 2024 `.
    private static final String PLACES = "(?:(?:\\p{Lu}[\\p{L}.'’/-]*+|\\d{1,4}|de|of|and|on|the)[ ,]*+){0,10}+";

    /// A credit stands in one of the first or last lines, and near the beginning of the line or within a short one.
    private static final int HEAD_LINES = 4;
    private static final int TAIL_LINES = 5;
    private static final int LONGEST_HEAD = 120;
    private static final int LONGEST_TAIL = 400;

    private final Map<String, Wire> bySpelling;
    private final Map<Character, List<String>> byInitial;
    private final Map<Where, List<Pattern>> forms;

    private WireCredits(Map<String, Wire> bySpelling, Map<Where, List<Pattern>> forms) {
        this.bySpelling = bySpelling;
        byInitial = bySpelling.keySet().stream().collect(Collectors.groupingBy(spelling -> spelling.charAt(0)));
        this.forms = forms;
    }

    static WireCredits load() {
        Map<String, Wire> bySpelling = new LinkedHashMap<>();
        for (DataFile.Row row : DataFile.rowsBelowHeader("text/wires.tsv", 3)) {
            try {
                var kind = Wire.Kind.valueOf(row.cell(1).toUpperCase(Locale.ROOT).replace('-', '_'));
                bySpelling.put(row.cell(2), new Wire(row.cell(0), kind));
                bySpelling.put(row.cell(2).toUpperCase(Locale.ROOT), new Wire(row.cell(0), kind));
            } catch (IllegalArgumentException e) {
                throw row.wrong("no such kind: " + row.cell(1) + "; use agency or press-release");
            }
        }
        // the longest first: "AP" begins other names
        String wires = bySpelling.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<wire>", ")"));
        Map<Where, List<Pattern>> forms = new EnumMap<>(Where.class);
        for (DataFile.Row row : DataFile.rowsBelowHeader("text/wire-credits.tsv", 2)) {
            try {
                if (!row.cell(1).contains(WIRE)) {
                    throw row.wrong("no " + WIRE + " in it: each form must say where the service's name stands");
                }
                var where = Where.valueOf(row.cell(0).toUpperCase(Locale.ROOT));
                var form = Pattern.compile(row.cell(1).replace(WIRE, wires).replace(PLACE, PLACES));
                forms.computeIfAbsent(where, w -> new ArrayList<>()).add(form);
            } catch (PatternSyntaxException e) {
                throw row.wrong("not a pattern: " + e.getDescription());
            } catch (IllegalArgumentException e) {
                throw row.wrong("no such place: " + row.cell(0) + "; use head, tail or author");
            }
        }
        return new WireCredits(bySpelling, forms);
    }

    /// The service that is credited first: by the text's head, by its tail, by the byline.
    ///
    /// @param lines  of the article, before boilerplate is dropped
    /// @param author as the page or record states it
    Optional<Wire> in(List<String> lines, @Nullable String author) {
        List<String> filled = lines.stream().filter(line -> !line.isBlank()).map(String::strip).toList();
        for (String line : filled.subList(0, Math.min(HEAD_LINES, filled.size()))) {
            Optional<Wire> found = credited(Where.HEAD, line.substring(0, Math.min(LONGEST_HEAD, line.length())));
            if (found.isPresent()) {
                return found;
            }
        }
        for (String line : filled.subList(Math.max(0, filled.size() - TAIL_LINES), filled.size()).reversed()) {
            Optional<Wire> found = credited(Where.TAIL, line.substring(Math.max(0, line.length() - LONGEST_TAIL)));
            if (found.isPresent()) {
                return found;
            }
        }
        return author == null || author.length() > LONGEST_HEAD ? Optional.empty() : credited(Where.AUTHOR, author.strip());
    }

    private Optional<Wire> credited(Where where, String line) {
        if (!namesService(line)) {
            return Optional.empty(); // so most lines are spared the patterns, each of which asks for a service
        }
        for (Pattern form : forms.getOrDefault(where, List.of())) {
            Matcher matcher = form.matcher(line);
            if (where == Where.HEAD ? matcher.lookingAt() : matcher.matches()) {
                return Optional.of(bySpelling.get(matcher.group("wire")));
            }
        }
        return Optional.empty();
    }

    private boolean namesService(String line) {
        for (int i = 0; i < line.length(); i++) {
            for (String spelling : byInitial.getOrDefault(line.charAt(i), List.of())) {
                if (line.startsWith(spelling, i)) {
                    return true;
                }
            }
        }
        return false;
    }
}
