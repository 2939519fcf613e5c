package org.openwash.report;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openwash.domain.Aspect;
import org.openwash.domain.Attribution;
import org.openwash.domain.ClaimRow;
import org.openwash.domain.DateBasis;
import org.openwash.domain.Finding;
import org.openwash.domain.Mention;
import org.openwash.domain.Modality;
import org.openwash.domain.Origins;
import org.openwash.domain.Polarity;
import org.openwash.domain.Severity;
import org.openwash.domain.Standing;
import org.openwash.domain.Sureness;
import org.openwash.domain.Verdict;
import org.openwash.domain.Wire;
import org.openwash.domain.Yardstick;
import org.openwash.report.Column.Type;
import org.openwash.report.Summary.Entity;
import org.openwash.report.Summary.KeptArticle;
import org.openwash.report.Summary.Share;
import org.openwash.report.Summary.Unknown;

/// Every report table, column by column: the contract with those who read the files. Columns are added at the end,
/// never renamed or moved.
public final class Tables {

    private static final String STORY = "Id of the group of syndicated copies: that of its first article by (published, source)";

    private static final Comparator<@Nullable LocalDate> BY_DAY = nullsLast(naturalOrder());

    private static final Comparator<ClaimRow> CLAIM_ORDER = comparing((ClaimRow r) -> r.metadata().published(), BY_DAY)
            .thenComparing(ClaimRow::source)
            .thenComparingInt(r -> r.claim().sentence())
            .thenComparingInt(ClaimRow::start)
            .thenComparing(r -> r.claim().subject())
            .thenComparing(r -> r.claim().aspect().label())
            .thenComparing(r -> r.claim().polarity().label())
            .thenComparing(r -> r.claim().id());

    private static final List<String> BASES = labels(DateBasis.values(), DateBasis::label);

    private static final List<Column<ClaimRow>> CLAIM_COLUMNS = List.of(
            text("claim_id", "Hash of article id, normalised sentence, subject, aspect, polarity and occurrence",
                    r -> r.claim().id()),
            text("source", "Path of the input as given; archive members are a.zip!/member, records f.jsonl#L7",
                    ClaimRow::source),
            text("url", "Address of the article", r -> r.metadata().url()),
            text("outlet", "Who published the article", r -> r.metadata().outlet()),
            text("title", "Title of the article", ClaimRow::title),
            day("published", "Day of publication", r -> r.metadata().published()),
            oneOf("published_basis", BASES, "Where the day was found: " + String.join(", ", BASES),
                    r -> r.metadata().publishedBasis().label()),
            text("language", "ISO 639-1 code", ClaimRow::language),
            text("story", STORY, ClaimRow::story),
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
            oneOf("aspect", labels(Aspect.values(), Aspect::label), "open-source, weights, licence, use, training-data, code, rhetoric",
                    r -> r.claim().aspect().label()),
            oneOf("polarity", labels(Polarity.values(), Polarity::label), "affirms, denies", r -> r.claim().polarity().label()),
            oneOf("modality", labels(Modality.values(), Modality::label), "actual, former, future, hypothetical", r -> r.claim().modality().label()),
            oneOf("attribution", labels(Attribution.values(), Attribution::label), "Who makes the claim: outlet, vendor, third-party",
                    r -> r.claim().attribution().label()),
            text("speaker", "The words that name who makes it; empty for the outlet's own voice",
                    r -> r.claim().speaker()),
            text("cue", "The words that make it a claim", r -> r.claim().cue()),
            list("claimed_licence", "Licences or kinds of licence that the claim names",
                    r -> r.claim().claimedLicences()),
            oneOf("verdict", labels(Verdict.values(), Verdict::label), "supported, overstated, contradicted, unverifiable: by the facts of the day the claim speaks of",
                    r -> r.judgement().verdict().label()),
            yesNo("flagged", "Open-washing, read with at least the confidence asked for", ClaimRow::flagged),
            oneOf("finding", labels(Finding.values(), Finding::label), "none, open-washing, false-denial, under-claim", r -> r.judgement().finding().label()),
            oneOf("severity", labels(Severity.values(), Severity::label), "high: a use is claimed that the licence forbids; medium: open source is claimed of what is under"
                    + " a restricted licence or not released; low: the rest", r -> r.judgement().severity().label()),
            decimal("confidence", "How surely the claim was read, 0 to 1", 2, r -> r.claim().confidence()),
            text("explanation", "Why the verdict, in one sentence", r -> r.judgement().explanation()),
            oneOf("yardstick", labels(Yardstick.values(), Yardstick::label), "The definition the verdict rests on: osd, osaid, fsf, open-definition, facts",
                    r -> r.judgement().yardstick().label()),
            list("fact_ids", "The facts it rests on", r -> r.judgement().factIds()),
            text("fact_licence", "Licence expression in force", r -> r.judgement().factLicence()),
            list("fact_sources", "Addresses of the facts' sources", r -> r.judgement().factSources()),
            oneOf("verdict_today", labels(Verdict.values(), Verdict::label), "The same words judged by the newest facts",
                    r -> r.judgement().verdictToday().label()),
            oneOf("decision", List.of("accepted", "rejected", "unsure", Standing.REOPENED), "What reviewers decided: accepted, rejected, unsure; reopened where claim or verdict have changed "
                    + "since; empty where nobody has", r -> r.standing().word()),
            text("reviewer", "Who decided last", r -> r.standing().reviewer()),
            text("reviewer_note", "The reviewer's note", r -> r.standing().note()),
            yesNo("repeated", "The sentence stands in a paragraph that the outlet prints in five or more of its articles"
                    + " (author box, disclaimer, promotion): not flagged, and counted in no other table", ClaimRow::repeated),
            text("article_id", "The article: its canonical address, else the source", r -> r.claim().articleId()));

    public static final Table<ClaimRow> CLAIMS = new Table<ClaimRow>(
            "claims.csv", "Every claim found", CLAIM_COLUMNS, CLAIM_ORDER)
            .withKey("claim_id").referring("article_id", "articles.csv", "article_id");

    /// Of this run only.
    public static final Table<NamedClaim> WATCH_HITS = named("watch-hits.csv", "The claims that this run found first and that"
            + " a standing query asks for; only where there are standing queries", "watch", "Name of the standing query")
            .withKey("watch", "claim_id").referring("claim_id", "claims.csv", "claim_id");

    public static final Table<ClaimRow> FLAGS = new Table<ClaimRow>("flags.csv",
            "The claims flagged as open-washing, most severe first", CLAIM_COLUMNS,
            comparing((ClaimRow r) -> r.judgement().severity()).thenComparing(CLAIM_ORDER))
            .withKey("claim_id").referring("claim_id", "claims.csv", "claim_id").referring("article_id", "articles.csv", "article_id");

    public static final Table<KeptArticle> ARTICLES = new Table<KeptArticle>("articles.csv", "Every article kept", List.of(
            text("article_id", "Canonical address, else the source", KeptArticle::id),
            text("source", "Path of the input as given", KeptArticle::source),
            text("url", "Address of the article", a -> a.metadata().url()),
            text("outlet", "Who published it", a -> a.metadata().outlet()),
            text("title", "Its title", KeptArticle::title),
            text("author", "Names in the byline, joined with '; '", a -> a.metadata().author()),
            day("published", "Day of publication", a -> a.metadata().published()),
            oneOf("published_basis", BASES, "Where the day was found", a -> a.metadata().publishedBasis().label()),
            text("language", "ISO 639-1 code, und where the text is too short to tell", KeptArticle::language),
            text("story", STORY, KeptArticle::story),
            whole("words", "Words of title and text", KeptArticle::words),
            whole("sentences", "Sentences analysed; 0 for an article in another language", KeptArticle::sentences),
            whole("claims", "Claims found, without repeated ones", KeptArticle::claims),
            whole("flags", "Claims flagged", KeptArticle::flags),
            text("wire", "The service that the article credits (AP, Reuters, PR Newswire, ...); empty where it credits none",
                    a -> a.wire() == null ? null : a.wire().name()),
            oneOf("wire_kind", labels(Wire.Kind.values(), Wire.Kind::label), "agency, press-release", a -> a.wire() == null ? null : a.wire().kind().label()),
            oneOf("published_sureness", labels(Sureness.values(), Sureness::label), "How sure the day is: high, medium, low", a -> origins(a).published().sureness().label()),
            oneOf("title_basis", BASES, "Where the title was found", a -> origins(a).title().basis().label()),
            oneOf("title_sureness", labels(Sureness.values(), Sureness::label), "How sure it is", a -> origins(a).title().sureness().label()),
            oneOf("author_basis", BASES, "Where the author was found", a -> origins(a).author().basis().label()),
            oneOf("author_sureness", labels(Sureness.values(), Sureness::label), "How sure it is", a -> origins(a).author().sureness().label()),
            oneOf("outlet_basis", BASES, "Where the outlet was found", a -> origins(a).outlet().basis().label()),
            oneOf("outlet_sureness", labels(Sureness.values(), Sureness::label), "How sure it is", a -> origins(a).outlet().sureness().label()),
            oneOf("url_basis", BASES, "Where the address was found", a -> origins(a).url().basis().label()),
            day("modified", "Day of the last change, where one is stated", a -> a.metadata().modified()),
            oneOf("modified_basis", BASES, "Where that day was found", a -> origins(a).modified().basis().label()),
            text("stated_language", "Language that the page gives for itself", a -> a.metadata().statedLanguage())),
            comparing((KeptArticle a) -> a.metadata().published(), BY_DAY)
                    .thenComparing(KeptArticle::source)
                    .thenComparing(KeptArticle::id))
            .withKey("article_id").referring("outlet", "outlets.csv", "outlet");

    public static final Table<Entity> ENTITIES = new Table<Entity>("entities.csv", "What and whom each article names", List.of(
            text("article_id", "The article", Entity::articleId),
            text("source", "Path of the input as given", Entity::source),
            text("entity", "Its name", Entity::name),
            oneOf("type", labels(Mention.Kind.values(), k -> k.name().toLowerCase(Locale.ROOT)), "person, organisation, model, software, dataset, licence", Entity::type),
            text("subject", "Subject id, org:NAME or licence id; empty for people", Entity::subject),
            whole("mentions", "How often it is named", Entity::mentions),
            whole("first_start", "First character, in the text, of its first mention; empty where only the title names it",
                    Entity::firstStart)),
            comparing(Entity::source)
                    .thenComparing(Entity::articleId)
                    .thenComparing(Entity::firstStart, nullsLast(naturalOrder()))
                    .thenComparing(Entity::type)
                    .thenComparing(Entity::name)
                    .thenComparing(Entity::subject, nullsLast(naturalOrder())))
            .referring("article_id", "articles.csv", "article_id");

    public static final Table<Share> OUTLETS = new Table<Share>("outlets.csv", "How each outlet speaks of openness", List.of(
            text("outlet", "Name; empty for articles whose outlet is not known", Share::id),
            whole("articles", "Articles of the outlet, also those without a claim", Share::articles),
            whole("claims", "Claims in them, without repeated ones", Share::claims),
            whole("flags", "Flagged claims", Share::flags),
            decimal("own_voice_share", "Share of the claims made in the outlet's own voice; empty without claims", 4,
                    Share::ownVoiceShare),
            day("first", "Day of its first dated article", Share::first),
            day("last", "Day of its last dated article", Share::last),
            whole("stories", "Stories that its articles tell: an article and its copies are one", Share::stories),
            whole("story_claims", "Claims, of several versions of one story only those of the first", Share::storyClaims),
            whole("story_flags", "Flagged claims, counted like story_claims", Share::storyFlags)),
            comparing(Share::id));

    public static final Table<Share> SUBJECTS = new Table<Share>("subjects.csv", "How each subject is spoken of", List.of(
            text("subject", "Subject id, org:NAME, a slug, or ?", Share::id),
            text("name", "Its name", Share::name),
            whole("articles", "Articles that make a claim about it", Share::articles),
            whole("claims", "Claims about it, without repeated ones", Share::claims),
            whole("flags", "Flagged claims", Share::flags),
            decimal("own_voice_share", "Share of the claims made in an outlet's own voice", 4, Share::ownVoiceShare),
            day("first", "Day of the first dated article with a claim about it", Share::first),
            day("last", "Day of the last", Share::last),
            whole("stories", "Stories that make a claim about it: an article and its copies are one", Share::stories),
            whole("story_claims", "Claims about it, of the copies of one story only those of the first that makes any",
                    Share::storyClaims),
            whole("story_flags", "Flagged claims, counted like story_claims", Share::storyFlags)),
            comparing(Share::id))
            .withKey("subject");

    public static final Table<Unknown> UNKNOWN_SUBJECTS = new Table<Unknown>("unknown-subjects.csv",
            "Things called open for which no fact is known, most frequent first", List.of(
            text("subject", "Subject id or a slug of its name", Unknown::id),
            text("name", "Its name", Unknown::name),
            whole("claims", "Claims that call it open and that no fact could judge", Unknown::claims),
            whole("articles", "Articles they stand in", Unknown::articles),
            day("first", "Day of the first dated one", Unknown::first),
            day("last", "Day of the last", Unknown::last),
            text("example", "A sentence that calls it open", Unknown::example)),
            comparingInt(Unknown::claims).reversed().thenComparing(Unknown::id))
            .withKey("subject").referring("subject", "subjects.csv", "subject");

    public static final Table<InputRow> INPUTS = new Table<InputRow>("inputs.csv", "What became of each input of the run", List.of(
            text("source", "Path of the input as given", InputRow::source),
            oneOf("status", labels(InputRow.Status.values(), InputRow.Status::label), "kept, duplicate, skipped, failed", r -> r.status().label()),
            text("reason", "Why it was not kept, or what reading it had to assume", InputRow::reason),
            text("place", "Line, record or byte, as far as known", InputRow::place),
            text("article_id", "The article it became or repeats", InputRow::articleId)),
            comparing(InputRow::source)
                    .thenComparing(InputRow::place)
                    .thenComparing(InputRow::status)
                    .thenComparing(InputRow::reason)
                    .thenComparing(InputRow::articleId, nullsLast(naturalOrder())))
            .referring("article_id", "articles.csv", "article_id");

    private Tables() {}

    private static Origins origins(KeptArticle article) {
        return article.metadata().origins();
    }

    /// claims.csv with a column before the others that says why a claim is listed.
    static Table<NamedClaim> named(String file, String description, String column, String meaning) {
        var columns = new ArrayList<Column<NamedClaim>>();
        columns.add(text(column, meaning, NamedClaim::name));
        for (Column<ClaimRow> c : CLAIM_COLUMNS) {
            columns.add(new Column<>(
                    c.name(), c.type(), c.description(), c.values(), named -> c.value().apply(named.row())));
        }
        return new Table<>(file, description, columns,
                comparing(NamedClaim::name).thenComparing(NamedClaim::row, CLAIM_ORDER));
    }

    /// All tables, for documentation.
    public static List<Table<?>> all() {
        return List.of(CLAIMS, FLAGS, ARTICLES, ENTITIES, OUTLETS, SUBJECTS, UNKNOWN_SUBJECTS, INPUTS, WATCH_HITS);
    }

    private static <R> Column<R> text(String name, String description, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.TEXT, description, value);
    }

    private static <R> Column<R> oneOf(
            String name, List<String> values, String description, Function<R, @Nullable Object> value) {
        return new Column<>(name, Type.TEXT, description, values, value);
    }

    private static <E> List<String> labels(E[] values, Function<E, String> label) {
        return Stream.of(values).map(label).filter(word -> !word.isEmpty()).toList();
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
