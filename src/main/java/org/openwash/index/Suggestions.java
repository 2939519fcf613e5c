package org.openwash.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.DataFile;

/// Proposes what was meant where a query finds nothing or cannot be read: other names of fields, other values, words
/// that the claims do hold. Each proposal finds something.
final class Suggestions {

    private static final int MOST = 5;
    private static final int MOST_OF_ONE = 3;
    /// Whoever types more knows what they do.
    private static final int LONGEST = 1_000;
    private static final int MOST_ITEMS = 20;

    /// `field:value`, `field:"value"`, or a word; no wildcards, ranges or weights, which are left as they are.
    private static final Pattern ITEM = Pattern.compile("""
            (?<![\\p{L}\\p{N}_:\\\\*?~^])(?:(?<field>[\\p{L}_]+):)?\
            (?:"(?<quoted>(?:[^"\\\\]|\\\\.)*)"|(?<value>(?:[\\p{L}\\p{N}]|\\\\.)(?:[^\\s()\\[\\]{}"*?~^\\\\]|\\\\.)*))\
            (?![\\p{L}\\p{N}*?~])""");
    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT", "TO");
    private static final Pattern NEEDS_NO_QUOTES = Pattern.compile("(org:)?[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*");

    private static final List<DataFile.Row> WORDS = DataFile.rows("index/field-words.tsv", 2);

    /// A part of the query that is not known, and what may stand in its place.
    private record Unknown(int start, int end, List<String> instead) {}

    private final IndexSearcher searcher;
    private final ClaimQueries queries;
    private final Spelling spelling;

    Suggestions(IndexSearcher searcher, ClaimQueries queries) {
        this.searcher = searcher;
        this.queries = queries;
        this.spelling = new Spelling(searcher.getIndexReader());
    }

    /// Best first; none if every part is known, or nothing is near.
    List<String> of(String typed) throws IOException {
        if (typed.length() > LONGEST) {
            return List.of();
        }
        var proposals = new LinkedHashSet<String>();
        for (String named : variants(typed, unknownFields(typed)).stream().limit(MOST_OF_ONE).toList()) {
            proposals.addAll(variants(named, unknownValues(named)));
        }
        var finding = new ArrayList<String>();
        for (String proposal : proposals) {
            if (finding.size() < MOST && !proposal.equals(typed) && findsSomething(proposal)) {
                finding.add(proposal);
            }
        }
        return finding;
    }

    private static List<Unknown> unknownFields(String typed) {
        var unknown = new ArrayList<Unknown>();
        Matcher items = ITEM.matcher(typed);
        for (int n = 0; n < MOST_ITEMS && items.find(); n++) {
            String name = items.group("field");
            if (name != null && Fields.named(name) == null) {
                add(unknown, items.start("field"), items.end("field"), fieldsLike(name));
            }
        }
        return unknown;
    }

    private List<Unknown> unknownValues(String typed) throws IOException {
        var unknown = new ArrayList<Unknown>();
        Matcher items = ITEM.matcher(typed);
        for (int n = 0; n < MOST_ITEMS && items.find(); n++) {
            String name = items.group("field");
            if (name != null) {
                String value = unescaped(items.group(items.group("quoted") != null ? "quoted" : "value"));
                add(unknown, items.end("field") + 1, items.end(), values(name, value));
            } else if (items.group("value") != null && !OPERATORS.contains(items.group("value"))) {
                add(unknown, items.start(), items.end(), spelling.words(Fields.ANY, items.group("value"), MOST_OF_ONE));
            }
        }
        return unknown;
    }

    /// The query with the best for each unknown part, and those in which one part takes another.
    private static List<String> variants(String typed, List<Unknown> unknown) {
        var variants = new ArrayList<String>();
        variants.add(variant(typed, unknown, -1, 0));
        for (int changed = 0; changed < unknown.size(); changed++) {
            for (int other = 1; other < unknown.get(changed).instead().size(); other++) {
                variants.add(variant(typed, unknown, changed, other));
            }
        }
        return variants;
    }

    private static String variant(String typed, List<Unknown> unknown, int changed, int other) {
        var proposal = new StringBuilder();
        int copied = 0;
        for (int i = 0; i < unknown.size(); i++) {
            Unknown part = unknown.get(i);
            proposal.append(typed, copied, part.start()).append(part.instead().get(i == changed ? other : 0));
            copied = part.end();
        }
        return proposal.append(typed, copied, typed.length()).toString();
    }

    private static void add(List<Unknown> to, int start, int end, Collection<String> instead) {
        if (!instead.isEmpty()) {
            to.add(new Unknown(start, end, List.copyOf(instead)));
        }
    }

    private Collection<String> values(String name, String value) throws IOException {
        Fields.Field field = Fields.named(name);
        if (field == null) {
            return List.of();
        }
        if (!field.choices().isEmpty()) {
            return known(field, value) ? List.of() : Spelling.nearest(value, field.choices(), MOST_OF_ONE);
        }
        return switch (field.kind()) {
            case KEYWORD -> spelling.values(name, value, MOST_OF_ONE).stream().map(Suggestions::quoted).toList();
            case TEXT, WORDS -> value.contains(" ") ? List.of() : spelling.words(name, value, MOST_OF_ONE);
            case NUMBER, DAY, DERIVED -> List.of();
        };
    }

    private static boolean known(Fields.Field field, String value) {
        return field.choices().stream().anyMatch(value::equalsIgnoreCase);
    }

    /// By what people call it, by its spelling, or because it is part of the name.
    static List<String> fieldsLike(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        var like = new LinkedHashSet<String>();
        List<String> names = Fields.all().stream().map(Fields.Field::name).toList();
        names.stream().filter(lower::equals).forEach(like::add);
        WORDS.stream().filter(row -> row.cell(0).equals(lower)).map(row -> row.cell(1)).forEach(like::add);
        like.addAll(Spelling.nearest(lower, names, MOST_OF_ONE));
        if (lower.length() > 2) {
            names.stream().filter(n -> n.contains(lower)).sorted(Comparator.comparing(String::length)).forEach(like::add);
        }
        return like.stream().limit(MOST_OF_ONE).toList();
    }

    private static String quoted(String value) {
        return NEEDS_NO_QUOTES.matcher(value).matches() && !OPERATORS.contains(value) ? value
                : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String unescaped(@Nullable String value) {
        return value == null ? "" : value.replaceAll("\\\\(.)", "$1");
    }

    private boolean findsSomething(String proposal) throws IOException {
        try {
            return searcher.count(queries.read(proposal).query()) > 0;
        } catch (QuerySyntaxException | IndexSearcher.TooManyClauses e) {
            return false; // something else is wrong with it, which the reader is told
        }
    }
}
