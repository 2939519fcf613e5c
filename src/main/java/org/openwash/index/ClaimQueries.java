package org.openwash.index;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.Token;
import org.apache.lucene.search.Query;
import org.openwash.domain.Standing;
import org.openwash.index.ClaimGrammar.Refused;

/// Reads what people type: Lucene's query syntax over the names of [Fields], all words required unless joined by `OR`.
///
/// Beside Lucene's syntax it takes `subject:org:meta` without a backslash and `subject:?`. Length, nesting and number
/// of alternatives are bounded; wildcards cannot begin a word, and regular expressions are not taken.
final class ClaimQueries {

    private static final int LONGEST = 10_000;
    private static final int DEEPEST = 50;
    private static final Pattern COMPANY = Pattern.compile("(?i)\\bsubject:org:(?=[\\p{L}\\p{N}])");
    private static final Pattern LEXICAL = Pattern.compile("column (\\d+)");

    private final double minConfidence;
    private final Map<String, Standing> decisions;

    ClaimQueries(double minConfidence, Map<String, Standing> decisions) {
        this.minConfidence = minConfidence;
        this.decisions = decisions;
    }

    /// A query as it was understood.
    ///
    /// @param ranked  some of the claims found fit better than others
    /// @param inOrder words must stand in an order
    record Wanted(Query query, boolean ranked, boolean inOrder) {}

    /// @throws QuerySyntaxException if it cannot be read or asks for too much
    Wanted read(String typed) {
        if (typed.isBlank()) {
            return new Wanted(ClaimGrammar.ALL_CLAIMS, false, false);
        }
        bound(typed);
        String query = escapeCompanies(typed);
        ClaimGrammar grammar = new ClaimGrammar(minConfidence, decisions);
        try {
            Query read = grammar.parse(query);
            return new Wanted(read, grammar.ranked() || typed.indexOf('^') >= 0, grammar.inOrder());
        } catch (ParseException e) {
            throw explain(typed, query, e.getCause() == null ? e : e.getCause(), grammar);
        }
    }

    private static void bound(String typed) {
        if (typed.length() > LONGEST) {
            throw new QuerySyntaxException(LONGEST + 1, "a query has at most " + LONGEST + " characters, this one "
                    + typed.length() + ".");
        }
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < typed.length(); i++) {
            switch (typed.charAt(i)) {
                case '\\' -> i++;
                case '"' -> quoted = !quoted;
                case '(' -> depth += quoted ? 0 : 1;
                case ')' -> depth -= quoted ? 0 : 1;
                case '^' -> {
                    if (!quoted && digits(typed, i + 1) > 6) {
                        throw new QuerySyntaxException(i + 1, "a weight has at most 6 digits.");
                    }
                }
                default -> { }
            }
            if (depth > DEEPEST) {
                throw new QuerySyntaxException(i + 1, "more than " + DEEPEST + " parentheses within each other.");
            }
        }
    }

    private static int digits(String typed, int from) {
        int end = from;
        while (end < typed.length() && typed.charAt(end) >= '0' && typed.charAt(end) <= '9') {
            end++;
        }
        return end - from;
    }

    private static String escapeCompanies(String typed) {
        return COMPANY.matcher(typed).replaceAll("subject:org\\\\:");
    }

    private static QuerySyntaxException explain(String typed, String query, Throwable cause, ClaimGrammar grammar) {
        if (cause instanceof Refused refused) {
            int read = grammar.token == null ? typed.length() : inTyped(grammar.token.beginColumn, query);
            int at = typed.lastIndexOf(refused.where(), read); // what was read last is refused
            return new QuerySyntaxException(Math.max(0, at < 0 ? typed.indexOf(refused.where()) : at) + 1,
                    refused.getMessage());
        }
        if (cause instanceof ParseException syntax && syntax.currentToken != null) {
            Token wrong = syntax.currentToken.next;
            int at = inTyped(wrong.beginColumn, query);
            return wrong.kind == 0
                    ? new QuerySyntaxException(at + 1, "the query ends too early; is a value or a closing ) ] or }"
                            + " missing?")
                    : new QuerySyntaxException(at + 1, "'" + wrong.image + "' cannot stand here. Put \\ before a sign"
                            + " that is meant as such, or the words in \"quotation marks\".");
        }
        String message = String.valueOf(cause.getMessage());
        if (message.startsWith("Lexical error")) {
            return lexical(typed, query, message);
        }
        Token last = grammar.token;
        int at = last == null ? 0 : inTyped(last.beginColumn, query);
        if (message.contains("oo many") || cause.getClass().getSimpleName().startsWith("TooMany")) {
            return new QuerySyntaxException(at + 1, "too many words or alternatives; ask with fewer.");
        }
        return new QuerySyntaxException(at + 1, message);
    }

    /// Lucene's scanner stops where a quoted phrase, a range or a regular expression does not end.
    private static QuerySyntaxException lexical(String typed, String query, String message) {
        Matcher column = LEXICAL.matcher(message);
        int at = column.find() ? inTyped(Integer.parseInt(column.group(1)), query) : typed.length();
        int open = openQuote(typed);
        if (open >= 0) {
            return new QuerySyntaxException(open + 1, "this quotation mark is never closed.");
        }
        int slash = typed.indexOf('/');
        if (slash >= 0) {
            return new QuerySyntaxException(slash + 1, "put a value that holds / into \"quotation marks\".");
        }
        return new QuerySyntaxException(Math.min(at, typed.length()) + 1,
                "cannot be read from here; is a closing sign missing, or a backslash the last character?");
    }

    private static int openQuote(String typed) {
        int open = -1;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                open = open < 0 ? i : -1;
            }
        }
        return open;
    }

    /// Takes the backslashes that `escapeCompanies` put before a place off its count.
    private static int inTyped(int offset, String query) {
        String before = query.substring(0, Math.min(offset, query.length())).toLowerCase(Locale.ROOT);
        return offset - (before.length() - before.replace("subject:org\\:", "subject:org:").length());
    }
}
