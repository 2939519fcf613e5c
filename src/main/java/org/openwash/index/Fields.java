package org.openwash.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Finding;
import org.openwash.domain.Modality;
import org.openwash.domain.Polarity;
import org.openwash.domain.Severity;
import org.openwash.domain.Sha256;
import org.openwash.domain.Verdict;
import org.openwash.domain.Yardstick;

/// Names and explains every field that a query can use. Each column of claims.csv is searchable under its own name.
public final class Fields {

    /// How the values of a field are matched.
    public enum Kind {
        /// the whole value, whatever its case
        KEYWORD,
        /// English words in any inflection, phrases
        TEXT,
        /// words just as written but for case, phrases
        WORDS,
        /// numbers and ranges of them
        NUMBER,
        /// days, months, years and ranges of them
        DAY,
        /// not stored: answered from the threshold and the decisions of the moment
        DERIVED
    }

    /// @param meaning what it holds, for help pages
    /// @param choices all values that it can have; empty if there is no end to them
    /// @param values  its values for a claim: strings, doubles or days
    public record Field(String name, Kind kind, String meaning, List<String> choices, Function<ClaimRow, List<?>> values) {

        public Field {
            choices = List.copyOf(choices);
        }

        Field(String name, Kind kind, String meaning, Function<ClaimRow, List<?>> values) {
            this(name, kind, meaning, List.of(), values);
        }
    }

    /// Searched by words that name no field.
    static final String ANY = "any";
    static final String SUBJECT = "subject";
    static final String CLAIM_ID = "claim_id";
    static final String SENTENCE = "sentence";
    static final String SENTENCE_EXACT = "sentence_exact";
    static final String ASPECT = "aspect";
    static final String POLARITY = "polarity";
    static final String MODALITY = "modality";
    static final String CLAIMED_LICENCE = "claimed_licence";
    static final String FINDING = "finding";
    static final String CONFIDENCE = "confidence";
    static final String FLAGGED = "flagged";
    static final String REPEATED = "repeated";
    static final String DECISION = "decision";
    static final String REVIEWER = "reviewer";
    static final String MONTH = "month";

    /// The fields whose values a search counts; `month` stands for `published`.
    static final List<String> FACETS = List.of(SUBJECT, "outlet", ASPECT, "attribution", "verdict", MODALITY, MONTH);

    // beside the fields of claims, those that make the index a store
    /// `claim`, `analysed`, `other-language` or `deleted`
    static final String TYPE = "_type";
    /// on every document of an article's block: its article
    static final String BLOCK = "_block";
    /// on every document of an article's block: its source
    static final String BLOCK_SOURCE = "_source";
    /// on every claim: its id as it is written, for the order of hits that fit equally well
    static final String ORDER = "_order";
    /// on every claim: its own subject, without the families that `subject` holds too
    static final String ABOUT = "_about";
    /// on claims that rules alone read too: a flag asks for that
    static final String AGREED = "_agreed";
    /// on the article's own document, the last of its block
    static final String ARTICLE = "_article";
    static final String PAYLOAD = "_payload";
    /// on the article's own document: what it is compared with others by
    static final String PRINT = "_print";

    /// on an article whose source is gone: what its type was
    static final String WAS = "_was";

    static final String TYPE_CLAIM = "claim";
    static final String TYPE_ANALYSED = "analysed";
    static final String TYPE_OTHER_LANGUAGE = "other-language";
    /// an article whose source is gone: kept, but no report and no search knows it
    static final String TYPE_DELETED = "deleted";

    private static final List<Field> ALL = List.of(
            keyword(CLAIM_ID, "the claim's id", r -> r.claim().id()),
            keyword("article_id", "the article's canonical address, else its source", r -> r.claim().articleId()),
            keyword("source", "path of the input", ClaimRow::source),
            keyword("url", "address of the article", r -> r.metadata().url()),
            keyword("outlet", "who published the article", r -> r.metadata().outlet()),
            words("title", "words of the article's title", ClaimRow::title),
            words("author", "names in the byline", r -> r.metadata().author()),
            new Field("published", Kind.DAY, "day of publication: 2024-05-03, 2024-05, 2024, [2024-01-01 TO 2024-12-31]",
                    r -> optional(r.metadata().published())),
            choice("published_basis", "where the day was found", labels(DateBasis.values(), DateBasis::label),
                    r -> r.metadata().publishedBasis().label()),
            keyword("language", "ISO 639-1 code", ClaimRow::language),
            keyword("story", "group of syndicated copies", ClaimRow::story),
            number("sentence_no", "number of the sentence, 0 for the title", r -> r.claim().sentence()),
            number("start", "first character of the sentence", ClaimRow::start),
            number("end", "character behind the sentence", ClaimRow::end),
            new Field(SENTENCE, Kind.TEXT, "words of the sentence, in any inflection", r -> List.of(r.sentence())),
            words(SENTENCE_EXACT, "words of the sentence as they are written", ClaimRow::sentence),
            keyword(SUBJECT, "subject id; a family finds its members too", r -> r.claim().subject()),
            words("subject_name", "name of the subject", r -> r.claim().subjectName()),
            words("mention", "the words that name the subject", r -> r.claim().mention()),
            choice(ASPECT, labels(Aspect.values(), Aspect::label), r -> r.claim().aspect().label()),
            choice(POLARITY, labels(Polarity.values(), Polarity::label), r -> r.claim().polarity().label()),
            choice(MODALITY, labels(Modality.values(), Modality::label), r -> r.claim().modality().label()),
            choice("attribution", labels(Attribution.values(), Attribution::label), r -> r.claim().attribution().label()),
            words("speaker", "the words that name who says so", r -> r.claim().speaker()),
            words("cue", "the words that make it a claim", r -> r.claim().cue()),
            keywords(CLAIMED_LICENCE, "licence named by the claim", r -> r.claim().claimedLicences()),
            choice("verdict", labels(Verdict.values(), Verdict::label), r -> r.judgement().verdict().label()),
            new Field(FLAGGED, Kind.DERIVED, "true, false", List.of("true", "false"), r -> List.of()),
            choice(FINDING, labels(Finding.values(), Finding::label), r -> r.judgement().finding().label()),
            choice("severity", labels(Severity.values(), Severity::label), r -> r.judgement().severity().label()),
            number(CONFIDENCE, "from 0 to 1: [0.5 TO 1]", r -> r.claim().confidence()),
            words("explanation", "words of the verdict's reason", r -> r.judgement().explanation()),
            choice("yardstick", "the definition the verdict rests on", labels(Yardstick.values(), Yardstick::label),
                    r -> r.judgement().yardstick().label()),
            keywords("fact_ids", "facts the verdict rests on", r -> r.judgement().factIds()),
            keyword("fact_licence", "licence in force", r -> r.judgement().factLicence()),
            keywords("fact_sources", "addresses of the facts' sources", r -> r.judgement().factSources()),
            choice("verdict_today", "the verdict by the newest facts", labels(Verdict.values(), Verdict::label),
                    r -> r.judgement().verdictToday().label()),
            new Field(DECISION, Kind.DERIVED, "accepted, rejected, unsure, reopened",
                    List.of("accepted", "rejected", "unsure", "reopened"), r -> List.of()),
            new Field(REVIEWER, Kind.DERIVED, "who decided last", r -> List.of()),
            new Field("reviewer_note", Kind.DERIVED, "part of the reviewer's note", r -> List.of()),
            keyword(REPEATED, "true where the outlet prints the sentence's paragraph in many articles, else false",
                    r -> String.valueOf(r.repeated())),
            new Field(ANY, Kind.TEXT, "words that name no field: sentence, subject_name and mention together",
                    r -> List.of(r.sentence(), r.claim().subjectName(), r.claim().mention())));

    private static final Map<String, Field> BY_NAME = ALL.stream()
            .collect(Collectors.toMap(Field::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));

    private Fields() {}

    /// All fields, in the order of claims.csv.
    public static List<Field> all() {
        return ALL;
    }

    static @Nullable Field named(String name) {
        return BY_NAME.get(name);
    }

    /// The name of the values that are counted for a field.
    static String facet(String field) {
        return "_facet_" + field;
    }

    static String names() {
        return ALL.stream().map(Field::name).collect(Collectors.joining(", "));
    }

    /// A term that any id fits into, however long: Lucene refuses terms of more than 32,766 bytes.
    static String key(String id) {
        if (id.length() <= 2000) {
            return id;
        }
        return id.substring(0, 1000) + "#" + Sha256.of(id);
    }

    private static Field keyword(String name, String meaning, Function<ClaimRow, @Nullable String> value) {
        return new Field(name, Kind.KEYWORD, meaning, r -> optional(value.apply(r)));
    }

    private static Field choice(String name, List<String> choices, Function<ClaimRow, @Nullable String> value) {
        return choice(name, String.join(", ", choices), choices, value);
    }

    private static Field choice(
            String name, String meaning, List<String> choices, Function<ClaimRow, @Nullable String> value) {
        return new Field(name, Kind.KEYWORD, meaning, choices, r -> optional(value.apply(r)));
    }

    private static <E> List<String> labels(E[] values, Function<E, String> label) {
        return Stream.of(values).map(label).toList();
    }

    private static Field keywords(String name, String meaning, Function<ClaimRow, List<String>> values) {
        return new Field(name, Kind.KEYWORD, meaning, values::apply);
    }

    private static Field words(String name, String meaning, Function<ClaimRow, @Nullable String> value) {
        return new Field(name, Kind.WORDS, meaning, r -> optional(value.apply(r)));
    }

    private static Field number(String name, String meaning, Function<ClaimRow, Number> value) {
        return new Field(name, Kind.NUMBER, meaning, r -> List.of(value.apply(r).doubleValue()));
    }

    private static List<?> optional(@Nullable Object value) {
        return Stream.ofNullable(value).toList();
    }
}
