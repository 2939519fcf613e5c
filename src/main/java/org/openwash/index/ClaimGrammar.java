package org.openwash.index;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.openwash.domain.Claim;
import org.openwash.domain.Finding;
import org.openwash.domain.Standing;

/// Lucene's query grammar with the meanings that our fields give it: days, numbers, derived fields, refused wildcards.
final class ClaimGrammar extends QueryParser {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,12})?");
    private static final int LONGEST_FUZZY = 50;
    /// Each stands for up to thousands of words.
    private static final int MOST_OPEN_WORDS = 20;
    private static final double HALF_A_HUNDREDTH = 0.005;

    /// Not Lucene's own "all": the index holds articles too.
    static final Query ALL_CLAIMS = new ConstantScoreQuery(new TermQuery(new Term(Fields.TYPE, Fields.TYPE_CLAIM)));

    private final double minConfidence;
    private final Map<String, Standing> decisions;
    private boolean ranked;
    private boolean inOrder;
    private int openWords;

    /// Something that Lucene's syntax allows and we do not.
    static final class Refused extends ParseException {

        private static final long serialVersionUID = 1;

        private final String where;

        /// @param where words of the query to point at
        Refused(String where, String message) {
            super(message);
            this.where = where;
        }

        String where() {
            return where;
        }
    }

    ClaimGrammar(double minConfidence, Map<String, Standing> decisions) {
        super(Fields.ANY, ClaimAnalyzer.QUERIES);
        this.minConfidence = minConfidence;
        this.decisions = decisions;
        setDefaultOperator(Operator.AND);
        setFuzzyPrefixLength(1);
    }

    /// Whether some of the claims found fit better than others: they hold words more or less often. Values of fields
    /// just fit or do not.
    boolean ranked() {
        return ranked;
    }

    /// Whether words must stand in an order, which costs more to find out than all else.
    boolean inOrder() {
        return inOrder;
    }

    @Override
    protected Query getFieldQuery(String name, String text, boolean quoted) throws ParseException {
        Fields.Field field = field(name);
        return switch (field.kind()) {
            case KEYWORD -> {
                oneOf(field, text);
                yield orAll(constant(super.getFieldQuery(name, text, quoted)));
            }
            case TEXT, WORDS -> {
                ranked = true;
                inOrder |= quoted;
                yield orAll(super.getFieldQuery(name, text, quoted));
            }
            case NUMBER -> {
                double number = number(name, text);
                // reports show two decimals, so a query for what they show has to find it
                double slack = name.equals(Fields.CONFIDENCE) ? HALF_A_HUNDREDTH : 0;
                yield DoubleField.newRangeQuery(name, number - slack, number + slack);
            }
            case DAY -> {
                Days days = days(name, text);
                yield LongField.newRangeQuery(name, days.first().toEpochDay(), days.last().toEpochDay());
            }
            case DERIVED -> {
                oneOf(field, text);
                yield name.equals(Fields.FLAGGED) ? flagged(text) : decided(name, text);
            }
        };
    }

    @Override
    protected Query getFieldQuery(String name, String text, int slop) throws ParseException {
        return switch (field(name).kind()) {
            case TEXT, WORDS -> {
                ranked = true;
                inOrder = true;
                yield orAll(super.getFieldQuery(name, text, slop));
            }
            case KEYWORD, NUMBER, DAY, DERIVED -> getFieldQuery(name, text, true);
        };
    }

    @Override
    protected Query getRangeQuery(String name, String from, String to, boolean withFrom, boolean withTo)
            throws ParseException {
        return switch (field(name).kind()) {
            case NUMBER -> {
                double low = from == null ? Double.NEGATIVE_INFINITY : number(name, from);
                double high = to == null ? Double.POSITIVE_INFINITY : number(name, to);
                yield DoubleField.newRangeQuery(
                        name, withFrom ? low : DoublePoint.nextUp(low), withTo ? high : DoublePoint.nextDown(high));
            }
            case DAY -> {
                long first = from == null ? Long.MIN_VALUE
                        : withFrom ? days(name, from).first().toEpochDay() : days(name, from).last().toEpochDay() + 1;
                long last = to == null ? Long.MAX_VALUE
                        : withTo ? days(name, to).last().toEpochDay() : days(name, to).first().toEpochDay() - 1;
                yield LongField.newRangeQuery(name, first, last);
            }
            case KEYWORD -> super.getRangeQuery(name, from, to, withFrom, withTo);
            case TEXT, WORDS, DERIVED -> throw new Refused(name, "the field " + name + " has no order, so no range.");
        };
    }

    @Override
    protected Query getWildcardQuery(String name, String pattern) throws ParseException {
        if (pattern.equals("*") && (name.equals("*") || name.equals(Fields.ANY))) {
            return ALL_CLAIMS;
        }
        Fields.Field field = field(name);
        if (pattern.equals("*")) {
            return any(field);
        }
        if (name.equals(Fields.SUBJECT) && pattern.equals(Claim.UNRESOLVED)) {
            return constant(new TermQuery(new Term(name, pattern)));
        }
        onlyWords(field, pattern);
        if (pattern.startsWith("*") || pattern.startsWith("?")) {
            throw new Refused(pattern, "a word cannot begin with * or ?; give its first letters.");
        }
        oneMoreOpenWord(pattern);
        try {
            return super.getWildcardQuery(name, pattern);
        } catch (TooComplexToDeterminizeException e) {
            throw new Refused(pattern, "too many * and ? in one word.");
        }
    }

    @Override
    protected Query getPrefixQuery(String name, String prefix) throws ParseException {
        onlyWords(field(name), prefix);
        oneMoreOpenWord(prefix);
        return super.getPrefixQuery(name, prefix);
    }

    @Override
    protected Query getFuzzyQuery(String name, String word, float similarity) throws ParseException {
        onlyWords(field(name), word);
        if (word.length() > LONGEST_FUZZY) {
            throw new Refused(word, "a word with ~ has at most " + LONGEST_FUZZY + " characters.");
        }
        oneMoreOpenWord(word);
        ranked = true;
        return super.getFuzzyQuery(name, word, similarity);
    }

    @Override
    protected Query getRegexpQuery(String name, String pattern) throws ParseException {
        throw new Refused("/", "regular expressions are not taken; put a value that holds / into \"quotation marks\".");
    }

    /// "Everything but" finds something too, which Lucene by itself leaves empty.
    @Override
    protected Query getBooleanQuery(List<BooleanClause> clauses) throws ParseException {
        if (clauses.isEmpty() || clauses.stream().anyMatch(c -> c.occur() != Occur.MUST_NOT)) {
            return super.getBooleanQuery(clauses);
        }
        BooleanQuery.Builder rest = new BooleanQuery.Builder().add(ALL_CLAIMS, Occur.MUST);
        clauses.forEach(rest::add);
        return rest.build();
    }

    private static Fields.Field field(String name) throws ParseException {
        Fields.Field field = Fields.named(name);
        if (field == null) {
            throw new Refused(name + ":", "there is no field '" + name + "'. The fields are: " + Fields.names() + ".");
        }
        return field;
    }

    private static void onlyWords(Fields.Field field, String pattern) throws ParseException {
        switch (field.kind()) {
            case KEYWORD, TEXT, WORDS -> { }
            case NUMBER, DAY, DERIVED ->
                throw new Refused(
                        pattern, "the field " + field.name() + " takes no wildcard; a range is written [from TO to].");
        }
    }

    private Query any(Fields.Field field) {
        return switch (field.kind()) {
            case KEYWORD, TEXT, WORDS -> new PrefixQuery(new Term(field.name(), ""));
            case NUMBER -> DoubleField.newRangeQuery(field.name(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
            case DAY -> LongField.newRangeQuery(field.name(), Long.MIN_VALUE, Long.MAX_VALUE);
            case DERIVED -> field.name().equals(Fields.FLAGGED)
                    ? ALL_CLAIMS
                    : claims(List.copyOf(decisions.keySet()));
        };
    }

    /// Words of nothing but signs ("!?") ask for nothing.
    private static Query orAll(Query query) {
        return query == null ? ALL_CLAIMS : query;
    }

    private static Query constant(Query query) {
        return query == null ? null : new ConstantScoreQuery(query);
    }

    /// What a field never holds would never be found, without a word of why.
    private static void oneOf(Fields.Field field, String text) throws ParseException {
        List<String> choices = field.choices();
        if (!choices.isEmpty() && choices.stream().noneMatch(text::equalsIgnoreCase)) {
            throw new Refused(text, field.name() + " is " + String.join(", ", choices.subList(0, choices.size() - 1))
                    + " or " + choices.getLast() + ", not '" + text + "'.");
        }
    }

    private void oneMoreOpenWord(String word) throws ParseException {
        if (++openWords > MOST_OPEN_WORDS) {
            throw new Refused(word, "a query takes at most " + MOST_OPEN_WORDS + " words with *, ? or ~.");
        }
    }

    private Query flagged(String text) {
        Query flags = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.FINDING, Finding.OPEN_WASHING.label())), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.AGREED, "true")), Occur.FILTER)
                .add(new TermQuery(new Term(Fields.REPEATED, "true")), Occur.MUST_NOT)
                .add(DoubleField.newRangeQuery(Fields.CONFIDENCE, minConfidence, Double.POSITIVE_INFINITY), Occur.FILTER)
                .build();
        return text.equalsIgnoreCase("true") ? constant(flags)
                : new BooleanQuery.Builder().add(ALL_CLAIMS, Occur.MUST).add(flags, Occur.MUST_NOT).build();
    }

    private Query decided(String name, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return claims(decisions.entrySet().stream()
                .filter(d -> switch (name) {
                    case Fields.DECISION -> d.getValue().word().equals(wanted);
                    case Fields.REVIEWER -> d.getValue().reviewer().toLowerCase(Locale.ROOT).equals(wanted);
                    default -> d.getValue().note().toLowerCase(Locale.ROOT).contains(wanted);
                })
                .map(Map.Entry::getKey)
                .toList());
    }

    private Query claims(List<String> ids) {
        return new TermInSetQuery(Fields.CLAIM_ID,
                ids.stream().map(id -> getAnalyzer().normalize(Fields.CLAIM_ID, id)).toList());
    }

    private static double number(String name, String text) throws ParseException {
        if (!NUMBER.matcher(text).matches()) {
            throw new Refused(text, name + " takes a number like 0.5, not '" + text + "'.");
        }
        return Double.parseDouble(text);
    }

    private static Days days(String name, String text) throws ParseException {
        try {
            return Days.of(text);
        } catch (IllegalArgumentException e) {
            throw new Refused(text, name + " takes a date like 2024-05-03, 2024-05 or 2024, not '" + text + "'.");
        }
    }
}
