package org.openwash.report;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.Origins;
import org.openwash.report.Column.Type;
import org.openwash.report.Summary.Entity;
import org.openwash.report.Summary.KeptArticle;
import org.openwash.report.Summary.Share;
import org.openwash.report.Summary.Unknown;

/// Every report table, column by column: the contract with those who read the files. Columns are added at the end,
/// never renamed or moved.
public final class Tables {

    private static final Comparator<@Nullable LocalDate> BY_DAY = nullsLast(naturalOrder());

    private static final Comparator<ClaimRow> CLAIM_ORDER = comparing((ClaimRow r) -> r.metadata().published(), BY_DAY)
            .thenComparing(ClaimRow::source)
            .thenComparingInt(r -> r.claim().sentence())
            .thenComparingInt(ClaimRow::start)
            .thenComparing(r -> r.claim().subject())
            .thenComparing(r -> r.claim().aspect().label())
            .thenComparing(r -> r.claim().polarity().label())
            .thenComparing(r -> r.claim().id());

    private static final List<Column<ClaimRow>> CLAIM_COLUMNS = List.of(
            text("claim_id", "Hash of article id, normalised sentence, subject, aspect, polarity and occurrence",
                    r -> r.claim().id()),
            text("source", "Path of the input as given; archive members are a.zip!/member, records f.jsonl#L7",
                    ClaimRow::source),
            text("url", "Address of the article", r -> r.metadata().url()),
            text("outlet", "Who published the article", r -> r.metadata().outlet()),
            text("title", "Title of the article", ClaimRow::title),
            day("published", "Day of publication", r -> r.metadata().published()),
            text("published_basis", "Where the day was found: metadata, front-matter, record, json-ld, microdata, meta, time, byline, address, text, none",
                    r -> r.metadata().publishedBasis().label()),
            text("language", "ISO 639-1 code", ClaimRow::language),
            text("story", "Id of the group of syndicated copies", ClaimRow::story),
            whole("sentence_no", "Number of the sentence, 0 for the title", r -> r.claim().sentence()),
            whole("start", "First character of the sentence, counted from 0 in code points, in the text (sentence 0: in the title)",
                    ClaimRow::start),
            whole("end", "Character behind the sentence", ClaimRow::end),
            text("sentence", "The sentence, exactly the characters from start to end", ClaimRow::sentence),
            text("subject", "What the claim is about: a subject id, org:NAME, a slug of an unknown name, or ?",
                    r -> r.claim().subject()),
            text("subject_name", "Name of the subject", r -> r.claim().subjectName()),
            text("mention", "The words that name the subject; empty where it was resolved from an earlier sentence",
                    r -> r.claim().mention()),
            text("aspect", "open-source, weights, licence, use, training-data, code, rhetoric",
                    r -> r.claim().aspect().label()),
            text("polarity", "affirms, denies", r -> r.claim().polarity().label()),
            text("modality", "actual, former, future, hypothetical", r -> r.claim().modality().label()),
            text("attribution", "Who makes the claim: outlet, vendor, third-party",
                    r -> r.claim().attribution().label()),
            text("speaker", "The words that name who makes it; empty for the outlet's own voice",
                    r -> r.claim().speaker()),
            text("cue", "The words that make it a claim", r -> r.claim().cue()),
            list("claimed_licence", "Licences or kinds of licence that the claim names",
                    r -> r.claim().claimedLicences()),
            text("verdict", "supported, overstated, contradicted, unverifiable: by the facts of the day the claim speaks of",
                    r -> r.judgement().verdict().label()),
            yesNo("flagged", "Open-washing, read with at least the confidence asked for", ClaimRow::flagged),
            text("finding", "none, open-washing, false-denial, under-claim", r -> r.judgement().finding().label()),
            text("severity", "high: a use is claimed that the licence forbids; medium: open source is claimed of what is under"
                    + " a restricted licence or not released; low: the rest", r -> r.judgement().severity().label()),
            decimal("confidence", "How surely the claim was read, 0 to 1", 2, r -> r.claim().confidence()),
            text("explanation", "Why the verdict, in one sentence", r -> r.judgement().explanation()),
            text("yardstick", "The definition the verdict rests on: osd, osaid, fsf, open-definition, facts",
                    r -> r.judgement().yardstick().label()),
            list("fact_ids", "The facts it rests on", r -> r.judgement().factIds()),
            text("fact_licence", "Licence expression in force", r -> r.judgement().factLicence()),
            list("fact_sources", "Addresses of the facts' sources", r -> r.judgement().factSources()),
            text("verdict_today", "The same words judged by the newest facts",
                    r -> r.judgement().verdictToday().label()),
            text("decision", "What a reviewer decided; empty where nobody has", ClaimRow::decision));

    public static final Table<ClaimRow> CLAIMS = new Table<>(
            "claims.csv", "Every claim found", CLAIM_COLUMNS, CLAIM_ORDER);

    public static final Table<ClaimRow> FLAGS = new Table<>("flags.csv",
            "The claims flagged as open-washing, most severe first", CLAIM_COLUMNS,
            comparing((ClaimRow r) -> r.judgement().severity()).thenComparing(CLAIM_ORDER));

    public static final Table<KeptArticle> ARTICLES = new Table<>("articles.csv", "Every article kept", List.of(
            text("article_id", "Canonical address, else the source", KeptArticle::id),
            text("source", "Path of the input as given", KeptArticle::source),
            text("url", "Address of the article", a -> a.metadata().url()),
            text("outlet", "Who published it", a -> a.metadata().outlet()),
            text("title", "Its title", KeptArticle::title),
            text("author", "Names in the byline, joined with '; '", a -> a.metadata().author()),
            day("published", "Day of publication", a -> a.metadata().published()),
            text("published_basis", "Where the day was found", a -> a.metadata().publishedBasis().label()),
            text("language", "ISO 639-1 code, und where the text is too short to tell", KeptArticle::language),
            text("story", "Id of the group of syndicated copies", KeptArticle::story),
            whole("words", "Words of title and text", KeptArticle::words),
            whole("sentences", "Sentences analysed; 0 for an article in another language", KeptArticle::sentences),
            whole("claims", "Claims found", KeptArticle::claims),
            whole("flags", "Claims flagged", KeptArticle::flags),
            text("published_sureness", "How sure the day is: high, medium, low", a -> origins(a).published().sureness().label()),
            text("title_basis", "Where the title was found", a -> origins(a).title().basis().label()),
            text("title_sureness", "How sure it is", a -> origins(a).title().sureness().label()),
            text("author_basis", "Where the author was found", a -> origins(a).author().basis().label()),
            text("author_sureness", "How sure it is", a -> origins(a).author().sureness().label()),
            text("outlet_basis", "Where the outlet was found", a -> origins(a).outlet().basis().label()),
            text("outlet_sureness", "How sure it is", a -> origins(a).outlet().sureness().label()),
            text("url_basis", "Where the address was found", a -> origins(a).url().basis().label()),
            day("modified", "Day of the last change, where one is stated", a -> a.metadata().modified()),
            text("modified_basis", "Where that day was found", a -> origins(a).modified().basis().label()),
            text("stated_language", "Language that the page gives for itself", a -> a.metadata().statedLanguage())),
            comparing((KeptArticle a) -> a.metadata().published(), BY_DAY)
                    .thenComparing(KeptArticle::source)
                    .thenComparing(KeptArticle::id));

    public static final Table<Entity> ENTITIES = new Table<>("entities.csv", "What and whom each article names", List.of(
            text("article_id", "The article", Entity::articleId),
            text("source", "Path of the input as given", Entity::source),
            text("entity", "Its name", Entity::name),
            text("type", "person, organisation, model, software, dataset, licence", Entity::type),
            text("subject", "Subject id, org:NAME or licence id; empty for people", Entity::subject),
            whole("mentions", "How often it is named", Entity::mentions),
            whole("first_start", "First character, in the text, of its first mention; empty where only the title names it",
                    Entity::firstStart)),
            comparing(Entity::source)
                    .thenComparing(Entity::articleId)
                    .thenComparing(Entity::firstStart, nullsLast(naturalOrder()))
                    .thenComparing(Entity::type)
                    .thenComparing(Entity::name)
                    .thenComparing(Entity::subject, nullsLast(naturalOrder())));

    public static final Table<Share> OUTLETS = new Table<>("outlets.csv", "How each outlet speaks of openness", List.of(
            text("outlet", "Name; empty for articles whose outlet is not known", Share::id),
            whole("articles", "Articles of the outlet, also those without a claim", Share::articles),
            whole("claims", "Claims in them", Share::claims),
            whole("flags", "Flagged claims", Share::flags),
            decimal("own_voice_share", "Share of the claims made in the outlet's own voice; empty without claims", 4,
                    Share::ownVoiceShare),
            day("first", "Day of its first dated article", Share::first),
            day("last", "Day of its last dated article", Share::last)),
            comparing(Share::id));

    public static final Table<Share> SUBJECTS = new Table<>("subjects.csv", "How each subject is spoken of", List.of(
            text("subject", "Subject id, org:NAME, a slug, or ?", Share::id),
            text("name", "Its name", Share::name),
            whole("articles", "Articles that make a claim about it", Share::articles),
            whole("claims", "Claims about it", Share::claims),
            whole("flags", "Flagged claims", Share::flags),
            decimal("own_voice_share", "Share of the claims made in an outlet's own voice", 4, Share::ownVoiceShare),
            day("first", "Day of the first dated article with a claim about it", Share::first),
            day("last", "Day of the last", Share::last)),
            comparing(Share::id));

    public static final Table<Unknown> UNKNOWN_SUBJECTS = new Table<>("unknown-subjects.csv",
            "Things called open for which no fact is known, most frequent first", List.of(
            text("subject", "Subject id or a slug of its name", Unknown::id),
            text("name", "Its name", Unknown::name),
            whole("claims", "Claims that call it open and that no fact could judge", Unknown::claims),
            whole("articles", "Articles they stand in", Unknown::articles),
            day("first", "Day of the first dated one", Unknown::first),
            day("last", "Day of the last", Unknown::last),
            text("example", "A sentence that calls it open", Unknown::example)),
            comparingInt(Unknown::claims).reversed().thenComparing(Unknown::id));

    public static final Table<InputRow> INPUTS = new Table<>("inputs.csv", "What became of each input of the run", List.of(
            text("source", "Path of the input as given", InputRow::source),
            text("status", "kept, duplicate, skipped, failed", r -> r.status().label()),
            text("reason", "Why it was not kept, or what reading it had to assume", InputRow::reason),
            text("place", "Line, record or byte, as far as known", InputRow::place),
            text("article_id", "The article it became or repeats", InputRow::articleId)),
            comparing(InputRow::source)
                    .thenComparing(InputRow::place)
                    .thenComparing(InputRow::status)
                    .thenComparing(InputRow::reason)
                    .thenComparing(InputRow::articleId, nullsLast(naturalOrder())));

    private Tables() {}

    private static Origins origins(KeptArticle article) {
        return article.metadata().origins();
    }

    /// All tables, for documentation.
    public static List<Table<?>> all() {
        return List.of(CLAIMS, FLAGS, ARTICLES, ENTITIES, OUTLETS, SUBJECTS, UNKNOWN_SUBJECTS, INPUTS);
    }

    private static <R> Column<R> text(String name, String description, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.TEXT, description, value);
    }

    private static <R> Column<R> whole(String name, String description, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.WHOLE_NUMBER, description, value);
    }

    private static <R> Column<R> decimal(String name, String description, int digits, Function<R, @Nullable Double> value) {
        return new Column<>(name, Type.DECIMAL, description, row -> {
            Double number = value.apply(row);
            return number == null ? null : BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP);
        });
    }

    private static <R> Column<R> yesNo(String name, String description, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.YES_NO, description, value);
    }

    private static <R> Column<R> day(String name, String description, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.DAY, description, value);
    }

    private static <R> Column<R> list(String name, String description, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.LIST, description, value);
    }
}
